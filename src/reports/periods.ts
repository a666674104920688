import { readable } from "../board/rules.ts";
import { type Rhythm, type Term, termsOf } from "../duties/rhythm.ts";
import { addDays, type Day, dayOf, endOfDay, type Instant, startOfDay } from "../kernel/clock.ts";
import { addMonths, lastDayOf } from "../kernel/months.ts";
import { PLAIN_WEEKS } from "../kernel/working-days.ts";
import type { Settings } from "../settings/settings.ts";
import { type KindKey, kindOf } from "./kinds.ts";

/** What a report is about, and when it is due. */
export interface ReportPeriod {
  /** `2026-11`, `2026-Q4`, `2026`; never changed once used. */
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
  /** The draft is made, and may be submitted, from here on. */
  readonly opens: Instant;
  /** Last instant at which it is on time. */
  readonly due: Instant;
  /** Months it is put together from, in order; the month itself for a monthly report. */
  readonly months: readonly string[];
}

const RHYTHMS: Readonly<Record<"month" | "quarter" | "year", (settings: Settings) => Rhythm>> = {
  month: (settings) => ({ every: "month", day: settings["reports.cutDay"] }),
  quarter: () => ({ every: "quarter" }),
  year: () => ({ every: "year", month: 12, day: 31 }),
};

/** The period of a kind by its key, or null when there is none of that name. */
export function periodOf(kind: KindKey, key: string, settings: Settings): ReportPeriod | null {
  const { every, fromMonths } = kindOf(kind);
  const months = every && monthsOf(every, key);
  if (!months) return null;
  const [first, last] = [months[0]!, months.at(-1)!];
  const due = dueDay(every, last, settings);
  const byCut = every === "month" || fromMonths;
  return {
    key,
    from: byCut ? addDays(cutOf(addMonths(first, -1), settings), 1) : `${first}-01`,
    to: byCut ? cutOf(last, settings) : lastDayOf(last),
    opens: startOfDay(addDays(due, -settings["reports.prepareDays"])),
    due: endOfDay(due),
    months,
  };
}

/** Every period of a kind that falls due in these days, both included, in order. */
export function periodsDue(kind: KindKey, from: Day, to: Day, settings: Settings): ReportPeriod[] {
  const { every } = kindOf(kind);
  if (!every) return [];
  const later = every === "month" ? 0 : settings["reports.afterDays"];
  const terms: Term[] = termsOf(RHYTHMS[every](settings), addDays(from, -later), addDays(to, -later), PLAIN_WEEKS);
  return terms.flatMap(({ period }) => periodOf(kind, period, settings) ?? []);
}

/** What a report's figures count: to the minute, and by whole days. */
export interface Coverage {
  readonly since: Instant;
  readonly until: Instant;
  readonly from: Day;
  readonly to: Day;
}

/**
 * From where the report before ended, up to this instant, the end of the period, or where the next report already
 * begins. So two reports together count everything once, also when the earlier one was submitted before its last day
 * or the cut day was changed between them.
 */
export function coverageOf(
  { from, to }: { readonly from: Day; readonly to: Day },
  now: Instant,
  before: Instant | null = null,
  after: Instant | null = null,
): Coverage {
  const end = startOfDay(addDays(to, 1));
  const since = [before ?? startOfDay(from), end].sort()[0]!;
  const until = [now, end, ...(after === null ? [] : [after])].sort()[0]!;
  return { since, until, from: dayOf(since), to: addDays(dayOf(until), -1) };
}

/** `2026-10` and so on. Null for a key that is none. */
function monthsOf(every: "month" | "quarter" | "year", key: string): string[] | null {
  const pattern = { month: /^(20\d\d)-(0[1-9]|1[0-2])$/, quarter: /^(20\d\d)-Q([1-4])$/, year: /^(20\d\d)$/ }[every];
  const [whole, year, part = "1"] = pattern.exec(key) ?? [];
  if (whole === undefined) return null;
  const count = { month: 1, quarter: 3, year: 12 }[every];
  const first = every === "quarter" ? 3 * Number(part) - 2 : Number(part);
  return Array.from({ length: count }, (_, index) => `${year}-${String(first + index).padStart(2, "0")}`);
}

const cutOf = (month: string, settings: Settings): Day =>
  `${month}-${String(settings["reports.cutDay"]).padStart(2, "0")}`;
const dueDay = (every: "month" | "quarter" | "year", last: string, settings: Settings): Day =>
  every === "month" ? cutOf(last, settings) : addDays(lastDayOf(last), settings["reports.afterDays"]);

const ROMAN = ["I", "II", "III", "IV"];

/** "tháng 11 năm 2026", "quý IV năm 2026", "năm 2026"; the days themselves for a period without a name. */
export function periodWords(kind: KindKey, key: string, from: Day, to: Day): string {
  const { every } = kindOf(kind);
  const [year = "", part = ""] = key.split("-");
  if (every === "month") return `tháng ${Number(part)} năm ${year}`;
  if (every === "quarter") return `quý ${ROMAN[Number(part.slice(1)) - 1]} năm ${year}`;
  if (every === "year") return `năm ${year}`;
  return `từ ngày ${readable(from)} đến ngày ${readable(to)}`;
}
