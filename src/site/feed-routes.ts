import type { FastifyInstance } from "fastify";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { publicPage } from "../http/public-page.ts";
import type { Portal } from "../portal.ts";
import type { Assets } from "../ui/assets.ts";
import { rss } from "./feeds.ts";
import { common } from "./pages.ts";
import { articlesOnPage, type Section, sections } from "./site.queries.ts";
import { sectionHref } from "./site-frame.ts";

/** Feeds of all news and of each section (REQ-017). */
export function feedRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;

  publicPage(app, "/rss", {}, async () => feed(null));
  publicPage(app, "/rss/:slug", {}, async ({ params }) => {
    const section = (await sections(db)).find(({ slug }) => slug === params.slug);
    if (!section) throw new NotFound();
    return feed(section);
  });

  async function feed(section: Section | null): Promise<PublicPage> {
    const { frame, origin } = await common(portal, assets);
    const articles = await articlesOnPage(db, { category: section?.id }, 1, 30);
    const name = section?.name ?? "Tin mới";
    const about = {
      title: `${name} | ${frame.siteName}`,
      description: section?.description || `${name} của ${frame.siteName}`,
      origin,
      path: section ? sectionHref(section.slug) : "/tin-tuc",
      feedPath: section ? `/rss/${section.slug}` : "/rss",
    };
    return {
      body: rss(about, articles),
      tags: ["all", section ? `section:${section.id}` : "lists"],
      type: "application/rss+xml; charset=utf-8",
    };
  }
}
