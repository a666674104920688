import type { Hat } from "../regulation/hats.ts";

/** Who sees what the public looks for: those who decide what is to be written. */
export const SEARCH_PERMISSIONS = {
  "search.read": ["CHIEF", "STANDING_DEPUTY", "DEPUTY", "SECRETARY", "MEMBER", "ADMIN", "DIRECTOR"],
} as const satisfies Record<string, readonly Hat[]>;
