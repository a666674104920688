import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { standingOf } from "../duties/standing.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import type { Settings } from "../settings/settings.ts";
import type { Db } from "../storage/database.ts";
import { checksBetween } from "./checks.queries.ts";
import { slotsBetween } from "./slots.ts";

/** How many checks of today wait to be done, late ones among them: the number beside the menu's item. */
export async function countDueChecks(db: Db, settings: Settings, now: Instant): Promise<number> {
  const today = dayOf(now);
  const done = await checksBetween(db, today, today);
  const slots = slotsBetween(today, today, settings, await readWorkCalendar(db));
  return slots.filter((slot) => ["open", "late"].includes(standingOf(slot, done.get(slot.period)?.at ?? null, now)))
    .length;
}
