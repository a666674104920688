import { readable } from "../board/rules.ts";
import { formatNumber } from "../ui/format.ts";
import type { Duty } from "./duty.ts";

const PARTS: Readonly<Record<string, string>> = { sang: "sáng", chieu: "chiều" };

/** The period of an item in words, "" where its name is only a mark: `2026-11` is "tháng 11/2026". */
export function periodWords(period: string): string {
  const [, month] = /^\d{4}-(\d\d)$/.exec(period) ?? [];
  const [, quarter] = /^\d{4}-Q([1-4])$/.exec(period) ?? [];
  const [, day, part] = /^(\d{4}-\d\d-\d\d) (sang|chieu)$/.exec(period) ?? [];
  const year = period.slice(0, 4);
  if (month) return `tháng ${month}/${year}`;
  if (quarter) return `quý ${quarter}/${year}`;
  if (day && part) return `${PARTS[part]} ${readable(day)}`;
  if (/^\d{4}-\d{4}$/.test(period)) return `năm học ${period.replace("-", "–")}`;
  return /^\d{4}$/.test(period) ? `năm ${period}` : "";
}

/** What an item is, in one line: duty, what it is about, and its period where that does not tell it already. */
export function itemWords(rule: Pick<Duty, "name">, about: string, period: string): string {
  const isTold = /(năm|tháng|quý) \d/i.test(about);
  return [rule.name, about, isTold ? "" : periodWords(period)].filter(Boolean).join(", ");
}

/** "3 ngày, 1 ngày trước hạn"; how far ahead whoever owes it is reminded. */
export function remindWords(hours: readonly number[]): string {
  if (hours.length === 0) return "Số trên danh mục của Bàn làm việc";
  return `Nhắc trước hạn ${hours.map(spanWords).join(", ")}`;
}

export function spanWords(hours: number): string {
  if (hours >= 24 && hours % 24 === 0) return `${formatNumber(hours / 24)} ngày`;
  return hours >= 1 ? `${formatNumber(hours)} giờ` : `${formatNumber(hours * 60)} phút`;
}
