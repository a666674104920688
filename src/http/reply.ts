import type { FastifyInstance } from "fastify";
import { renderDocument } from "../ui/document.tsx";
import { newNonce } from "./security.ts";

/**
 * The path of an address on this portal, or null when it leads anywhere else or is no address: another scheme or host,
 * `//host`, `/\host`, control characters. For a `?next=` that a person brings along.
 */
export function sameSitePath(text: unknown): string | null {
  if (typeof text !== "string" || !/^\/(?![/\\])/.test(text)) return null;
  try {
    const url = new URL(text, "http://portal.invalid");
    const path = url.pathname + url.search + url.hash;
    return url.origin === "http://portal.invalid" && !path.startsWith("//") ? path : null;
  } catch {
    return null;
  }
}

/** Gives replies `page` and `redirectAfterPost`, and requests their nonce. */
export function addReplies(app: FastifyInstance): void {
  const nonces = new WeakMap<object, string>();
  app.decorateRequest("nonce", {
    getter() {
      const nonce = nonces.get(this) ?? newNonce();
      nonces.set(this, nonce);
      return nonce;
    },
  });
  app.decorateReply("page", function (page, { status, headers = {} } = {}) {
    if (status !== undefined) this.code(status);
    return this.headers(headers).type("text/html; charset=utf-8").send(renderDocument(page));
  });
  app.decorateReply("redirectAfterPost", function (path) {
    const safe = sameSitePath(path);
    if (safe === null) throw new Error("A form may only lead to a page of this portal");
    return this.redirect(safe, 303);
  });
}
