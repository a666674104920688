import fc from "fast-check";
import { expect, test } from "vitest";
import { addWorkingDays, isWorkingDay, PLAIN_WEEKS, workingDaysBetween } from "./working-days.ts";

/** 1 January 2027 is a Friday; the Saturday after it is worked in exchange. */
const calendar = { holidays: new Set(["2027-01-01"]), workedWeekends: new Set(["2027-01-02"]) };

test.each([
  ["2026-11-24", 1, "2026-11-25"],
  ["2026-11-27", 1, "2026-11-30"],
  ["2026-11-24", 10, "2026-12-08"],
  ["2026-12-31", 1, "2027-01-02"],
  ["2026-12-31", 2, "2027-01-04"],
  ["2026-11-28", 0, "2026-11-28"],
])("from %s, %i working days on, it is %s", (day, count, due) => {
  expect(addWorkingDays(day, count, calendar)).toBe(due);
});

test("the day something came in does not count, the last one does", () => {
  expect(workingDaysBetween("2026-11-24", "2026-11-24", PLAIN_WEEKS)).toBe(0);
  expect(workingDaysBetween("2026-11-24", "2026-11-25", PLAIN_WEEKS)).toBe(1);
  expect(workingDaysBetween("2026-11-25", "2026-11-24", PLAIN_WEEKS)).toBe(-1);
  expect(workingDaysBetween("2026-12-31", "2027-01-04", calendar)).toBe(2);
});

test("whatever the day and the number, counting back gives the number, and the last day is worked", () => {
  const days = fc.integer({ min: 0, max: 2000 }).map((n) => Temporal.PlainDate.from("2026-01-01").add({ days: n }));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const due = addWorkingDays(from.toString(), count, calendar);
      expect(isWorkingDay(due, calendar)).toBe(true);
      expect(workingDaysBetween(from.toString(), due, calendar)).toBe(count);
    }),
    { numRuns: 200 },
  );
});
