import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import {
  TAKEDOWN_REASONS,
  TAKEDOWN_STATES,
  type TakedownReason,
  type TakedownState,
} from "../regulation/takedown-moves.ts";
import type { RequestRow } from "./requests.queries.ts";

/** As on the page: who asked stays at the desk. */
const COLUMNS: readonly SheetColumn<RequestRow>[] = [
  { label: "Nội dung bị yêu cầu gỡ", value: ({ target_title }) => target_title },
  { label: "Địa chỉ", value: ({ target_path }) => target_path },
  { label: "Bên gửi", value: ({ unit_id }) => (unit_id ? "Đơn vị" : "Công chúng") },
  { label: "Lý do nêu", value: ({ reason_class }) => TAKEDOWN_REASONS[reason_class as TakedownReason] },
  { label: "Tình trạng", value: ({ state }) => TAKEDOWN_STATES[state as TakedownState] },
  { label: "Nhận lúc", kind: "time", value: ({ received_at }) => received_at },
  { label: "Hạn", kind: "day", value: ({ due_on }) => due_on },
];

export const requestsSheet = (rows: readonly RequestRow[]): Sheet =>
  sheetOf("yeu-cau-go-bo", "Yêu cầu gỡ bỏ", COLUMNS, rows);
