import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

export const PLAN_PERMISSIONS = {
  "plan.read": HAT_NAMES,
  "plan.propose": ["SECRETARY", "DEPUTY", "STANDING_DEPUTY", "CHIEF"],
  "plan.decide": ["CHIEF", "STANDING_DEPUTY"],
  "plan.link": ["SECRETARY", "CONTRIBUTOR", "MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF"],
} as const satisfies Record<string, readonly Hat[]>;
