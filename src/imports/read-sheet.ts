import { isDay } from "../board/rules.ts";
import { done, type Result, refused } from "../kernel/result.ts";
import { fold, normalizeLine, normalizeText } from "../kernel/vietnamese.ts";
import { unguarded } from "../lists/csv-out.ts";
import { readCsv } from "../media/text/csv.ts";
import { FAULT_SENTENCES } from "../media/text/file-text.ts";
import type { Grid } from "../media/text/grid.ts";
import { openOffice } from "../media/text/office-parts.ts";
import { readWorkbook } from "../media/text/xlsx.ts";
import type { Cells, ImportColumn } from "./import-kind.ts";

/** More rows than one person looks through. */
export const MOST_ROWS = 2_000;
/** A head may stand under a title of a few lines. */
const HEAD_WITHIN = 10;

export interface SheetRow {
  /** As the spreadsheet counts. */
  readonly line: number;
  readonly cells: Cells;
}

export interface ReadSheet {
  readonly rows: readonly SheetRow[];
  /** The letter of each column that was found, by its key. */
  readonly places: Readonly<Record<string, string>>;
}

/**
 * The rows of an XLSX or CSV file under the heads that are looked for. Refuses, in a sentence that says what to do, what
 * is no such file, lacks a needed column, is empty or too long.
 */
export async function readSheet(
  bytes: Uint8Array,
  columns: readonly ImportColumn[],
): Promise<Result<ReadSheet, string>> {
  const grids = await gridsOf(bytes);
  if (!grids.ok) return grids;
  const found = grids.value.flatMap((grid) => headOf(grid, columns) ?? []);
  const head = found[0];
  if (!head) {
    const needed = columns.filter((column) => column.needed).map(({ label }) => `“${label}”`);
    return refused(`Không thấy hàng tên cột. Bảng cần có các cột ${needed.join(", ")}; hãy tải bảng mẫu rồi điền vào.`);
  }
  const rows = head.grid.cells
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(head.row + 1)
    .filter(({ cells }) => cells.some((text) => (text ?? "").trim() !== ""))
    .map(({ line, cells }) => ({ line, cells: rowCells(cells, columns, head.places) }))
    .filter(({ cells }) => Object.values(cells).some((text) => text !== ""));
  if (rows.length === 0) return refused("Bảng chưa có hàng nào dưới hàng tên cột.");
  if (rows.length > MOST_ROWS) return refused(`Bảng có quá ${MOST_ROWS} hàng; hãy chia thành nhiều bảng.`);
  const places = Object.fromEntries([...head.places].map(([key, column]) => [key, letters(column)]));
  return done({ rows, places });
}

async function gridsOf(bytes: Uint8Array): Promise<Result<readonly Grid[], string>> {
  if (Buffer.from(bytes.subarray(0, 2)).toString("latin1") !== "PK") {
    if (Buffer.from(bytes.subarray(0, 4)).toString("hex") === "d0cf11e0") {
      return refused("Tệp là Excel kiểu cũ (.xls) hoặc có mật khẩu. Hãy lưu lại dạng .xlsx, không đặt mật khẩu.");
    }
    return csvGrid(bytes);
  }
  const opened = await openOffice(bytes);
  const book = opened.ok ? await readWorkbook(opened.value, "raw") : opened;
  return book.ok ? done(book.value.grids) : refused(FAULT_SENTENCES[book.error]);
}

function csvGrid(bytes: Uint8Array): Result<readonly Grid[], string> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
    if (text.includes("\u0000")) return refused("Tệp không phải bảng tính. Hãy chọn tệp .xlsx hoặc .csv.");
    const cells = readCsv(text, MOST_ROWS + HEAD_WITHIN + 2).map((row) => row.map(unguarded));
    return done([{ name: "", cells, merges: [] }]);
  } catch {
    return refused("Tệp CSV không dùng bảng mã UTF-8. Khi lưu, hãy chọn “CSV UTF-8”, hoặc lưu dạng .xlsx.");
  }
}

interface Head {
  readonly grid: Grid;
  readonly row: number;
  readonly places: ReadonlyMap<string, number>;
}

function headOf(grid: Grid, columns: readonly ImportColumn[]): Head | null {
  const needed = columns.filter((column) => column.needed);
  for (const [row, cells] of grid.cells.slice(0, HEAD_WITHIN).entries()) {
    const names = cells.map((text) => nameKey(text ?? ""));
    const places = new Map(
      columns.flatMap(({ key, label, also = [] }): [string, number][] => {
        const wanted = [label, ...also].map(nameKey);
        const at = Array.from(names).findIndex((name) => name !== undefined && wanted.includes(name));
        return at < 0 ? [] : [[key, at]];
      }),
    );
    if (needed.every(({ key }) => places.has(key))) return { grid, row, places };
  }
  return null;
}

function rowCells(
  cells: readonly (string | undefined)[],
  columns: readonly ImportColumn[],
  places: ReadonlyMap<string, number>,
): Cells {
  return Object.fromEntries(
    columns.map(({ key, kind = "text" }) => {
      const text = normalizeText(cells[places.get(key) ?? -1] ?? "").trim();
      return [key, kind === "day" ? dayOfCell(normalizeLine(text)) : text];
    }),
  );
}

/** "09/05/2023", "9-5-2023" or "2023-05-09"; what is no day stays as it is, and is refused where it is judged. */
export function dayOfCell(text: string): string {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : text;
}

/** Heads and choices are compared without marks, letter case and signs. */
export const nameKey = (text: string): string => fold(normalizeLine(text)).replace(/[^a-z0-9]+/g, "");

/** The value of the choice that is written in a cell, or null when there is none such. */
export function chosen<Value>(choices: Iterable<readonly [Value, string]>, text: string): Value | null {
  for (const [value, label] of choices) if (nameKey(label) === nameKey(text)) return value;
  return null;
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;
}
