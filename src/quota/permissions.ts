import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

export const QUOTA_PERMISSIONS = {
  /** Everybody sees how every unit stands, and by which criteria. */
  "quota.read": HAT_NAMES,
  "quality.mark": ["SECRETARY", "CHIEF", "STANDING_DEPUTY"],
  "quota.exempt": ["CHIEF", "DIRECTOR"],
} as const satisfies Record<string, readonly Hat[]>;
