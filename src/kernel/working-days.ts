import type { Day } from "./clock.ts";

/** Days on which nobody works although the week says so, and weekend days worked in exchange. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<Day>;
  readonly workedWeekends: ReadonlySet<Day>;
}

/** Weeks without any holiday. */
export const PLAIN_WEEKS: WorkCalendar = { holidays: new Set(), workedWeekends: new Set() };

/** Whether the centre works on this day: Monday to Friday but for holidays, and weekends worked in exchange. */
export function isWorkingDay(day: Day, { holidays, workedWeekends }: WorkCalendar): boolean {
  if (holidays.has(day)) return false;
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 || workedWeekends.has(day);
}

/**
 * The working day that is `count` working days after `day`; the day itself does not count, as for every time limit
 * that begins with an event. `count` 0 gives the day itself.
 */
export function addWorkingDays(day: Day, count: number, calendar: WorkCalendar): Day {
  let reached = Temporal.PlainDate.from(day);
  for (let left = count; left > 0; ) {
    reached = reached.add({ days: 1 });
    if (isWorkingDay(reached.toString(), calendar)) left -= 1;
  }
  return reached.toString();
}

/** Working days after `from` up to and with `to`; negative when `to` lies before. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let days = 0;
  const last = Temporal.PlainDate.from(to);
  for (
    let day = Temporal.PlainDate.from(from).add({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (isWorkingDay(day.toString(), calendar)) days += 1;
  }
  return days;
}
