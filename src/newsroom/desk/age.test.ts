import { expect, test } from "vitest";
import { PLAIN_WEEKS } from "../../kernel/working-days.ts";
import { ageOf } from "./age.ts";

/** 24 November 2026 is a Tuesday. Hours are those on the wall in Vietnam. */
const at = (day: number, hour: number) => `2026-11-${day}T${String(hour - 7).padStart(2, "0")}:00:00.000Z`;

test.each([
  ["the same afternoon", at(24, 8), at(24, 17), 0, false],
  ["the next morning, before the hour", at(24, 10), at(25, 9), 1, false],
  ["the next morning, at the hour", at(24, 10), at(25, 10), 1, true],
  ["two days later", at(24, 10), at(26, 8), 2, true],
  ["over a weekend from Friday", at(27, 15), at(30, 9), 1, false],
  ["a Saturday and a Sunday", at(28, 9), at(29, 20), 0, false],
])("%s", (_, since, now, workingDays, isLate) => {
  expect(ageOf(since, now, PLAIN_WEEKS)).toEqual({ workingDays, isLate });
});

test("a holiday in between is no day of waiting", () => {
  const calendar = { holidays: new Set(["2026-11-25"]), workedWeekends: new Set<string>() };
  expect(ageOf(at(24, 10), at(26, 9), calendar)).toEqual({ workingDays: 1, isLate: false });
});
