import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Who opens the desk pages of fixed pages, admissions and contacts; each act is judged again by its own rules. */
export const ABOUT_PERMISSIONS = {
  "page.read": HAT_NAMES,
  "page.write": ["MEMBER", "SECRETARY"],
  "page.move": ["MEMBER", "SECRETARY", "CHIEF", "STANDING_DEPUTY"],
  "contact.change": ["MEMBER", "SECRETARY", "ADMIN"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof ABOUT_PERMISSIONS) => ({ config: { may: permission } });
