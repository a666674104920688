import { addDays, type Day, endOfDay, type Instant, startOfDay, ZONE } from "../kernel/clock.ts";
import { isWorkingDay, type WorkCalendar } from "../kernel/working-days.ts";

/** Vietnamese wall time, `07:00`. */
export type WallTime = string;

/** How often a duty comes back, as the regulation says it. */
export type Rhythm =
  /** Within these hours of every working day; tomorrow is too late. */
  | { readonly every: "working-day"; readonly part: string; readonly from: WallTime; readonly to: WallTime }
  /** By the end of this day of every month, also when it is a day off (requirements §8). */
  | { readonly every: "month"; readonly day: number }
  /** By the end of the last day of every quarter. */
  | { readonly every: "quarter" }
  /** By the end of this day of every year. */
  | { readonly every: "year"; readonly month: number; readonly day: number };

/** One time that a duty falls due. */
export interface Term {
  /** Names the term among those of its duty for ever: `2026-11-24 sáng`, `2026-11`, `2026-Q4`, `2026`. */
  readonly period: string;
  /** First instant at which it can be done. */
  readonly opens: Instant;
  /** Last instant at which it is on time. */
  readonly due: Instant;
  /** First instant at which it can no longer be done; null when late is better than never. */
  readonly gone: Instant | null;
}

/** The term of something to be done by a day that was set for it; one may begin so many days before. */
export const termUntil = (day: Day, opensDays: number): Term => ({
  period: day,
  opens: startOfDay(addDays(day, -opensDays)),
  due: endOfDay(day),
  gone: null,
});

/** Every term that falls due from one day to another, both included, in order. Empty when the span is inverted. */
export function termsOf(rhythm: Rhythm, from: Day, to: Day, calendar: WorkCalendar): Term[] {
  switch (rhythm.every) {
    case "working-day":
      return daysBetween(from, to)
        .filter((day) => isWorkingDay(day, calendar))
        .map((day) => ({
          period: `${day} ${rhythm.part}`,
          opens: at(day, rhythm.from),
          due: at(day, rhythm.to),
          gone: startOfDay(addDays(day, 1)),
        }));
    case "month":
      return monthsBetween(from, to)
        .map((month) =>
          byEndOf(month.toString(), month.toPlainDate({ day: rhythm.day }), month.toPlainDate({ day: 1 })),
        )
        .filter(within(from, to));
    case "quarter":
      return monthsBetween(from, to)
        .filter(({ month }) => month % 3 === 0)
        .map((month) =>
          byEndOf(
            `${month.year}-Q${month.month / 3}`,
            month.toPlainDate({ day: month.daysInMonth }),
            month.subtract({ months: 2 }).toPlainDate({ day: 1 }),
          ),
        )
        .filter(within(from, to));
    case "year":
      return monthsBetween(from, to)
        .filter(({ month }) => month === rhythm.month)
        .map((month) =>
          byEndOf(
            String(month.year),
            month.toPlainDate({ day: rhythm.day }),
            Temporal.PlainDate.from({ year: month.year, month: 1, day: 1 }),
          ),
        )
        .filter(within(from, to));
  }
}

function byEndOf(period: string, day: Temporal.PlainDate, opens: Temporal.PlainDate): Term {
  return { period, opens: startOfDay(opens.toString()), due: endOfDay(day.toString()), gone: null };
}

function within(from: Day, to: Day): (term: Term) => boolean {
  const [first, after] = [startOfDay(from), startOfDay(addDays(to, 1))];
  return ({ due }) => due >= first && due < after;
}

function at(day: Day, time: WallTime): Instant {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: time });
  return zoned.toInstant().toString({ smallestUnit: "millisecond" });
}

function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function monthsBetween(from: Day, to: Day): Temporal.PlainYearMonth[] {
  const months: Temporal.PlainYearMonth[] = [];
  const last = Temporal.PlainYearMonth.from(to.slice(0, 7));
  for (
    let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
    Temporal.PlainYearMonth.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  )
    months.push(month);
  return months;
}
