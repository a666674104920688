import type { DoorSource } from "../site/doors.ts";
import { publicSlugs } from "./documents.queries.ts";
import { LIBRARY_PATHS, LIBRARY_TAG } from "./paths.ts";

/** Đ14.k3: the library and each of its documents. */
export const LIBRARY_DOORS: DoorSource = {
  tags: [LIBRARY_TAG],
  groups: async () => [{ title: "Văn bản", doors: [{ href: LIBRARY_PATHS.site, label: "Thư viện văn bản" }] }],
  more: async (db) => (await publicSlugs(db)).map(LIBRARY_PATHS.document),
};
