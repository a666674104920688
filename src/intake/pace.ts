import { addSeconds, type Instant } from "../kernel/clock.ts";

/** How far back sendings of one place are counted. Seconds. */
export const PACE_WINDOW = 24 * 3600;
/** A family, a class, an office may share one address: so many may come without any wait. */
const FREE = 5;
/** Minutes to wait after the fifth, sixth, seventh … sending within a day; the last one repeats. */
const WAITS = [1, 5, 15, 60, 180] as const;
/** Everything from everywhere within an hour: beyond it all wait, so that a flood of addresses drowns nobody's question. */
const MOST_AN_HOUR = 200;

/** When somebody from a place that sent at these times may send again; null when now. */
export function nextSending(sent: readonly Instant[], now: Instant): Instant | null {
  const recent = sent.filter((at) => at > addSeconds(now, -PACE_WINDOW) && at <= now).sort();
  const last = recent.at(-1);
  if (last === undefined || recent.length < FREE) return null;
  const minutes = WAITS[Math.min(recent.length - FREE, WAITS.length - 1)]!;
  const next = addSeconds(last, minutes * 60);
  return next > now ? next : null;
}

/** Whether so many came in within the last hour that the portal takes no more for now. */
export const isFlooded = (inLastHour: number): boolean => inLastHour >= MOST_AN_HOUR;
