import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { VIOLATION_STATES, VIOLATION_TYPES } from "./names.ts";
import type { Violation } from "./violations.queries.ts";

const VIOLATIONS: readonly SheetColumn<Violation>[] = [
  { label: "Đơn vị", value: ({ unitName }) => unitName },
  { label: "Loại", value: ({ type }) => VIOLATION_TYPES[type] },
  { label: "Nội dung", value: ({ what }) => what },
  { label: "Ngày xảy ra", kind: "day", value: ({ day }) => day },
  { label: "Bằng chứng", value: ({ evidence }) => evidence },
  { label: "Hạn giải trình", kind: "time", value: ({ explainDue }) => explainDue },
  { label: "Tình trạng", value: ({ state }) => VIOLATION_STATES[state] },
];
export const violationSheet = (rows: readonly Violation[]): Sheet => sheetOf("vi-pham", "Vi phạm", VIOLATIONS, rows);
