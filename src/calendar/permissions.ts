import type { Hat } from "../regulation/hats.ts";

export const CALENDAR_PERMISSIONS = {
  "calendar.change": ["ADMIN", "DIRECTOR", "SECRETARY"],
} as const satisfies Record<string, readonly Hat[]>;
