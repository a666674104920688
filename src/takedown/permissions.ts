import type { Hat } from "../regulation/hats.ts";

/** Who may open the register of requests, and send one for his unit (law.md §11). */
export const TAKEDOWN_PERMISSIONS = {
  "takedown.read": ["MEMBER", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR"],
  "takedown.send": ["MEMBER"],
} as const satisfies Record<string, readonly Hat[]>;
