import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { ENQUIRY_STATES, type EnquiryState } from "../regulation/enquiry-moves.ts";
import type { PublicAnswer } from "./answers.queries.ts";
import { ENQUIRY_KINDS, type EnquiryKind } from "./rules.ts";

interface EnquiryLine {
  readonly kind: string;
  readonly topic: string;
  readonly content: string;
  readonly state: string;
  readonly unit: string | null;
  readonly received_at: string;
  readonly due_on: string;
}

/** As on the page: nobody's name, address or receipt code leaves the desk in a file. */
const COLUMNS: readonly SheetColumn<EnquiryLine>[] = [
  { label: "Loại", value: ({ kind }) => ENQUIRY_KINDS[kind as EnquiryKind] },
  { label: "Chủ đề", value: ({ topic }) => topic },
  { label: "Nội dung", value: ({ content }) => (content.length > 90 ? `${content.slice(0, 89).trimEnd()}…` : content) },
  { label: "Tình trạng", value: ({ state }) => ENQUIRY_STATES[state as EnquiryState] },
  { label: "Đơn vị", value: ({ unit }) => unit },
  { label: "Nhận lúc", kind: "time", value: ({ received_at }) => received_at },
  { label: "Hạn", kind: "day", value: ({ due_on }) => due_on },
];

export const enquiriesSheet = (rows: readonly EnquiryLine[]): Sheet =>
  sheetOf("hoi-dap-gop-y", "Hỏi đáp, góp ý", COLUMNS, rows);

const ANSWERS: readonly SheetColumn<PublicAnswer>[] = [
  { label: "Số", kind: "number", value: ({ number }) => number },
  { label: "Hỏi ngày", kind: "day", value: ({ askedOn }) => askedOn },
  { label: "Câu hỏi", value: ({ question }) => question },
  { label: "Trả lời", value: ({ answer }) => answer },
  { label: "Đơn vị trả lời", value: ({ unit }) => unit },
  { label: "Đăng lúc", kind: "time", value: ({ publishedAt }) => publishedAt },
];

export const answersSheet = (answers: readonly PublicAnswer[]): Sheet =>
  sheetOf("hoi-dap", "Hỏi đáp", ANSWERS, answers);
