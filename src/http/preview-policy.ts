import { deskPolicy } from "./security.ts";

/** A page of the desk that shows pages of ours in frames. */
export const framingPolicy = (nonce: string): string => `${deskPolicy(nonce)}; frame-src 'self'`;

/** A draft as the public would see it: framed by our own desk alone, runs nothing, sends nothing, loads only our own. */
export const PREVIEW_POLICY = [
  "sandbox allow-same-origin",
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");
