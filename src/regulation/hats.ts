/** The roles of the regulation. One person may wear several; every act is done in exactly one. */
export const HATS = {
  CONTRIBUTOR: { name: "Cộng tác viên, người viết", clause: "Đ15.k2.b1" },
  MEMBER: { name: "Ủy viên Ban biên tập, trưởng đơn vị", clause: "Đ8.k1.g4" },
  DEPUTY: { name: "Phó Trưởng ban biên tập", clause: "Đ10" },
  STANDING_DEPUTY: { name: "Phó Trưởng ban thường trực", clause: "Đ8.k1.g2" },
  CHIEF: { name: "Trưởng Ban biên tập", clause: "Đ9" },
  SECRETARY: { name: "Thư ký Ban biên tập", clause: "Đ11" },
  ADMIN: { name: "Quản trị Cổng", clause: "Đ12" },
  DIRECTOR: { name: "Giám đốc", clause: "Đ5.k2" },
  INSPECTOR: { name: "Người kiểm tra", clause: "Đ22.k2" },
} as const satisfies Record<string, { name: string; clause: string }>;

export type Hat = keyof typeof HATS;
/** The clocks' own hat: may do only what a rule gives it by name, never an approval. */
export type ActingHat = Hat | "SYSTEM";

export const HAT_NAMES = Object.keys(HATS) as Hat[];

export function hatName(hat: string): string {
  return hat === "SYSTEM" ? "Hệ thống" : (HATS[hat as Hat]?.name ?? hat);
}

/**
 * Powers of the head of the board that the standing deputy exercises only under a written delegation
 * (Đ10.p3; A-23: approval is the standing deputy's own and is not in this list).
 */
export const POWERS = {
  "takedown.decide": { name: "Quyết định gỡ bỏ thông tin", clause: "Đ15.k3.g1" },
  "disclosure.redact": {
    name: "Xác nhận che dữ liệu công khai theo yêu cầu pháp luật",
    clause: "Đ13.k1.c.g3",
  },
  "task.assign": { name: "Giao nhiệm vụ cho thành viên Ban biên tập", clause: "Đ9.k2" },
  "plan.decide": { name: "Quyết định kế hoạch tuyên truyền", clause: "Đ9.k2" },
  "article.pull": { name: "Rút bài khỏi người đang thẩm định", clause: "Đ9.k1" },
} as const satisfies Record<string, { name: string; clause: string }>;

export type Power = keyof typeof POWERS;
export const POWER_NAMES = Object.keys(POWERS) as Power[];
