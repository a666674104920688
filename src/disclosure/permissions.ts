import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Which hats open the pages of disclosure (law.md §11); each act is judged again by its own rules. */
export const DISCLOSURE_PERMISSIONS = {
  "disclosure.read": HAT_NAMES,
  "disclosure.act": ["CONTRIBUTOR", "MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR"],
  "disclosure.notice": ["MEMBER", "STANDING_DEPUTY", "CHIEF", "SECRETARY"],
  "disclosure.items": ["ADMIN", "SECRETARY"],
} as const satisfies Record<string, readonly Hat[]>;
