import { NEWSROOM_PERMISSIONS } from "../newsroom/desk/permissions.ts";
import type { Hat } from "../regulation/hats.ts";
import { HAT_NAMES } from "../regulation/hats.ts";

/**
 * Which hats may open a page of the desk, by the permission its route names (law.md §11). What may be done there is
 * judged again by the act itself; here is only whether the page is shown at all.
 */
export const PERMISSIONS = {
  /** Before anybody is known: the sign-in page. */
  public: [],
  "signed-in": HAT_NAMES,
  "account.manage": ["ADMIN"],
  "settings.change": ["ADMIN", "DIRECTOR"],
  "evidence.read": HAT_NAMES,
  "mail.read": ["ADMIN", "SECRETARY", "CHIEF", "DIRECTOR"],
  ...NEWSROOM_PERMISSIONS,
} as const satisfies Record<string, readonly Hat[]>;

export type Permission = keyof typeof PERMISSIONS;

/** For `createHttp`: a route that names anything else stops the start. */
export const PERMISSION_NAMES: ReadonlySet<string> = new Set(Object.keys(PERMISSIONS));

/** The hats that may open a page with this permission; none for a permission nobody defined. */
export function hatsThatMay(permission: string): readonly Hat[] {
  return Object.hasOwn(PERMISSIONS, permission) ? PERMISSIONS[permission as Permission] : [];
}
