import type { Settings } from "./settings.ts";

/** `127.0.0.1:8080` and the like: a demonstration on this machine, served without a certificate. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
}

/** Scheme and official host: the only beginning of an address that pages, feeds and mails may use (REQ-013). */
export function siteOrigin(settings: Settings): string {
  const host = settings["site.canonicalHost"];
  return `${isLoopback(host) ? "http" : "https"}://${host}`;
}
