import { createHmac, timingSafeEqual } from "node:crypto";
import { addSeconds, type Instant } from "../kernel/clock.ts";

/** A person needs longer than this to read the notice and write a sentence. Seconds. */
export const SHORTEST_FILL = 4;
/** After this the form must be opened again; what was typed is kept. Seconds. */
export const LONGEST_FILL = 24 * 3600;

/** When a form was opened, signed, so that no program can claim to have read it for longer than it did. */
export function stamp(secret: string, at: Instant): string {
  return `${at}~${signature(secret, at)}`;
}

/** What the time between opening and sending a form says. `forged`: the stamp is missing or not ours. */
export function readStamp(secret: string, given: string, now: Instant): "good" | "tooFast" | "tooOld" | "forged" {
  const [at = "", signed = ""] = given.split("~", 2);
  const [a, b] = [Buffer.from(signed), Buffer.from(signature(secret, at))];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return "forged";
  if (now < addSeconds(at, SHORTEST_FILL)) return "tooFast";
  return now > addSeconds(at, LONGEST_FILL) ? "tooOld" : "good";
}

function signature(secret: string, at: Instant): string {
  return createHmac("sha256", secret).update(`opened ${at}`).digest("base64url");
}
