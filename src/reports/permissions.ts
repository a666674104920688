import type { Hat } from "../regulation/hats.ts";

export const REPORT_PERMISSIONS = {
  "report.read": ["SECRETARY", "ADMIN", "CHIEF", "STANDING_DEPUTY", "DEPUTY", "DIRECTOR", "INSPECTOR"],
  "report.write": ["SECRETARY", "ADMIN", "CHIEF", "STANDING_DEPUTY", "DIRECTOR"],
  "report.order": ["SECRETARY", "CHIEF", "DIRECTOR"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof REPORT_PERMISSIONS) => ({ config: { may: permission } });
