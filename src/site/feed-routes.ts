import type { FastifyInstance } from "fastify";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { publicPage } from "../http/public-page.ts";
import { startOfDay } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import type { Assets } from "../ui/assets.ts";
import { atom, FEED_KINDS, type FeedKind, feedHref, jsonFeed, rss } from "./feeds.ts";
import { common } from "./pages.ts";
import { articlesOnPage, type Section, sections } from "./site.queries.ts";
import { sectionHref } from "./site-frame.ts";

const WRITE = { rss, atom, json: jsonFeed } as const;
/** An empty feed must still say since when: the day of the regulation. */
const SINCE = startOfDay("2023-03-27");

/** Feeds of all news and of each section, in three formats (REQ-017). */
export function feedRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;

  for (const kind of Object.keys(FEED_KINDS) as FeedKind[]) {
    publicPage(app, feedHref(kind, null), {}, async () => feed(kind, null));
    publicPage(app, feedHref(kind, ":slug"), {}, async ({ params }) => {
      const section = (await sections(db)).find(({ slug }) => slug === params.slug);
      if (!section) throw new NotFound();
      return feed(kind, section);
    });
  }

  async function feed(kind: FeedKind, section: Section | null): Promise<PublicPage> {
    const { frame, origin } = await common(portal, assets);
    const articles = await articlesOnPage(db, { category: section?.id }, 1, 30);
    const name = section?.name ?? "Tin mới";
    const about = {
      title: `${name} | ${frame.siteName}`,
      description: section?.description || `${name} của ${frame.siteName}`,
      publisher: frame.siteName,
      origin,
      path: section ? sectionHref(section.slug) : "/tin-tuc",
      feedPath: feedHref(kind, section?.slug ?? null),
      since: SINCE,
    };
    return {
      body: WRITE[kind](about, articles),
      tags: ["all", section ? `section:${section.id}` : "lists"],
      type: `${FEED_KINDS[kind].type}; charset=utf-8`,
    };
  }
}
