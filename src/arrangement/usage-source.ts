import type { UsageSource } from "../usage/usage.ts";
import { arrangementNow } from "./arrangement.queries.ts";
import { firstArrangement, menuLinks } from "./arrangement.ts";
import { sectionPlaces } from "./known.ts";
import { ARRANGEMENT_PATHS } from "./paths.ts";

/** The main menu, where it leads to a section or an address. */
export const ARRANGEMENT_USES: UsageSource = {
  async uses(db, thing) {
    if (thing.kind !== "section" && thing.kind !== "address") return [];
    const sections = await sectionPlaces(db);
    const slug =
      thing.kind === "section"
        ? (await db.selectFrom("category").select("slug").where("id", "=", thing.id).executeTakeFirst())?.slug
        : undefined;
    const href = thing.kind === "section" ? `/tin-tuc/${slug}` : thing.href;
    const arranged = (await arrangementNow(db)) ?? firstArrangement(sections);
    return menuLinks(arranged, sections)
      .filter((link) => link.href === href)
      .map(({ label }) => ({ what: "Danh mục chính", label, href: ARRANGEMENT_PATHS.page, note: "đang hiện" }));
  },
};
