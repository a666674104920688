import { dayOf, type Instant } from "../../kernel/clock.ts";

/** How long an article may wait for the next person before the desk says so. Working days. */
export const ALERT_AFTER_DAYS = 1;

export interface Age {
  readonly workingDays: number;
  readonly isLate: boolean;
}

/** How long something has waited, in working days begun after the first: Saturdays and Sundays do not count. */
export function ageOf(since: Instant, now: Instant): Age {
  const last = Temporal.PlainDate.from(dayOf(now));
  let workingDays = 0;
  for (
    let day = Temporal.PlainDate.from(dayOf(since)).add({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (day.dayOfWeek <= 5) workingDays += 1;
  }
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
