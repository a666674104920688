import type { Hat } from "../regulation/hats.ts";

export const CHECK_PERMISSIONS = {
  "check.read": ["ADMIN", "SECRETARY", "CHIEF", "STANDING_DEPUTY", "DIRECTOR", "INSPECTOR"],
  "check.record": ["ADMIN"],
} as const satisfies Record<string, readonly Hat[]>;
