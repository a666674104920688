import { createHash, randomBytes } from "node:crypto";

/** A value that no answer repeats; 128 bits. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/** Headers of every answer whatever it carries. HSTS only where the official address is https. */
export function commonHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

const SHARED = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];

/** Desk pages: our scripts and those of this one answer. The editor previews pictures before they are sent (`blob:`). */
export function deskPolicy(nonce: string): string {
  return [...SHARED, "object-src 'none'", `script-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:"].join(
    "; ",
  );
}

/**
 * Public pages: constant for the same bytes, so that they can be kept. Data for search engines is named by its hash.
 * `frames`: the only origins whose pages may stand in this one, once a reader asked for them.
 */
export function publicPolicy(html = "", frames: readonly string[] = []): string {
  const framed = frames.length === 0 ? [] : [`frame-src ${frames.join(" ")}`];
  return [
    ...SHARED,
    "object-src 'self'",
    ["script-src 'self'", ...dataHashes(html)].join(" "),
    "img-src 'self'",
    ...framed,
  ].join("; ");
}

/** What is not a page shows nothing but itself, and is framed by nobody. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** The worker that keeps pages for reading offline: brings its script, asks our own origin. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

/** Only in the head, where no words of an article stand. */
function dataHashes(html: string): string[] {
  const head = html.slice(0, Math.max(0, html.indexOf("</head>")));
  return Array.from(
    head.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs),
    ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
}
