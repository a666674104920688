import { expect, test } from "vitest";
import { VIETNAMESE_HOLIDAYS } from "../calendar/vietnamese-holidays.ts";
import { toLocalInput } from "../kernel/clock.ts";
import type { WorkCalendar } from "../kernel/working-days.ts";
import type { Duty } from "./duty.ts";
import type { ItemStanding, OwedItem } from "./owed.ts";
import { termsOf } from "./rhythm.ts";
import { LATE, stagesOf, stageToTell } from "./stages.ts";

const CALENDAR: WorkCalendar = {
  holidays: new Set(VIETNAMESE_HOLIDAYS.map(({ day }) => day)),
  workedWeekends: new Set(),
};
const RULES = { calendar: CALENDAR, workHours: "07:30-17:30", earlierOnDaysOff: true };
const REPORT: Duty = {
  key: "monthly-report",
  clause: "Đ11.g3",
  name: "Báo cáo tháng",
  hat: "SECRETARY",
  when: "Ngày 25 hằng tháng",
  closedBy: "Báo cáo đã nộp",
  remindHours: [72, 24, 6],
  escalateTo: "CHIEF",
};

function report(month: string, standing: ItemStanding = "open"): OwedItem {
  const [term] = termsOf({ every: "month", day: 25 }, `${month}-01`, `${month}-28`, CALENDAR);
  return {
    duty: REPORT.key,
    term: term!,
    subject: "",
    about: "",
    unit: null,
    people: [],
    doneAt: null,
    excused: "",
    href: "",
    rule: REPORT,
    standing,
    owners: [],
  };
}

const moments = (month: string, rules = RULES) =>
  stagesOf(report(month), rules).map(({ ahead, at }) => `${ahead}: ${toLocalInput(at)}`);

test("§8: reminders of whole days come when a working day begins", () => {
  expect(moments("2026-11")).toEqual([
    "4320: 2026-11-20T07:30", // 22/11 is a Sunday
    "1440: 2026-11-24T07:30",
    "360: 2026-11-25T17:59",
    `${LATE}: 2026-11-26T00:00`,
  ]);
});

test("§8: the 25th stays the 25th on a day off, and is reminded of on the working day before", () => {
  // 25/4/2027 is a Sunday; 26/1/2028 is Tết, its eve the 25th.
  expect(moments("2027-04")).toEqual([
    "4320: 2027-04-22T07:30",
    "1440: 2027-04-23T07:30",
    "360: 2027-04-23T17:59",
    `${LATE}: 2027-04-26T00:00`,
  ]);
  expect(moments("2028-01")).toEqual([
    "4320: 2028-01-21T07:30",
    "1440: 2028-01-24T07:30",
    "360: 2028-01-24T17:59",
    `${LATE}: 2028-01-26T00:00`,
  ]);
  expect(moments("2027-04", { ...RULES, earlierOnDaysOff: false })[1]).toBe("1440: 2027-04-24T07:30");
});

test("after a stop only the latest stage is told, and a clock set back tells no earlier one again", () => {
  const at = (day: string) => `2026-11-${day}T03:00:00.000Z`;
  const tell = (standing: ItemStanding, told: number[], now: string) =>
    stageToTell(report("2026-11", standing), told, now, RULES)?.ahead ?? null;
  expect(tell("open", [], at("19"))).toBeNull();
  expect(tell("open", [], at("20"))).toBe(4320);
  expect(tell("open", [4320], at("21"))).toBeNull();
  expect(tell("open", [4320], at("24"))).toBe(1440);
  expect(tell("late", [4320], at("27"))).toBe(LATE);
  expect(tell("late", [LATE], at("28"))).toBeNull();
  expect(tell("open", [LATE], at("24"))).toBeNull();
  for (const standing of ["done", "done-late", "excused", "ahead"] as const)
    expect(tell(standing, [], at("27"))).toBeNull();
});
