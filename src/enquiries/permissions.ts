import type { Hat } from "../regulation/hats.ts";

/** Who may open the questions of the public (law.md §11); which ones is said by the reach of the hat. */
export const ENQUIRY_PERMISSIONS = {
  "enquiry.read": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR"],
} as const satisfies Record<string, readonly Hat[]>;
