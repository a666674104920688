import type { Hat } from "../regulation/hats.ts";

/** Who sees how the portal is read (law.md §11, statistics). It says of nobody who he is. */
export const TRAFFIC_PERMISSIONS = {
  "traffic.read": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN", "DIRECTOR", "INSPECTOR"],
} as const satisfies Record<string, readonly Hat[]>;
