import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Who opens the pages of the catalogue (law.md §11); each act is judged again by its own rules. */
export const SERVICES_PERMISSIONS = {
  "catalogue.read": HAT_NAMES,
  "catalogue.change": ["MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof SERVICES_PERMISSIONS) => ({ config: { may: permission } });
