import { LINKERS, type SlipMove } from "./slip-moves.ts";

export const ENQUIRY_STATES = {
  RECEIVED: "Đã nhận, chờ phân công",
  ASSIGNED: "Đơn vị đang trả lời",
  DRAFTED: "Chờ Ban biên tập duyệt câu trả lời",
  RELEASED: "Đã trả lời",
  DECLINED: "Không trả lời được",
} as const;
export type EnquiryState = keyof typeof ENQUIRY_STATES;
export const ENQUIRY_STATE_NAMES = Object.keys(ENQUIRY_STATES) as EnquiryState[];
export const OPEN_ENQUIRIES: readonly EnquiryState[] = ["RECEIVED", "ASSIGNED", "DRAFTED"];

export type EnquiryAct =
  | "receive"
  | "receiveForUnit"
  | "assign"
  | "handBack"
  | "draft"
  | "sendBack"
  | "release"
  | "decline"
  | "link"
  | "erase";

export type EnquiryNeed =
  | "unitHasHead"
  | "reasonGiven"
  | "answerGiven"
  | "sameDraft"
  | "notDrafter"
  | "publicClean"
  | "articleLive"
  | "retentionOver";

export type EnquiryMove = SlipMove<EnquiryState, EnquiryAct, EnquiryNeed>;

const SYSTEM = [{ hat: "SYSTEM", reach: "any" }] as const;
const SECRETARY = [{ hat: "SECRETARY", reach: "any" }] as const;
const HEAD = [{ hat: "MEMBER", reach: "unit" }] as const;
const BOARD = [
  { hat: "DEPUTY", reach: "unit" },
  { hat: "STANDING_DEPUTY", reach: "any" },
  { hat: "CHIEF", reach: "any" },
  { hat: "SECRETARY", reach: "any" },
] as const;

/**
 * How a question or an opinion of the public is answered (Đ3.k2.b, Đ16.k2; law.md §11): it goes to the head of the
 * unit, the answer passes the board, and who drafted it does not release it.
 */
// biome-ignore format: a table
export const ENQUIRY_MOVES: readonly EnquiryMove[] = [
  { id: "Q1", act: "receive", from: null, to: "RECEIVED", who: SYSTEM, needs: [], clause: "Đ16.k2", label: "Tiếp nhận" },
  { id: "Q1b", act: "receiveForUnit", from: null, to: "ASSIGNED", who: SYSTEM, needs: ["unitHasHead"], clause: "Đ16.k2", label: "Tiếp nhận, chuyển trưởng đơn vị" },
  { id: "Q2", act: "assign", from: ["RECEIVED", "ASSIGNED"], to: "ASSIGNED", who: SECRETARY, needs: ["unitHasHead"], clause: "Đ16.k2", label: "Phân công đơn vị trả lời" },
  { id: "Q3", act: "handBack", from: ["ASSIGNED"], to: "RECEIVED", who: HEAD, needs: ["reasonGiven"], clause: "Đ16.k2", label: "Chuyển lại Thư ký (không thuộc đơn vị)" },
  { id: "Q4", act: "draft", from: ["ASSIGNED", "DRAFTED"], to: "DRAFTED", who: [...HEAD, ...BOARD], needs: ["answerGiven"], clause: "Đ16.k2", label: "Soạn câu trả lời" },
  { id: "Q5", act: "sendBack", from: ["DRAFTED"], to: "ASSIGNED", who: BOARD, needs: ["reasonGiven"], clause: "Đ16.k2", label: "Trả lại để soạn lại" },
  { id: "Q6", act: "release", from: ["DRAFTED"], to: "RELEASED", who: BOARD, needs: ["sameDraft", "notDrafter", "publicClean"], clause: "Đ16.k2", label: "Duyệt và gửi câu trả lời" },
  { id: "Q7", act: "decline", from: ["RECEIVED", "ASSIGNED", "DRAFTED"], to: "DECLINED", who: [{ hat: "SECRETARY", reach: "any" }, { hat: "CHIEF", reach: "any" }, { hat: "STANDING_DEPUTY", reach: "any" }], needs: ["reasonGiven"], clause: "Đ17", label: "Không trả lời, nêu lý do" },
  { id: "Q8", act: "erase", from: ["RELEASED", "DECLINED"], to: "same", who: SYSTEM, needs: ["retentionOver"], clause: "Đ5.k3", label: "Xóa dữ liệu cá nhân" },
  { id: "Q9", act: "link", from: ENQUIRY_STATE_NAMES, to: "same", who: LINKERS, needs: ["articleLive"], clause: "Đ3.k2.e", label: "Gắn bài phản hồi, đính chính" },
];
