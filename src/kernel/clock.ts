/**
 * Time is passed in, never read where a rule is judged. Instants are stored as UTC text with
 * milliseconds (`2026-11-24T01:02:03.004Z`), which sorts as time in both databases.
 */
export interface Clock {
  now(): Instant;
}

/** UTC, ISO 8601, always with milliseconds and `Z`. */
export type Instant = string;
/** A calendar day in the institution's time zone, `YYYY-MM-DD`. */
export type Day = string;

export const ZONE = "Asia/Ho_Chi_Minh";

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** The calendar day of an instant in Vietnam (UTC+7, no summer time; the host's zone plays no part). */
export function dayOf(at: Instant): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The first instant of a calendar day in Vietnam. */
export function startOfDay(day: Day): Instant {
  return toInstant(Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant());
}

/** The last second of a calendar day in Vietnam: what is due by this day is on time until then. */
export function endOfDay(day: Day): Instant {
  return addSeconds(startOfDay(addDays(day, 1)), -1);
}

/** An instant from what `<input type="datetime-local">` sends (Vietnamese wall time), or null when it is no time. */
export function fromLocalInput(text: string): Instant | null {
  try {
    return toInstant(Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant());
  } catch {
    return null;
  }
}

/** Wall time in Vietnam as `<input type="datetime-local">` wants it: `2026-11-24T08:30`. */
export function toLocalInput(at: Instant): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The calendar day so many days later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function addSeconds(at: Instant, seconds: number): Instant {
  return toInstant(Temporal.Instant.from(at).add({ seconds }));
}

function toInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ smallestUnit: "millisecond" });
}
