/**
 * A table as spreadsheets in Vietnam open it: UTF-8 with its mark, CRLF. A cell that a spreadsheet would take for a
 * formula is written as text.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What the way out put before a text that looks like a formula, taken off again on the way in. */
export const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@])/, "");
