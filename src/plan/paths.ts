import type { Period } from "./period.ts";

const HOME = "/ban-bien-tap/ke-hoach";

/** Addresses of the room. */
export const PLAN_PATHS = {
  home: HOME,
  create: `${HOME}/moi`,
  plan: (period: Period) => `${HOME}/ky/${period}`,
  edit: (period: Period) => `${HOME}/ky/${period}/sua`,
  decide: (period: Period) => `${HOME}/ky/${period}/quyet-dinh`,
  theme: (period: Period, theme: string) => `${HOME}/ky/${period}/chu-de/${theme}`,
} as const;
