import { addSeconds, type Instant } from "../kernel/clock.ts";

/** Failures this long before the last one no longer count, and a lock lasts as long. */
export const WINDOW_SECONDS = 15 * 60;
/** How far back failures must be known to judge now. */
export const MEMORY_SECONDS = 2 * WINDOW_SECONDS;
/** Seconds to wait after the first, second, third and fourth failure; the fifth locks. */
const WAITS = [1, 2, 4, 8] as const;

/**
 * When somebody who failed at these times may try to sign in again; null when he may now. Each failure costs more, and
 * the fifth within fifteen minutes closes the door for fifteen. Failures may come in any order.
 */
export function nextAllowedAt(failures: readonly Instant[], now: Instant): Instant | null {
  const last = failures
    .filter((at) => at <= now)
    .sort()
    .at(-1);
  if (last === undefined) return null;
  const from = addSeconds(last, -WINDOW_SECONDS);
  const count = failures.filter((at) => at > from && at <= last).length;
  const next = addSeconds(last, WAITS[count - 1] ?? WINDOW_SECONDS);
  return next > now ? next : null;
}

/** Who is counted: one account name from one address, so that a stranger cannot lock a colleague out of his own place. */
export interface SignInSubject {
  /** As typed, folded: see `signInSubject`. */
  readonly account: string;
  readonly address: string;
}

/** Letter case and decomposed marks do not make another account; an IPv6 customer (/64) is one address. */
export function signInSubject(account: string, address: string): SignInSubject {
  return { account: account.normalize("NFC").trim().toLowerCase().slice(0, 200), address: network(address) };
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("%", 1)[0]!.split("::", 2);
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill("0"), ...after];
  const prefix = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${prefix.join(":")}::/64`;
}
