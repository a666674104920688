import { addDays, type Day, dayOf, type Instant, ZONE } from "./clock.ts";
import { isWorkingDay, type WorkCalendar } from "./working-days.ts";

/** Hours in which a working day is worked, Vietnamese wall time: `07:30-17:30`. */
export type WorkHours = string;

/**
 * The instant at which so many working days of time are over, counted within the hours worked: one day ends at the same
 * hour of the next working day, half a day some hours later. What begins at night or on a day off begins with the next
 * working morning.
 */
export function afterWorkingTime(at: Instant, days: number, hours: WorkHours, calendar: WorkCalendar): Instant {
  const [from = "", to = ""] = hours.split("-");
  let left = days * (Date.parse(wall("2026-01-01", to)) - Date.parse(wall("2026-01-01", from)));
  let begin = Date.parse(at);
  for (let day = dayOf(at); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    begin = Math.max(begin, Date.parse(wall(day, from)));
    const rest = Math.max(0, Date.parse(wall(day, to)) - begin);
    if (left <= rest) return new Date(begin + left).toISOString();
    left -= rest;
  }
}

function wall(day: Day, time: string): Instant {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: time });
  return zoned.toInstant().toString({ smallestUnit: "millisecond" });
}
