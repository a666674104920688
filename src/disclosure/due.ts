import type { Day } from "../kernel/clock.ts";
import { addWorkingDays, type WorkCalendar } from "../kernel/working-days.ts";

/** `2025-2026`: begins in August of the first year. */
export type SchoolYear = string;

const FIRST_MONTH = 8;

export function schoolYearOf(day: Day): SchoolYear {
  const { year, month } = Temporal.PlainDate.from(day);
  return schoolYear(month >= FIRST_MONTH ? year : year - 1);
}

export const schoolYear = (first: number): SchoolYear => `${first}-${first + 1}`;

export const firstYearOf = (year: SchoolYear): number => Number(year.slice(0, 4));

export function isSchoolYear(text: string): boolean {
  const [, first, second] = /^(20\d\d)-(20\d\d)$/.exec(text) ?? [];
  return first !== undefined && Number(second) === Number(first) + 1;
}

/** "năm học 2025–2026" */
export const yearWords = (year: SchoolYear): string => `năm học ${year.replace("-", "–")}`;

export type Period = "school_year" | "fiscal_year" | "on_change";

/** What one entry covers, in words. A fiscal year is told with the school year in which it is due. */
export function periodWords(period: Period, year: SchoolYear): string {
  if (period === "fiscal_year") return `Năm tài chính ${firstYearOf(year)}`;
  return period === "on_change"
    ? `Năm học ${year.replace("-", "–")}, cập nhật khi thay đổi`
    : `Năm học ${year.replace("-", "–")}`;
}

export interface DueRule {
  readonly dueMonth: number;
  readonly dueDay: number;
  /** Working days after a change. */
  readonly changeDays: number;
}

/** A rule with the first day on which it counts; "" for the one an item began with. */
export interface DatedRule extends DueRule {
  readonly from: Day | "";
}

/**
 * The rule by which a school year is due. A later rule counts only for what was not yet due when it came in, neither
 * by the rule before it nor by itself: nothing becomes late, or on time, after the event. Rules in order of day.
 */
export function ruleOfYear(rules: readonly DatedRule[], year: SchoolYear): DueRule {
  return rules.reduce((held, next) => {
    const isAhead = next.from <= yearlyDue(held, year) && next.from <= yearlyDue(next, year);
    return isAhead ? next : held;
  });
}

/** The rule that counted on the day something changed. */
export function ruleOfDay(rules: readonly DatedRule[], day: Day): DueRule {
  return rules.findLast(({ from }) => from <= day) ?? rules[0]!;
}

/** Last day of a school year. */
export const lastDayOf = (year: SchoolYear): Day =>
  Temporal.PlainDate.from({ year: firstYearOf(year) + 1, month: FIRST_MONTH, day: 1 })
    .subtract({ days: 1 })
    .toString();

/** Last day for the yearly entry: by the rule of TT 09/2024 30 June of the school year's second year. */
export function yearlyDue({ dueMonth, dueDay }: DueRule, year: SchoolYear): Day {
  const due = { year: firstYearOf(year) + 1, month: dueMonth, day: dueDay };
  return Temporal.PlainDate.from(due, { overflow: "constrain" }).toString();
}

/** Last day for the version that a change asks for. */
export const changeDue = ({ changeDays }: DueRule, changedOn: Day, calendar: WorkCalendar): Day =>
  addWorkingDays(changedOn, changeDays, calendar);

/** `full`: there in time. `late`: there, after its day. `missing`: its day is past. `ahead`: its day is to come. */
export type Standing = "full" | "late" | "missing" | "ahead";

export interface Facts {
  readonly due: Day;
  /** Days on which the versions were published, the first one first, each with its own last day. */
  readonly published: readonly { readonly on: Day; readonly due: Day }[];
}

/** Where an item stands on a day (REQ-073): judged by its first version, and by its newest one. */
export function standingOn({ due, published }: Facts, today: Day): Standing {
  const first = published[0];
  const last = published.at(-1);
  if (!first || !last) return today > due ? "missing" : "ahead";
  return first.on > first.due || last.on > last.due ? "late" : "full";
}
