import type { Hat } from "../regulation/hats.ts";

/** Who opens the page of menu and home page (law.md §11: interface change request). */
export const ARRANGEMENT_PERMISSIONS = {
  "arrangement.read": ["DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN", "DIRECTOR", "INSPECTOR"],
  "arrangement.speak": ["DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY"],
  "arrangement.change": ["ADMIN"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof ARRANGEMENT_PERMISSIONS) => ({ config: { may: permission } });
