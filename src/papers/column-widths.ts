import type { PaperHead } from "./paper.ts";
import { widthOf } from "./type-width.ts";

/** Points of the letters in a table: 12, and 11 where many columns share the page. */
export const tableSize = (columns: number): number => (columns > 5 ? 11 : 12);

/** A head may break, so it asks for no more than this; a cell for no more than that. */
const HEAD_AT_MOST = 1400;
const CELL_AT_MOST = 5000;

/**
 * Widths of a table's columns, together `total`: each as wide as its longest word at least, what is left given to those
 * that would need it to stand on one line.
 */
export function columnWidths(
  heads: readonly PaperHead[],
  rows: readonly (readonly string[])[],
  size: number,
  total: number,
  room: number,
): number[] {
  const needs = heads.map(({ label }, index) => {
    const cells = rows.flatMap((row) => (row[index] ?? "").split("\n"));
    const width = (text: string, bold = false) => widthOf(text, { size, bold }) + 2 * room + 20;
    const words = cells.flatMap((cell) => cell.split(" "));
    const least = widest([...words.map((word) => width(word)), ...label.split(" ").map((word) => width(word, true))]);
    const head = Math.min(width(label, true), HEAD_AT_MOST);
    return { least, wish: Math.max(least, head, Math.min(widest(cells.map((cell) => width(cell))), CELL_AT_MOST)) };
  });
  const least = sum(needs.map((need) => need.least));
  const wish = sum(needs.map((need) => need.wish));
  const exact =
    wish <= total
      ? needs.map((need) => (need.wish * total) / wish)
      : least <= total
        ? needs.map((need) => need.least + ((total - least) * (need.wish - need.least)) / (wish - least))
        : needs.map((need) => (need.least * total) / least);
  const widths = exact.map(Math.floor);
  widths[widths.length - 1]! += total - sum(widths);
  return widths;
}

const widest = (widths: readonly number[]): number => widths.reduce((most, width) => Math.max(most, width), 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
