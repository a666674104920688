/** What a unit did wrong (Đ19.k2). */
export const VIOLATION_TYPES = {
  late: "Cung cấp, đưa tin chậm",
  missing: "Không cung cấp thông tin",
  inaccurate: "Thông tin không chính xác",
} as const;
export type ViolationType = keyof typeof VIOLATION_TYPES;

export const VIOLATION_STATES = {
  waiting: "Chờ đơn vị giải trình",
  explained: "Đã giải trình, chờ kết luận",
  upheld: "Kết luận: có vi phạm",
  dismissed: "Kết luận: không vi phạm",
} as const;
export type ViolationState = keyof typeof VIOLATION_STATES;
