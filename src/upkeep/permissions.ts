import type { Hat } from "../regulation/hats.ts";

export const UPKEEP_PERMISSIONS = {
  "asset.read": ["ADMIN", "SECRETARY", "CHIEF", "STANDING_DEPUTY", "DIRECTOR", "INSPECTOR"],
  "asset.change": ["ADMIN"],
} as const satisfies Record<string, readonly Hat[]>;
