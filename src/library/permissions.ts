import type { Hat } from "../regulation/hats.ts";

/** Which hats open the library's pages of the desk (law.md §11, "Maintain … library"); each act is judged again. */
export const LIBRARY_PERMISSIONS = {
  "library.read": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN", "DIRECTOR", "INSPECTOR"],
  "library.change": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY"],
  "basis.read": ["STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN", "DIRECTOR", "INSPECTOR"],
  "basis.change": ["STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN", "DIRECTOR"],
} as const satisfies Record<string, readonly Hat[]>;
