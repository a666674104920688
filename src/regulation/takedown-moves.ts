import { LINKERS, type SlipMove } from "./slip-moves.ts";

/** law.md §10: RECEIVED → CONSIDERED → ACCEPTED/REJECTED → EXECUTED → ANSWERED. */
export const TAKEDOWN_STATES = {
  RECEIVED: "Đã nhận, Thư ký đang xem",
  CONSIDERED: "Đã trình Trưởng Ban biên tập",
  ACCEPTED: "Chấp nhận, chờ gỡ",
  REJECTED: "Không chấp nhận, chờ trả lời",
  EXECUTED: "Đã gỡ, chờ trả lời",
  ANSWERED: "Đã trả lời",
} as const;
export type TakedownState = keyof typeof TAKEDOWN_STATES;
export const TAKEDOWN_STATE_NAMES = Object.keys(TAKEDOWN_STATES) as TakedownState[];
export const OPEN_TAKEDOWNS: readonly TakedownState[] = TAKEDOWN_STATE_NAMES.filter((state) => state !== "ANSWERED");

/** REQ-110: why something is considered. Codes are those of the newsroom's decision. */
export const TAKEDOWN_REASONS = {
  outdated: "Không còn phù hợp về thời điểm",
  unsuitable: "Không còn phù hợp về nội dung",
  supplier: "Theo ý kiến của đơn vị, cá nhân cung cấp thông tin",
  legal: "Theo quy định của pháp luật, bảo vệ dữ liệu cá nhân",
  other: "Lý do khác",
} as const;
export type TakedownReason = keyof typeof TAKEDOWN_REASONS;

export type TakedownAct =
  | "receive"
  | "receiveInside"
  | "consider"
  | "accept"
  | "reject"
  | "execute"
  | "answer"
  | "link"
  | "erase";

export type TakedownNeed =
  | "noteGiven"
  | "reasonGiven"
  | "classGiven"
  | "newsroomAgrees"
  | "answerGiven"
  | "articleLive"
  | "retentionOver";

export type TakedownMove = SlipMove<TakedownState, TakedownAct, TakedownNeed>;

const SYSTEM = [{ hat: "SYSTEM", reach: "any" }] as const;
const SECRETARY = [{ hat: "SECRETARY", reach: "any" }] as const;
/** REQ-109: the head of the board, or his standing deputy under a paper that names this power. */
const DECIDERS = [
  { hat: "CHIEF", reach: "any" },
  { hat: "STANDING_DEPUTY", reach: "any", under: "takedown.decide" },
] as const;

/** How a request to take something down is considered (Đ15.k3). */
// biome-ignore format: a table
export const TAKEDOWN_MOVES: readonly TakedownMove[] = [
  { id: "G1", act: "receive", from: null, to: "RECEIVED", who: SYSTEM, needs: [], clause: "Đ15.k3.g3", label: "Tiếp nhận" },
  { id: "G1b", act: "receiveInside", from: null, to: "RECEIVED", who: [{ hat: "MEMBER", reach: "unit" }], needs: [], clause: "Đ15.k3.g3", label: "Đơn vị gửi yêu cầu" },
  { id: "G2", act: "consider", from: ["RECEIVED"], to: "CONSIDERED", who: SECRETARY, needs: ["noteGiven"], clause: "Đ15.k3.g3", label: "Hoàn thiện và trình Trưởng ban" },
  { id: "G3", act: "accept", from: ["CONSIDERED"], to: "ACCEPTED", who: DECIDERS, needs: ["classGiven", "reasonGiven", "newsroomAgrees"], clause: "Đ15.k3.g1", label: "Quyết định gỡ bỏ" },
  { id: "G4", act: "reject", from: ["CONSIDERED"], to: "REJECTED", who: DECIDERS, needs: ["reasonGiven"], clause: "Đ15.k3.g1", label: "Không chấp nhận" },
  { id: "G5", act: "execute", from: ["ACCEPTED"], to: "EXECUTED", who: SECRETARY, needs: ["newsroomAgrees"], clause: "Đ15.k3.g3", label: "Gỡ bỏ theo quyết định" },
  { id: "G6", act: "answer", from: ["REJECTED", "EXECUTED"], to: "ANSWERED", who: SECRETARY, needs: ["answerGiven"], clause: "Đ15.k3.g3", label: "Trả lời người yêu cầu" },
  { id: "G7", act: "erase", from: ["ANSWERED"], to: "same", who: SYSTEM, needs: ["retentionOver"], clause: "Đ5.k3", label: "Xóa dữ liệu cá nhân" },
  { id: "G8", act: "link", from: TAKEDOWN_STATE_NAMES, to: "same", who: LINKERS, needs: ["articleLive"], clause: "Đ3.k2.e", label: "Gắn bài phản hồi, đính chính" },
];
