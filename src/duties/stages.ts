import { addDays, addSeconds, dayOf, fromLocalInput, type Instant, toLocalInput } from "../kernel/clock.ts";
import { isWorkingDay, type WorkCalendar } from "../kernel/working-days.ts";
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
  /** A reminder that would fall on a day off comes on the working day before (requirements §8). */
  readonly earlierOnDaysOff: boolean;
}

/** Every moment at which an item is told of while it is not done, in order. None before it can be done. */
export function stagesOf({ rule, term }: Pick<OwedItem, "rule" | "term">, rules: RemindRules): Stage[] {
  const reminders = [...rule.remindHours]
    .sort((a, b) => b - a)
    .map((hours): Stage => {
      const at = remindAt(addSeconds(term.due, -Math.round(hours * 3600)), rules);
      return { ahead: Math.round(hours * 60), at: [at, term.opens].sort().at(-1)! };
    });
  return [...reminders, { ahead: LATE, at: addSeconds(term.due, 1) }];
}

function remindAt(at: Instant, { calendar, earlierOnDaysOff }: RemindRules): Instant {
  if (!earlierOnDaysOff) return at;
  let day = dayOf(at);
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day === dayOf(at) ? at : (fromLocalInput(`${day}T${toLocalInput(at).slice(11)}`) ?? at);
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
