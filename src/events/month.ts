import { addDays, type Day, dayOf } from "../kernel/clock.ts";
import type { Session } from "./event.ts";

/** `YYYY-MM` */
export type Month = string;

export const isMonth = (text: string): boolean => /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text);
export const monthOf = (day: Day): Month => day.slice(0, 7);
export const monthName = (month: Month): string => `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
export const besideMonth = (month: Month, by: 1 | -1): Month =>
  Temporal.PlainYearMonth.from(month).add({ months: by }).toString();

/** Every day of a month. */
export function daysOf(month: Month): Day[] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return Array.from({ length: first.daysInMonth }, (_, add) => first.add({ days: add }).toString());
}

/** 1 for Monday. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Days on which something takes place: each day of each session. One that ends at midnight takes none of the next. */
export function daysTaken(sessions: readonly Session[]): Day[] {
  const taken = new Set<Day>();
  for (const { startsAt, endsAt } of sessions) {
    const last = dayOf(new Date(Date.parse(endsAt) - 1).toISOString());
    for (let day = dayOf(startsAt); day <= last; day = addDays(day, 1)) taken.add(day);
  }
  return [...taken].sort();
}

/** Every month in which something takes place. */
export const monthsTaken = (sessions: readonly Session[]): Month[] => [...new Set(daysTaken(sessions).map(monthOf))];
