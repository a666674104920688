import type { Hat } from "../regulation/hats.ts";

/** Whoever answers for the site sees how the news of Sở is read; the administrator sets its address. */
export const SUPERIOR_NEWS_PERMISSIONS = {
  "superior.read": ["ADMIN", "SECRETARY", "STANDING_DEPUTY", "CHIEF", "DIRECTOR"],
} as const satisfies Record<string, readonly Hat[]>;

export const may = (permission: keyof typeof SUPERIOR_NEWS_PERMISSIONS) => ({ config: { may: permission } });
