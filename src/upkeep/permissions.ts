import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

export const UPKEEP_PERMISSIONS = {
  // Whoever answers for something is reminded of it, in whatever hat.
  "asset.read": HAT_NAMES,
  "asset.change": ["ADMIN"],
} as const satisfies Record<string, readonly Hat[]>;
