import type { FastifyInstance } from "fastify";
import { publicPage } from "../http/public-page.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Assets } from "../ui/assets.ts";
import { DOOR_SOURCES } from "./door-sources.ts";
import { doorGroups, doorPaths, doorTags } from "./doors.ts";
import { robotsTxt, sitemapXml } from "./feeds.ts";
import { common, page } from "./pages.ts";
import { sitemapEntries } from "./site.queries.ts";
import { SitemapPage } from "./sitemap.view.tsx";

/** Every door of the portal: for people on one page, for search engines in one file. */
export function mapRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const tags = doorTags(DOOR_SOURCES);
  const today = () => dayOf(portal.clock.now());

  publicPage(app, "/so-do-cong", {}, async () => {
    const { frame } = await common(portal, assets);
    return page(<SitemapPage frame={frame} view={{ groups: await doorGroups(DOOR_SOURCES, db, today()) }} />, tags);
  });

  publicPage(app, "/sitemap.xml", {}, async () => ({
    body: sitemapXml(
      siteOrigin(await portal.settings()),
      await doorPaths(DOOR_SOURCES, db, today()),
      await sitemapEntries(db, 45_000),
    ),
    tags: ["all", ...tags],
    type: "application/xml; charset=utf-8",
  }));

  publicPage(app, "/robots.txt", {}, async () => ({
    body: robotsTxt(siteOrigin(await portal.settings())),
    tags: ["all"],
    type: "text/plain; charset=utf-8",
  }));
}
