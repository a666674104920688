import type { Hat } from "../regulation/hats.ts";

/** How an inspection is held (Đ22). */
export const INSPECTION_TYPES = {
  yearly: { name: "Đánh giá hằng năm", clause: "Đ22.k1" },
  plan: { name: "Kiểm tra theo kế hoạch", clause: "Đ22.k2" },
  adhoc: { name: "Kiểm tra đột xuất", clause: "Đ22.k2" },
  thematic: { name: "Kiểm tra chuyên đề", clause: "Đ22.k2" },
  combined: { name: "Kiểm tra lồng ghép", clause: "Đ22.k2" },
} as const;
export type InspectionType = keyof typeof INSPECTION_TYPES;
export const isInspectionType = (text: string): text is InspectionType => Object.hasOwn(INSPECTION_TYPES, text);

export const INSPECTION_STATES = {
  OPEN: "Đang kiểm tra",
  EXPLAINING: "Chờ đơn vị giải trình",
  CONCLUDED: "Đã kết luận",
  CANCELLED: "Đã hủy",
} as const;
export type InspectionState = keyof typeof INSPECTION_STATES;

export type InspectionAct =
  | "plan"
  | "draw"
  | "mark"
  | "present"
  | "explain"
  | "rework"
  | "conclude"
  | "draft"
  | "correct"
  | "cancel";

/** Whom a step is for: a hat alone, or somebody of the team in one of the hats that inspect. */
export interface InspectionMove {
  readonly act: InspectionAct;
  readonly from: readonly InspectionState[];
  readonly to: InspectionState;
  readonly hats: readonly Hat[];
  /** Also whoever was appointed to the team. */
  readonly team: boolean;
  /** `own`: only for the unit one heads. `other`: never for one's own unit. */
  readonly unit: "own" | "other" | "none";
  /** A text of at least ten characters comes with it. */
  readonly said: boolean;
  readonly clause: string;
  readonly label: string;
}

/** Hats in which a member of the team may inspect (law.md §11). */
export const TEAM_HATS: readonly Hat[] = ["INSPECTOR", "SECRETARY", "DEPUTY", "STANDING_DEPUTY", "CHIEF"];
const ORDER: readonly Hat[] = ["DIRECTOR", "CHIEF"];

/** The life of an inspection: who may do what, where, by which clause. */
export const INSPECTION_MOVES: readonly InspectionMove[] = [
  {
    act: "plan",
    from: [],
    to: "OPEN",
    hats: ORDER,
    team: false,
    unit: "none",
    said: false,
    clause: "Đ22.k2",
    label: "Lập cuộc kiểm tra",
  },
  {
    act: "draw",
    from: ["OPEN"],
    to: "OPEN",
    hats: ORDER,
    team: true,
    unit: "none",
    said: false,
    clause: "Đ22.k2",
    label: "Rút mẫu bài",
  },
  {
    act: "mark",
    from: ["OPEN"],
    to: "OPEN",
    hats: [],
    team: true,
    unit: "other",
    said: false,
    clause: "Đ22.k2",
    label: "Chấm điểm, nhận xét",
  },
  {
    act: "present",
    from: ["OPEN"],
    to: "EXPLAINING",
    hats: ORDER,
    team: true,
    unit: "none",
    said: false,
    clause: "Đ22.k1",
    label: "Chốt điểm, gửi đơn vị giải trình",
  },
  {
    act: "explain",
    from: ["EXPLAINING"],
    to: "EXPLAINING",
    hats: ["MEMBER"],
    team: false,
    unit: "own",
    said: true,
    clause: "Đ19.k2",
    label: "Giải trình",
  },
  {
    act: "rework",
    from: ["EXPLAINING"],
    to: "OPEN",
    hats: ORDER,
    team: true,
    unit: "none",
    said: true,
    clause: "Đ22.k2",
    label: "Kiểm tra lại sau giải trình",
  },
  {
    act: "conclude",
    from: ["EXPLAINING"],
    to: "CONCLUDED",
    hats: ["DIRECTOR"],
    team: false,
    unit: "none",
    said: true,
    clause: "Đ22.k1",
    label: "Kết luận",
  },
  {
    act: "draft",
    from: ["CONCLUDED"],
    to: "CONCLUDED",
    hats: ["SECRETARY"],
    team: false,
    unit: "none",
    said: false,
    clause: "Đ22.k1",
    label: "Soạn bài công khai kết quả",
  },
  {
    act: "correct",
    from: ["CONCLUDED"],
    to: "CONCLUDED",
    hats: ["DIRECTOR"],
    team: false,
    unit: "none",
    said: true,
    clause: "Đ22.k1",
    label: "Đính chính điểm",
  },
  {
    act: "cancel",
    from: ["OPEN", "EXPLAINING"],
    to: "CANCELLED",
    hats: ORDER,
    team: false,
    unit: "none",
    said: true,
    clause: "Đ22.k2",
    label: "Hủy cuộc kiểm tra",
  },
];

export const inspectionMove = (act: InspectionAct): InspectionMove =>
  INSPECTION_MOVES.find((move) => move.act === act)!;
