/** Where an edition stands (law.md §10). Names are the glossary's. */
export const STATES = {
  DRAFT: "Bản nháp",
  AWAITING_HEAD: "Chờ trưởng đơn vị duyệt",
  SUBMITTED: "Đã gửi Ban biên tập",
  UNDER_REVIEW: "Đang thẩm định",
  RETURNED: "Trả lại",
  AWAITING_FINAL: "Chờ phê duyệt",
  APPROVED: "Đã duyệt",
  SCHEDULED: "Hẹn giờ đăng",
  PUBLISHED: "Đã đăng",
  SUPERSEDED: "Đã thay thế",
  CANCELLED: "Hủy bỏ",
  WITHDRAWN: "Đã rút",
  TAKEN_DOWN: "Đã gỡ bỏ",
} as const;

export type State = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as State[];

/** States in which an edition is still being worked on; an article has at most one such edition. */
export const OPEN_STATES: readonly State[] = [
  "DRAFT",
  "AWAITING_HEAD",
  "SUBMITTED",
  "UNDER_REVIEW",
  "RETURNED",
  "AWAITING_FINAL",
  "APPROVED",
  "SCHEDULED",
];
