/**
 * A table as spreadsheets in Vietnam open it: UTF-8 with its mark, CRLF. A cell that a spreadsheet would take for a
 * formula is written as text.
 */
export const csv = (rows: readonly (readonly string[])[]): string => MARK + csvLines(rows);

/** By this spreadsheets know UTF-8. It stands once, before the first line. */
export const MARK = "\uFEFF";

/** Lines of such a table, for one that is written in parts. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What the way out put before a text that looks like a formula, taken off again on the way in. */
export const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@])/, "");
