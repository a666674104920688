import { createHmac, timingSafeEqual } from "node:crypto";

/** The field of every form, and the header of every script's request, that carries the token. */
export const TOKEN_FIELD = "csrf";
export const TOKEN_HEADER = "x-csrf";

/**
 * The token of a form: bound to the browser by a cookie only our own pages can read back, to the session when
 * there is one, and to this portal by its secret. So a token fetched before signing in is worth nothing after.
 */
export function formToken(secret: string, browser: string, session: string | null): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["form", browser, session]))
    .digest("base64url");
}

/**
 * The token of a form that came back whole after it was refused: good for exactly these words at this address, sent from
 * the same browser, whoever has signed in there since. Only a form of ours ever gets one.
 */
export function againToken(secret: string, browser: string, address: string, words: unknown): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["again", browser, address, words]))
    .digest("base64url");
}

export function isFormToken(given: unknown, expected: string): boolean {
  if (typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Where a form was sent from, as far as the browser says. `Sec-Fetch-Site` cannot be set by a page; `none` is the
 * person himself (a restored tab). `unknown` is an old browser or a program: the token alone decides.
 */
export function sender(
  headers: { readonly origin?: string | undefined; readonly "sec-fetch-site"?: string | string[] | undefined },
  isOwnOrigin: (origin: string) => boolean,
): "own" | "foreign" | "unknown" {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return "foreign";
  if (headers.origin !== undefined) return isOwnOrigin(headers.origin) ? "own" : "foreign";
  return site === "same-origin" ? "own" : "unknown";
}
