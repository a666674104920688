import type { Id } from "../kernel/ids.ts";

const DESK = "/ban-bien-tap/bao-cao";

/** Addresses of this room. */
export const REPORT_PATHS = {
  list: DESK,
  csv: `${DESK}.csv`,
  order: `${DESK}/yeu-cau`,
  one: (id: Id) => `${DESK}/${id}`,
  step: (id: Id) => `${DESK}/${id}/buoc`,
  figure: (id: Id, key: string) => `${DESK}/${id}/${key}`,
  word: (id: Id) => `${DESK}/${id}/tai/bao-cao.docx`,
  workbook: (id: Id) => `${DESK}/${id}/tai/bao-cao.xlsx`,
  print: (id: Id) => `${DESK}/${id}/in`,
} as const;

/** The rows of a figure that have one value in one column. */
export function groupHref(id: Id, key: string, column: number, value: string): string {
  return `${REPORT_PATHS.figure(id, key)}?${new URLSearchParams({ cot: String(column), la: value })}`;
}
