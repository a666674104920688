import { contentFrom, type RecordContent } from "../desk/record-fields.ts";
import { fold } from "../kernel/vietnamese.ts";
import { readCsv } from "../media/text/csv.ts";
import { type EntryKind, fieldsOf } from "./fields.ts";
import { readLevel } from "./levels.ts";

/** One row of a spreadsheet of procedures or services. */
export interface ImportRow {
  /** Line in the spreadsheet, the head being 1. */
  readonly line: number;
  readonly code: string;
  readonly content: RecordContent;
}

/** Most rows of one import. */
export const MOST_ROWS = 500;

export type ImportFault = "noHead" | "empty" | "tooMany";

/**
 * Reads a spreadsheet whose first row names the columns as the form does, in any order, with or without accents.
 * Levels of the older scale of four become those of today (law.md §3). Refuses a table without code and name.
 */
export function readImport(kind: EntryKind, text: string): readonly ImportRow[] | ImportFault {
  const table = readCsv(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), MOST_ROWS + 2);
  const [head, ...rows] = table.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const columns = (head ?? []).map((name) => fold(name).trim());
  const column = (...names: readonly string[]) => columns.findIndex((name) => names.map(fold).includes(name));
  const code = column("mã", "ma", "mã thủ tục", "mã dịch vụ");
  const fields = fieldsOf(kind);
  const places = new Map(fields.map(({ key, label, name }) => [key, column(label, name, name.replaceAll("-", " "))]));
  if (code === -1 || places.get("name") === -1) return "noHead";
  if (rows.length === 0) return "empty";
  if (rows.length > MOST_ROWS) return "tooMany";
  return rows.map((row, index) => {
    const content = contentFrom(fields, ({ key }) => row[places.get(key) ?? -1] ?? "");
    const level = readLevel(content.level ?? "");
    return {
      line: index + 2,
      code: (row[code] ?? "").trim(),
      content: kind === "service" ? { ...content, level: level ?? content.level ?? "" } : content,
    };
  });
}
