import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Everybody sees the work he began; the administrator all of it, and begins the work on the portal itself. */
export const JOB_PERMISSIONS = {
  "job.read": HAT_NAMES,
  "job.upkeep": ["ADMIN"],
} as const satisfies Record<string, readonly Hat[]>;
