import type { Hat } from "../regulation/hats.ts";

export const VIOLATION_PERMISSIONS = {
  "violation.read": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR", "INSPECTOR"],
  "violation.record": ["STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR", "INSPECTOR"],
  "violation.answer": ["MEMBER", "DIRECTOR"],
  /** Đ19.k3, REQ-144: nobody else. */
  "incident.read": ["DIRECTOR", "CHIEF", "ADMIN"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof VIOLATION_PERMISSIONS) => ({ config: { may: permission } });
