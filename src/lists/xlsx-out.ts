import writeWorkbook from "write-excel-file/node";
import { toLocalInput } from "../kernel/clock.ts";
import { xmlText } from "../kernel/xml-text.ts";
import type { ColumnKind, Sheet, Value } from "./sheet.ts";
import { sheetNames } from "./sheet-names.ts";

/** The format itself: no cell holds more letters. */
const LONGEST_CELL = 32_767;
const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 28, number: 12, day: 12, time: 18 };
const FORMATS = { day: "dd/mm/yyyy", time: "dd/mm/yyyy hh:mm" } as const;
const HEAD = { fontWeight: "bold", wrap: true, backgroundColor: "#e6eef5", alignVertical: "top" } as const;

/**
 * A workbook of these sheets: days and numbers as such, heads bold and standing still while one scrolls. Texts are
 * always texts; none becomes a formula.
 */
export function xlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ title }) => title));
  return writeWorkbook(
    sheets.map(({ heads, rows }, at) => ({
      sheet: names[at]!,
      stickyRowsCount: 1,
      columns: heads.map(({ label, kind }) => ({ width: Math.max(WIDTHS[kind], Math.min(label.length + 2, 40)) })),
      data: [
        heads.map(({ label }) => ({ value: label, type: String, ...HEAD })),
        ...rows.map((row) => row.map((value, index) => cell(value, heads[index]!.kind))),
      ],
    })),
    { fontFamily: "Times New Roman", fontSize: 12 },
  ).toBuffer();
}

function cell(value: Value, kind: ColumnKind) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  const at = kind === "day" ? `${value}T00:00` : kind === "time" ? toLocalInput(value) : "";
  // A workbook knows no time zones: its hours are those on the wall.
  const wall = at === "" ? Number.NaN : Date.parse(`${at}:00Z`);
  if (!Number.isNaN(wall)) return { value: new Date(wall), type: Date, format: FORMATS[kind as "day" | "time"] };
  return { value: xmlText(value.slice(0, LONGEST_CELL)), type: String, wrap: true, alignVertical: "top" as const };
}
