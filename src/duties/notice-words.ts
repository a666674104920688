import { formatDateTime, formatNumber } from "../ui/format.ts";
import type { OwedItem } from "./owed.ts";
import { itemWords } from "./words.ts";

/** An item as one person is told of it. */
export interface ToldLine {
  readonly item: OwedItem;
  /** Names of those who owe it, for somebody who is told because it is late; null for those who owe it. */
  readonly owedBy: readonly string[] | null;
}

const STATE = { late: "quá hạn từ", missed: "bỏ lỡ, hạn là" } as const;

/** One item in one line: what, whose, by when. */
export function toldWords({ item, owedBy }: ToldLine): string {
  const { rule, about, term, standing } = item;
  const whose = owedBy === null ? "" : ` (${owedBy.join(", ") || "chưa có người phụ trách"})`;
  const when = standing === "late" || standing === "missed" ? STATE[standing] : "hạn";
  return `${itemWords(rule, about, term.period)}${whose}: ${when} ${formatDateTime(term.due)}`;
}

/** One notice for everything that one person is told at once: the sentence, and the lines of the mail. */
export function digestOf(lines: readonly ToldLine[]): { readonly text: string; readonly details: readonly string[] } {
  const [only] = lines;
  if (lines.length === 1 && only) return { text: toldWords(only), details: [] };
  const mine = lines.filter(({ owedBy }) => owedBy === null);
  const count = (some: readonly ToldLine[], ...standings: readonly string[]) =>
    some.filter(({ item }) => standings.includes(item.standing)).length;
  const parts = [
    [count(mine, "open"), "sắp đến hạn"],
    [count(mine, "late"), "quá hạn"],
    [count(mine, "missed"), "bỏ lỡ"],
    [lines.length - mine.length, "của người khác đã quá hạn, báo để đôn đốc"],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${formatNumber(number)} ${what}`);
  return { text: `Việc đến hạn: ${told.join("; ")}.`, details: lines.map(toldWords) };
}
