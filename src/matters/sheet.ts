import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { MATTER_KINDS } from "../regulation/matter-kinds.ts";
import type { MatterLine } from "./lines.ts";

/** Columns of every list of matters: of the desk, and of the figures of a report. */
export const MATTER_COLUMNS: readonly SheetColumn<MatterLine>[] = [
  { label: "Số", value: ({ code }) => code },
  { label: "Loại", value: ({ kind }) => MATTER_KINDS[kind].name },
  { label: "Việc", value: ({ title }) => title },
  { label: "Người nêu", value: ({ raiser }) => raiser },
  { label: "Đơn vị", value: ({ unitName }) => unitName },
  { label: "Người nhận, giải quyết", value: ({ to }) => to },
  { label: "Nêu lúc", kind: "time", value: ({ raisedAt }) => raisedAt },
  { label: "Hạn", kind: "day", value: ({ due }) => due },
  { label: "Tình trạng", value: ({ stateName }) => stateName },
  { label: "Từ lúc", kind: "time", value: ({ stateSince }) => stateSince },
];

export const matterSheet = (rows: readonly MatterLine[]): Sheet =>
  sheetOf("cong-viec", "Công việc", MATTER_COLUMNS, rows);
