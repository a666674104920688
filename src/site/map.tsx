import type { FastifyInstance } from "fastify";
import { publicPage } from "../http/public-page.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import type { Assets } from "../ui/assets.ts";
import { DOOR_SOURCES } from "./door-sources.ts";
import { doorGroups, doorTags } from "./doors.ts";
import { common, page } from "./pages.ts";
import { SitemapPage } from "./sitemap.view.tsx";

/** Every door of the portal, for people on one page. */
export function mapRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const tags = doorTags(DOOR_SOURCES);
  const today = () => dayOf(portal.clock.now());

  publicPage(app, "/so-do-cong", {}, async () => {
    const { frame } = await common(portal, assets);
    return page(<SitemapPage frame={frame} view={{ groups: await doorGroups(DOOR_SOURCES, db, today()) }} />, tags);
  });
}
