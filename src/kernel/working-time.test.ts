import { expect, test } from "vitest";
import { VIETNAMESE_HOLIDAYS } from "../calendar/vietnamese-holidays.ts";
import { toLocalInput } from "./clock.ts";
import { PLAIN_WEEKS, type WorkCalendar } from "./working-days.ts";
import { afterWorkingTime } from "./working-time.ts";

const HOURS = "07:30-17:30";
const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime("Asia/Ho_Chi_Minh").toInstant();
const after = (text: string, days: number, calendar: WorkCalendar = PLAIN_WEEKS) =>
  toLocalInput(afterWorkingTime(local(text).toString(), days, HOURS, calendar));

test.each([
  ["2026-11-24T10:00", 1, "2026-11-25T10:00", "a day ends at the same hour of the next one"],
  ["2026-11-27T15:00", 1, "2026-11-30T15:00", "over a weekend"],
  ["2026-11-28T09:00", 1, "2026-11-30T17:30", "what begins on a Saturday begins on Monday"],
  ["2026-11-24T22:00", 1, "2026-11-25T17:30", "what begins at night begins in the morning"],
  ["2026-11-24T09:00", 0.5, "2026-11-24T14:00", "half a day within the day"],
  ["2026-11-24T16:00", 0.5, "2026-11-25T11:00", "half a day over the night"],
  ["2026-11-27T16:00", 0.5, "2026-11-30T11:00", "half a day over a weekend"],
  ["2028-02-28T10:00", 1, "2028-02-29T10:00", "into 29 February"],
])("REQ-149: %s and %s working days is %s: %s", (from, days, expected) => {
  expect(after(from, days)).toBe(expected);
});

test("REQ-149: Tết is no time in which anything waits", () => {
  const calendar = { holidays: new Set(VIETNAMESE_HOLIDAYS.map(({ day }) => day)), workedWeekends: new Set<string>() };
  expect(after("2028-01-24T16:00", 1, calendar)).toBe("2028-02-01T16:00");
});
