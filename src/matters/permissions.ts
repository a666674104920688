import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Everybody has something to ask or to answer; each sees what is his (`visible` in matters.queries.ts). */
export const MATTER_PERMISSIONS = {
  "matter.read": HAT_NAMES,
} as const satisfies Record<string, readonly Hat[]>;
