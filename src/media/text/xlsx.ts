import { done, type Result, refused } from "../../kernel/result.ts";
import { ofKind, readRelationships } from "../../newsroom/word/relationships.ts";
import { child, elements, isElement, textOf, type XmlElement } from "../../newsroom/word/xml.ts";
import { builtInFormat, isDayFormat, showNumber } from "./cell-format.ts";
import type { ReadFault } from "./file-text.ts";
import type { Grid, Merge } from "./grid.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS } from "./limits.ts";
import type { OfficeParts } from "./office-parts.ts";

/** A workbook as grids of what is shown; `hidden` tells whether sheets, rows or columns were passed over. */
export interface Workbook {
  readonly grids: readonly Grid[];
  readonly hidden: boolean;
}

/** How cells are read: `shown` as a reader of the sheet sees them; `raw` for entering: every row and column at its place. */
export type ReadingMode = "shown" | "raw";

/**
 * Reads the visible sheets. Formulas are read as the value last saved with them; nothing is computed. `raw`: days as
 * `YYYY-MM-DD` and numbers as they are, whatever format shows them, and hidden rows and columns stay where they are.
 */
export async function readWorkbook(
  parts: OfficeParts,
  mode: ReadingMode = "shown",
): Promise<Result<Workbook, ReadFault>> {
  const book = await parts.xml("xl/workbook.xml");
  if (!book.ok) return book;
  if (book.value?.name !== "x:workbook") return refused("otherType");
  const rels = await parts.xml("xl/_rels/workbook.xml.rels");
  if (!rels.ok) return rels;
  const links = readRelationships(rels.value, "xl/workbook.xml");
  const strings = await parts.xml(ofKind(links, "sharedStrings")[0]?.target ?? "xl/sharedStrings.xml");
  if (!strings.ok) return strings;
  const styles = await parts.xml(ofKind(links, "styles")[0]?.target ?? "xl/styles.xml");
  if (!styles.ok) return styles;
  const reading: Reading = {
    strings: elements(strings.value ?? undefined).map(richText),
    formats: cellFormats(styles.value ?? undefined),
    mode,
    since1904: /^(1|true)$/.test(child(book.value, "x:workbookPr")?.attrs.date1904 ?? ""),
  };
  const grids: Grid[] = [];
  let hidden = false;
  for (const sheet of elements(child(book.value, "x:sheets")).slice(0, MAX_SHEETS)) {
    if (/hidden/i.test(sheet.attrs.state ?? "")) {
      hidden = true;
      continue;
    }
    const target = links.get(sheet.attrs["r:id"] ?? "")?.target;
    const root = target === undefined ? done(null) : await parts.xml(target);
    if (!root.ok) return root;
    if (!root.value) continue;
    const read = readGrid(sheet.attrs.name ?? "", root.value, reading);
    grids.push(read.grid);
    hidden ||= read.hidden;
  }
  return done({ grids, hidden });
}

interface Reading {
  readonly strings: readonly string[];
  /** Number format of each cell style. */
  readonly formats: readonly string[];
  readonly since1904: boolean;
  readonly mode: ReadingMode;
}

/** All text of a string item but the phonetic hints. */
function richText(node: XmlElement): string {
  return node.children
    .map((inner) => {
      if (!isElement(inner)) return "";
      if (inner.name === "x:t") return textOf(inner);
      return inner.name === "x:r" ? richText(inner) : "";
    })
    .join("");
}

function cellFormats(styles: XmlElement | undefined): string[] {
  const own = new Map(
    elements(child(styles, "x:numFmts")).map(({ attrs }) => [Number(attrs.numFmtId), attrs.formatCode ?? ""]),
  );
  return elements(child(styles, "x:cellXfs")).map(({ attrs }) => {
    const id = Number(attrs.numFmtId ?? 0);
    return own.get(id) ?? builtInFormat(id);
  });
}

function readGrid(name: string, root: XmlElement, reading: Reading): { grid: Grid; hidden: boolean } {
  const hiddenColumns = new Set<number>();
  for (const { attrs } of elements(child(root, "x:cols"))) {
    if (!isOn(attrs.hidden)) continue;
    const last = Math.min(Number(attrs.max), MAX_COLUMNS);
    for (let column = Number(attrs.min); column <= last; column += 1) hiddenColumns.add(column - 1);
  }
  const hiddenRows = new Set<number>();
  const cells: (string | undefined)[][] = [];
  let at = -1;
  for (const row of elements(child(root, "x:sheetData"))) {
    at = row.attrs.r ? Number(row.attrs.r) - 1 : at + 1;
    if (!Number.isInteger(at) || at < 0 || at >= MAX_ROWS) break;
    while (cells.length < at) cells.push([]);
    if (isOn(row.attrs.hidden)) hiddenRows.add(at);
    cells[at] = readRow(row, reading);
  }
  const merges = elements(child(root, "x:mergeCells")).flatMap(({ attrs }) => mergeOf(attrs.ref ?? ""));
  const isRaw = reading.mode === "raw";
  const shown = {
    rows: kept(cells.length, isRaw ? new Set() : hiddenRows),
    columns: kept(MAX_COLUMNS, isRaw ? new Set() : hiddenColumns),
  };
  return {
    grid: {
      name,
      cells: shown.rows.map((row) => shown.columns.map((column) => cells[row]![column])),
      merges: merges.flatMap((merge) => withoutHidden(merge, shown)),
    },
    hidden: hiddenColumns.size > 0 || [...hiddenRows].some((row) => cells[row]!.some((text) => text)),
  };
}

const isOn = (value: string | undefined) => value === "1" || value === "true";
const kept = (length: number, hidden: ReadonlySet<number>) =>
  Array.from({ length }, (_, index) => index).filter((index) => !hidden.has(index));

function readRow(row: XmlElement, reading: Reading): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  let column = -1;
  for (const cell of elements(row)) {
    column = cell.attrs.r ? columnOf(cell.attrs.r) : column + 1;
    if (column < 0 || column >= MAX_COLUMNS) continue;
    texts[column] = cellText(cell, reading);
  }
  return texts;
}

function cellText(cell: XmlElement, { strings, formats, since1904, mode }: Reading): string {
  const kind = cell.attrs.t ?? "n";
  if (kind === "inlineStr") return richText(child(cell, "x:is") ?? cell);
  const node = child(cell, "x:v");
  const raw = node ? textOf(node) : "";
  if (raw === "") return "";
  if (kind === "s") return strings[Number(raw)] ?? "";
  if (kind === "b") return raw === "1" ? "Có" : "Không";
  if (kind === "d") return raw.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, mode === "raw" ? "$1-$2-$3" : "$3/$2/$1");
  const number = Number(raw);
  if (kind !== "n" || !Number.isFinite(number)) return raw;
  const format = formats[Number(cell.attrs.s ?? 0)] ?? "General";
  if (mode === "shown") return showNumber(number, format, since1904);
  return isDayFormat(format) ? showNumber(number, "yyyy-mm-dd", since1904) : String(number);
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function mergeOf(reference: string): Merge[] {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!found) return [];
  const [, left, top, right, bottom] = found;
  return [{ left: columnOf(left!), top: Number(top) - 1, right: columnOf(right!), bottom: Number(bottom) - 1 }];
}

function withoutHidden(merge: Merge, shown: { rows: readonly number[]; columns: readonly number[] }): Merge[] {
  const inside = (kept: readonly number[], from: number, to: number): [number, number] => [
    kept.findIndex((index) => index >= from),
    kept.findLastIndex((index) => index <= to),
  ];
  const [top, bottom] = inside(shown.rows, merge.top, merge.bottom);
  const [left, right] = inside(shown.columns, merge.left, merge.right);
  return top < 0 || left < 0 || bottom < top || right < left ? [] : [{ top, left, bottom, right }];
}
