import { expect, test } from "vitest";
import { VIETNAMESE_HOLIDAYS } from "./vietnamese-holidays.ts";

const of = (year: number) =>
  VIETNAMESE_HOLIDAYS.filter(({ day }) => day.startsWith(String(year))).map(({ day }) => day.slice(5));

test("2026 has its eleven days, and a Monday for the Sunday on which Giỗ Tổ falls", () => {
  expect(of(2026)).toEqual([
    ...["01-01", "02-16", "02-17", "02-18", "02-19", "02-20"],
    ...["04-26", "04-27", "04-30", "05-01", "09-01", "09-02"],
  ]);
});

test.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])("in %i eleven weekdays are off, none of them twice", (year) => {
  const days = of(year);
  expect(new Set(days).size).toBe(days.length);
  const weekdays = days.filter((day) => Temporal.PlainDate.from(`${year}-${day}`).dayOfWeek <= 5);
  expect(weekdays).toHaveLength(11);
});
