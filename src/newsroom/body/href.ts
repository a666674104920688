const WEB = new Set(["http:", "https:"]);

/** Whitespace and control characters, which browsers drop from an address before they read its scheme. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * The address of a link as it may be kept, or null. Accepts http, https, mailto, tel and paths of this site
 * (`/tin-tuc`). Refuses every other scheme (`javascript:`, `data:`), `//host`, backslashes and addresses with
 * a user name before the host (REQ-139).
 */
export function readHref(typed: unknown): string | null {
  if (typeof typed !== "string" || typed.length > 2000) return null;
  const href = typed.trim().replaceAll(" ", "%20");
  if (href === "" || UNSEEN.test(href) || href.includes("\\")) return null;
  if (href.startsWith("/")) return href.startsWith("//") ? null : href;
  if (/^mailto:[^@\s]+@[^@\s]+$/i.test(href)) return href;
  if (/^tel:\+?[\d().%-]+$/i.test(href)) return href;
  return isWebAddress(href) ? href : null;
}

/** True for a whole http or https address with a host and without a user name or password. */
export function isWebAddress(href: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(href)) return false;
  const url = URL.parse(href);
  return url !== null && WEB.has(url.protocol) && url.hostname !== "" && url.username === "" && url.password === "";
}
