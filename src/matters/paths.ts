const DESK = "/ban-bien-tap/cong-viec";

export const MATTER_PATHS = {
  desk: DESK,
  create: `${DESK}/moi`,
  one: (code: string) => `${DESK}/${code}`,
  change: (code: string) => `${DESK}/${code}/sua`,
} as const;
