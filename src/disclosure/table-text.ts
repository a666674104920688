import { normalizeLine } from "../kernel/vietnamese.ts";
import type { DisclosureTable } from "./content.ts";

/** More columns or rows than any form has: the rest of a flood is not kept. */
const MOST_COLUMNS = 40;
const MOST_ROWS = 2000;

type Grid = readonly (readonly string[])[];

/** A table of a grid: the first row that says something names the columns; rows are cut or filled to their number. */
export function tableFrom(grid: Grid, caption: string, source: string | null): DisclosureTable | null {
  const filled = grid
    .map((row) => row.map(normalizeLine))
    .filter((row) => row.some((cell) => cell !== ""))
    .slice(0, MOST_ROWS + 1);
  const [head, ...rows] = filled;
  if (!head) return null;
  const width = Math.min(MOST_COLUMNS, Math.max(...filled.map(widthOf)));
  const cut = (row: readonly string[]) => Array.from({ length: width }, (_, at) => row[at] ?? "");
  return {
    caption: normalizeLine(caption),
    columns: cut(head).map((name, at) => name || `Cột ${at + 1}`),
    rows: rows.map(cut),
    source,
  };
}

const widthOf = (row: readonly string[]) => row.findLastIndex((cell) => cell !== "") + 1;

/** What a person pastes from a spreadsheet: cells between tabs, or between semicolons or bars when there is no tab. */
export function gridFromPaste(text: string): Grid {
  const separator = text.includes("\t") ? "\t" : text.includes("|") ? "|" : ";";
  return text.split(/\r\n|\r|\n/).map((line) => line.split(separator));
}

/** The table as it is pasted and typed again. */
export const pasteOf = ({ columns, rows }: DisclosureTable): string =>
  [columns, ...rows].map((row) => row.join("\t")).join("\n");
