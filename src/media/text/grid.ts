import { normalizeText } from "../../kernel/vietnamese.ts";
import type { Sheet } from "./file-text.ts";
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";

/** A rectangle of merged cells; both ends are part of it. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  readonly name: string;
  /** Rows may be of different lengths and have holes. */
  readonly cells: readonly (readonly (string | undefined)[])[];
  readonly merges: readonly Merge[];
}

/**
 * The table that stands in a grid of cells, or null when there is none. Lines above it with one text only are its
 * title; the header is as high as its merged cells say, its levels joined ("Trình độ – Thạc sĩ"); the value of a
 * merged cell is repeated, so that every row can be read alone. Notes under it stand apart.
 */
export function sheetOf(grid: Grid): Sheet | null {
  const rows = grid.cells.slice(0, MAX_ROWS).map((row) => row.slice(0, MAX_COLUMNS).map((text) => tidy(text ?? "")));
  const merges = within(grid.merges, rows.length);
  spread(rows, merges);
  const width = rows.reduce((widest, row) => Math.max(widest, lastFilled(row) + 1), 0);
  if (width === 0) return null;
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
  let top = full.findIndex((row) => new Set(row.filter((text) => text !== "")).size > 1);
  if (top < 0) top = full.findIndex((row) => row.some((text) => text !== ""));
  const above = full
    .slice(0, top)
    .map(firstFilled)
    .filter((text) => text !== "");
  const height = headerHeight(merges, top, width);
  const columns = usedColumns(full.slice(top), width);
  const header = columns.map((column) => {
    const levels = full.slice(top, top + height).map((row) => row[column]!.replaceAll("\n", " "));
    return [...new Set(levels.filter((text) => text !== ""))].join(" – ");
  });
  const isHeading = new Set(merges.flatMap((merge) => (isAcross(merge, width) ? [merge.top] : [])));
  const body = full
    .map((row, at) => ({ row: isHeading.has(at) ? [firstFilled(row)] : row, isAcross: isHeading.has(at) }))
    .slice(top + height)
    .filter(({ row }) => row.some((text) => text !== ""));
  const lastFigures = body.findLastIndex(({ row, isAcross }) => !isNote(row, isAcross));
  return {
    name: grid.name,
    above,
    header,
    rows: body.slice(0, lastFigures + 1).map(({ row }) => columns.map((column) => row[column] ?? "")),
    below: body.slice(lastFigures + 1).map(({ row }) => firstFilled(row)),
  };
}

/** A heading of a group of rows, or a note: one cell that goes over the whole line. It is said once, not in every column. */
const isAcross = ({ top, bottom, left, right }: Merge, width: number) =>
  width > 1 && top === bottom && left === 0 && right >= width - 1;

/** What stands under a table: a line merged over all columns, or one text that says it is a note. */
function isNote(row: readonly string[], across: boolean): boolean {
  const texts = row.filter((text) => text !== "");
  return texts.length === 1 && (across || /^(\(?\*|\(\d\)|ghi chú|chú thích|nguồn|lưu ý)/i.test(texts[0]!));
}

const tidy = (text: string) => normalizeText(text).trim();
const lastFilled = (row: readonly string[]) => row.findLastIndex((text) => text !== "");
const firstFilled = (row: readonly string[]) => row.find((text) => text !== "") ?? "";

function within(merges: readonly Merge[], height: number): Merge[] {
  let left = MAX_CELLS;
  return merges
    .map(({ top, left, bottom, right }) => ({
      top,
      left,
      bottom: Math.min(bottom, height - 1),
      right: Math.min(right, MAX_COLUMNS - 1),
    }))
    .filter((merge) => {
      if (merge.bottom < merge.top || merge.right < merge.left) return false;
      left -= (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
      return left >= 0;
    });
}

function spread(rows: string[][], merges: readonly Merge[]): void {
  for (const { top, left, bottom, right } of merges) {
    const value = rows[top]?.[left] ?? "";
    if (value === "") continue;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) rows[row]![column] = value;
    }
  }
}

/** A header with merged cells goes down as far as they do; one that only spreads to the side has a row below it. */
function headerHeight(merges: readonly Merge[], top: number, width: number): number {
  let bottom = top;
  for (const merge of merges) {
    if (merge.top !== top || merge.right - merge.left + 1 >= width) continue;
    bottom = Math.max(bottom, merge.bottom, merge.right > merge.left ? top + 1 : top);
  }
  return Math.min(bottom - top + 1, 4);
}

function usedColumns(rows: readonly (readonly string[])[], width: number): number[] {
  return Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => row[column] !== ""),
  );
}
