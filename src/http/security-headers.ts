import type { FastifyInstance } from "fastify";
import type { PublicPage } from "./kept-page.ts";
import { commonHeaders, deskPolicy, FILE_POLICY, publicPolicy, WORKER_POLICY } from "./security.ts";

/** The security headers kept with a public page. */
export function keptHeaders(https: boolean): (page: PublicPage) => string[] {
  const common = Object.entries(commonHeaders(https)).flat();
  return ({ body, type = "text/html", frames = [] }) => [
    ...common,
    "Content-Security-Policy",
    policyOf(type, body, frames),
  ];
}

function policyOf(type: string, body: string, frames: readonly string[]): string {
  if (type.startsWith("text/html")) return publicPolicy(body, frames);
  return type.startsWith("text/javascript") ? WORKER_POLICY : FILE_POLICY;
}

/** The security headers of a page that no hook has seen. */
export function bareHeaders(https: boolean): Readonly<Record<string, string>> {
  return { ...commonHeaders(https), "Content-Security-Policy": publicPolicy() };
}

/**
 * Puts the security headers on every answer that is not a cached page, whatever made it. What a route set itself stays.
 * Nothing but what says so is stored by anyone on the way.
 */
export function addSecurityHeaders(app: FastifyInstance, https: boolean): void {
  const common = commonHeaders(https);
  app.addHook("onSend", async (request, reply, payload) => {
    const isPage = String(reply.getHeader("content-type") ?? "").startsWith("text/html");
    const isDesk = (request.routeOptions.url ?? request.url).startsWith("/ban-bien-tap");
    const policy = !isPage ? FILE_POLICY : isDesk ? deskPolicy(request.nonce) : publicPolicy(String(payload ?? ""));
    const headers = { ...common, "Content-Security-Policy": policy, "Cache-Control": "no-store" };
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value);
    return payload;
  });
}
