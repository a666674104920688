import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import type { AnyImportKind, ImportColumn } from "./import-kind.ts";

const GUIDE: readonly SheetColumn<ImportColumn>[] = [
  { label: "Cột", value: ({ label }) => label },
  { label: "Phải có", value: ({ needed }) => (needed ? "Có" : "") },
  { label: "Cách ghi", value: ({ hint }) => hint },
  { label: "Ví dụ", value: ({ example }) => example },
  { label: "Giá trị cho phép", value: ({ allowed = [] }) => allowed.join("\n") },
];

/** An empty table with its heads, and beside it how each column is filled in: an example can never be entered. */
export function templateOf({ name, sheet }: AnyImportKind, columns: readonly ImportColumn[]): [Sheet, Sheet] {
  const heads = columns.map(({ label, kind }) => ({ label, ...(kind ? { kind } : {}), value: () => "" }));
  return [sheetOf(`mau-${name}`, sheet, heads, []), sheetOf("huong-dan", "Hướng dẫn", GUIDE, columns)];
}
