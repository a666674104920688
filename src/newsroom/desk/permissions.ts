import { HAT_NAMES, type Hat } from "../../regulation/hats.ts";

const WRITERS: readonly Hat[] = ["CONTRIBUTOR", "MEMBER", "DEPUTY", "STANDING_DEPUTY", "CHIEF", "SECRETARY"];

/**
 * Who may use which route of the newsroom's desk (law.md §11). They open doors only: which article may be read is
 * said by `visibility.ts`, what may be done with it by the table of moves.
 */
export const NEWSROOM_PERMISSIONS = {
  "article.read": HAT_NAMES,
  "article.create": WRITERS,
  "article.write": WRITERS,
  /** Every step of the four, and the remarks on the way. */
  "article.move": HAT_NAMES,
  "article.comment": HAT_NAMES,
  "notice.read": HAT_NAMES,
  "exception.read": ["STANDING_DEPUTY", "CHIEF", "SECRETARY", "ADMIN", "DIRECTOR", "INSPECTOR"],
  "category.read": HAT_NAMES,
  "category.change": ["ADMIN", "DIRECTOR"],
} as const satisfies Record<string, readonly Hat[]>;

export type NewsroomPermission = keyof typeof NEWSROOM_PERMISSIONS;

/** For a route's `config`. */
export const may = (permission: NewsroomPermission) => ({ config: { may: permission } });
