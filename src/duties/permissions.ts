import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

export const DUTY_PERMISSIONS = {
  "duty.read": HAT_NAMES,
} as const satisfies Record<string, readonly Hat[]>;

/** Who sees how the whole board stands (Đ9.k1, Đ11.g2, Đ21.k2, Đ22.k2). */
const SEES_BOARD: readonly Hat[] = ["CHIEF", "STANDING_DEPUTY", "SECRETARY", "DIRECTOR", "INSPECTOR"];

export const seesBoard = (hat: Hat): boolean => SEES_BOARD.includes(hat);
