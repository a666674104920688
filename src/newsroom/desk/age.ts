import { dayOf, type Instant } from "../../kernel/clock.ts";
import { type WorkCalendar, workingDaysBetween } from "../../kernel/working-days.ts";

/** How long an article may wait for the next person before the desk says so. Working days. */
export const ALERT_AFTER_DAYS = 1;

export interface Age {
  readonly workingDays: number;
  readonly isLate: boolean;
}

/** How long something has waited, in working days begun after the first: days on which nobody works do not count. */
export function ageOf(since: Instant, now: Instant, calendar: WorkCalendar): Age {
  const workingDays = workingDaysBetween(dayOf(since), dayOf(now), calendar);
  return {
    workingDays,
    isLate: workingDays > ALERT_AFTER_DAYS || (workingDays === ALERT_AFTER_DAYS && laterInDay(since, now)),
  };
}

/** One working day is over at the same hour of the next one. */
function laterInDay(since: Instant, now: Instant): boolean {
  return timeOf(now) >= timeOf(since);
}

const timeOf = (at: Instant) =>
  Temporal.Instant.from(at).toZonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainTime().toString();
