import { addDays, addSeconds, dayOf, fromLocalInput, type Instant, toLocalInput } from "../kernel/clock.ts";
import { isWorkingDay, type WorkCalendar } from "../kernel/working-days.ts";
import type { WorkHours } from "../kernel/working-time.ts";
import type { OwedItem } from "./owed.ts";

/** A moment at which somebody is told of an item. */
export interface Stage {
  /** Minutes before the last instant; `LATE` once it is over. */
  readonly ahead: number;
  readonly at: Instant;
}

export const LATE = -1;

export interface RemindRules {
  readonly calendar: WorkCalendar;
  /** Hours of a working day: reminders of whole days come when it begins. */
  readonly workHours: WorkHours;
  /** A reminder that would fall on a day off comes on the working day before (requirements §8). */
  readonly earlierOnDaysOff: boolean;
}

/** Every moment at which an item is told of while it is not done, in order. None before it can be done. */
export function stagesOf({ rule, term }: Pick<OwedItem, "rule" | "term">, rules: RemindRules): Stage[] {
  const reminders = rule.remindHours.map((hours): Stage => {
    const at = remindAt(term.due, hours, rules);
    return { ahead: Math.round(hours * 60), at: later(at, term.opens) };
  });
  // Of two at one moment the nearer one counts.
  return [...reminders.sort((a, b) => b.ahead - a.ahead), { ahead: LATE, at: addSeconds(term.due, 1) }];
}

const later = (one: Instant, other: Instant): Instant => [one, other].sort()[1] ?? one;

const A_DAY = 24;

function remindAt(due: Instant, hours: number, { calendar, workHours, earlierOnDaysOff }: RemindRules): Instant {
  const exact = addSeconds(due, -Math.round(hours * 3600));
  const time = hours >= A_DAY ? workHours.slice(0, 5) : toLocalInput(exact).slice(11);
  let day = dayOf(exact);
  while (earlierOnDaysOff && !isWorkingDay(day, calendar)) day = addDays(day, -1);
  return hours < A_DAY && day === dayOf(exact) ? exact : (fromLocalInput(`${day}T${time}`) ?? exact);
}

/**
 * What is to be told of an item now: the latest stage that has come, unless that one or a later one was told before.
 * After a stop the earlier ones are passed over, and a clock set back brings none of them again.
 */
export function stageToTell(item: OwedItem, told: readonly number[], now: Instant, rules: RemindRules): Stage | null {
  if (!["open", "late", "missed"].includes(item.standing)) return null;
  const stage = stagesOf(item, rules).findLast(({ at }) => at <= now);
  if (!stage || told.some((ahead) => ahead <= stage.ahead)) return null;
  return stage;
}
