import { HAT_NAMES, type Hat } from "../regulation/hats.ts";

/** Which hats open the pages of the board (law.md §11); each act is judged again by its own rules. */
export const BOARD_PERMISSIONS = {
  "board.read": HAT_NAMES,
  "board.change": ["ADMIN", "DIRECTOR"],
  "delegation.sign": ["CHIEF", "DIRECTOR"],
} as const satisfies Record<string, readonly Hat[]>;
