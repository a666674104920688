import type { Day } from "../kernel/clock.ts";
import { addMonths, firstDayOf, lastDayOf, readMonth, writtenMonth } from "../kernel/months.ts";

/** A month, a quarter or a year: `2026-11`, `2026-Q4`, `2026`. */
export type Period = string;

/** The period as somebody wrote it; null when there is no such period. */
export function readPeriod(text: string): Period | null {
  const bare = text.trim().toUpperCase();
  if (/^20\d{2}(-Q[1-4])?$/.test(bare)) return bare;
  return readMonth(bare);
}

/** First and last day. */
export function daysOf(period: Period): { readonly from: Day; readonly to: Day } {
  const [year = "", part = ""] = period.split("-");
  if (part === "") return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (!part.startsWith("Q")) return { from: firstDayOf(period), to: lastDayOf(period) };
  const first = `${year}-${String(3 * Number(part.slice(1)) - 2).padStart(2, "0")}`;
  return { from: firstDayOf(first), to: lastDayOf(addMonths(first, 2)) };
}

const ROMAN = ["I", "II", "III", "IV"];

/** "tháng 11/2026", "quý IV năm 2026", "năm 2026" */
export function periodWords(period: Period): string {
  const [year = "", part = ""] = period.split("-");
  if (part === "") return `năm ${year}`;
  return part.startsWith("Q") ? `quý ${ROMAN[Number(part.slice(1)) - 1]} năm ${year}` : `tháng ${writtenMonth(period)}`;
}

/** Periods one can still plan on `today`: this and the next two months, this and the next quarter, this and the next year. */
export function periodsAhead(today: Day): Period[] {
  const month = today.slice(0, 7);
  const quarterOf = (of: string) => `${of.slice(0, 4)}-Q${Math.ceil(Number(of.slice(5)) / 3)}`;
  const year = Number(today.slice(0, 4));
  return [
    ...[0, 1, 2].map((ahead) => addMonths(month, ahead)),
    ...[0, 3].map((ahead) => quarterOf(addMonths(month, ahead))),
    ...[0, 1].map((ahead) => String(year + ahead)),
  ];
}
