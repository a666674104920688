/** Data as a table for spreadsheets: one line for an object, its own fields as columns, lists joined by lines. */
export function rowsOf(names: readonly string[], items: readonly object[]): string[][] {
  return [[...names], ...items.map((item) => names.map((name) => cell((item as Record<string, unknown>)[name])))];
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cell).join("\n");
  if (typeof value !== "object") return String(value);
  const { address, name, position } = value as Record<string, unknown>;
  return typeof address === "string" ? address : [name, position].filter(Boolean).join(", ");
}
