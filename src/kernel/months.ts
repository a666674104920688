import { addDays, type Day, dayOf, type Instant, startOfDay } from "./clock.ts";

/** A calendar month in Vietnam, `YYYY-MM`. */
export type Month = string;

/** The month as somebody wrote it, `2026-11` or `11/2026`; null when there is no such month. */
export function readMonth(text: string): Month | null {
  const turned = text.trim().replace(/^(\d{1,2})\/(\d{4})$/, (_, month: string, year: string) => {
    return `${year}-${month.padStart(2, "0")}`;
  });
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(turned) ? turned : null;
}

export const monthOf = (at: Instant): Month => dayOf(at).slice(0, 7);

export function addMonths(month: Month, months: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

export const firstDayOf = (month: Month): Day => `${month}-01`;
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addMonths(month, 1)), -1);

/** First instant of the month, and the first one after it. */
export const instantsOf = (month: Month): readonly [Instant, Instant] => [
  startOfDay(firstDayOf(month)),
  startOfDay(firstDayOf(addMonths(month, 1))),
];

/** Every month from one to another, both included; none when they are inverted. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** "11/2026" */
export const writtenMonth = (month: Month): string => `${month.slice(5)}/${month.slice(0, 4)}`;
