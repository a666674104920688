import type { Day } from "../kernel/clock.ts";
import { DOOR_SOURCES } from "../site/door-sources.ts";
import { doorPaths } from "../site/doors.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { SectionPlace } from "./arrangement.ts";
import type { Known } from "./rules.ts";

/** The sections of news as places of the menu. */
export async function sectionPlaces(db: Db | Tx): Promise<SectionPlace[]> {
  const rows = await db.selectFrom("category").select(["slug", "name"]).orderBy("position").execute();
  return rows.map(({ slug, name }) => ({ href: `/tin-tuc/${slug}`, label: name }));
}

/** What the rules ask about the portal: its sections, and which of these links are public pages. */
export async function readKnown(db: Db | Tx, day: Day, links: readonly { readonly key: string }[]): Promise<Known> {
  const article = "/bai-viet/";
  const slugs = links.flatMap(({ key }) => (key.startsWith(article) ? [key.slice(article.length)] : []));
  const articles =
    slugs.length === 0
      ? []
      : await db.selectFrom("published_article").select("slug").where("slug", "in", slugs).execute();
  const addresses = new Set([
    // Rooms read only; a transaction reads as well as the read side.
    ...(await doorPaths(DOOR_SOURCES, db as Db, day)),
    ...articles.map(({ slug }) => article + slug),
  ]);
  return { sections: await sectionPlaces(db), isAddress: (href) => addresses.has(href) };
}
