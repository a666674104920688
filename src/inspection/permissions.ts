import type { Hat } from "../regulation/hats.ts";

export const INSPECTION_PERMISSIONS = {
  "inspection.read": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR", "INSPECTOR"],
  "inspection.plan": ["DIRECTOR", "CHIEF"],
  "inspection.step": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR", "INSPECTOR"],
  "criteria.change": ["DIRECTOR", "CHIEF"],
  "ranking.read": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR", "INSPECTOR"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof INSPECTION_PERMISSIONS) => ({ config: { may: permission } });
