import { readable } from "../board/rules.ts";
import { formatDateTime } from "../ui/format.ts";
import { csv } from "./csv-out.ts";

/** `day`: `YYYY-MM-DD`. `time`: an instant, shown as it is on the wall in Vietnam. */
export type ColumnKind = "text" | "number" | "day" | "time";
/** Null and "" are an empty cell. */
export type Value = string | number | null;

export interface Head {
  readonly label: string;
  readonly kind: ColumnKind;
}

/** One column of a list: the same definition gives the CSV, the XLSX and the template of an import. */
export interface SheetColumn<Row> {
  readonly label: string;
  /** `text` unless said otherwise. */
  readonly kind?: ColumnKind;
  value(row: Row): Value;
}

/** A list as a table of values, ready to be written in any format. */
export interface Sheet {
  /** Of the file, without its ending: `van-ban`. */
  readonly name: string;
  /** Of the sheet in a workbook: `Văn bản`. */
  readonly title: string;
  readonly heads: readonly Head[];
  readonly rows: readonly (readonly Value[])[];
}

export function sheetOf<Row>(
  name: string,
  title: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Sheet {
  return {
    name,
    title,
    heads: columns.map(({ label, kind = "text" }) => ({ label, kind })),
    rows: rows.map((row) => rowOf(columns, row)),
  };
}

export const rowOf = <Row>(columns: readonly SheetColumn<Row>[], row: Row): Value[] =>
  columns.map((column) => column.value(row));

/** The sheet as CSV: days as they are written in Vietnam, numbers without separators. */
export function csvOf({ heads, rows }: Sheet): string {
  return csv([heads.map(({ label }) => label), ...csvRows(heads, rows)]);
}

/** Rows of a sheet as text. */
export const csvRows = (heads: readonly Head[], rows: readonly (readonly Value[])[]): string[][] =>
  rows.map((row) => row.map((value, index) => written(value, heads[index]!.kind)));

function written(value: Value, kind: ColumnKind): string {
  if (value === null || value === "") return "";
  if (kind === "day") return readable(String(value));
  return kind === "time" ? formatDateTime(String(value)) : String(value);
}
