import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Hosts } from "./hosts.ts";

/** A trusted proxy says the reader came over http although the official address is https. */
export function isSentPlain(hosts: Hosts, { headers }: IncomingMessage): boolean {
  return hosts.https && headers["x-forwarded-proto"] === "http";
}

/**
 * The portal answers under its official address only (Đ2.p2, REQ-013). Known other names send the reader on; any other
 * host gets a page that names the official address and shows nothing of the portal. Nothing is ever built from the host
 * of a request.
 */
export function checkHost(app: FastifyInstance, hosts: Hosts, behindProxy: boolean): void {
  app.addHook("onRequest", async (request, reply) => {
    if (request.routeOptions.config.anyHost === true) return;
    const { host } = request.raw.headers;
    if (hosts.isOwn(host) && !(behindProxy && request.protocol === "http" && isSentPlain(hosts, request.raw))) return;
    if (hosts.isOwn(host) || hosts.isAlias(host)) {
      const keepsMethod = request.method !== "GET" && request.method !== "HEAD";
      return reply.redirect(hosts.official + request.url, keepsMethod ? 308 : 301);
    }
    const link = { href: `${hosts.official}/`, label: hosts.official };
    return reply.problem("wrongHost", { links: [link] });
  });
}
