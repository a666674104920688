import type { FastifyInstance } from "fastify";
import { regulationRoutes } from "../compliance/site.tsx";
import type { Portal } from "../portal.ts";
import type { Assets } from "../ui/assets.ts";
import { feedRoutes } from "./feed-routes.ts";
import { homeRoutes } from "./home.tsx";
import { installRoutes } from "./install.tsx";
import { mapRoutes } from "./map.tsx";
import { newsRoutes } from "./news.tsx";
import { shelfRoutes } from "./shelf.tsx";
import { sitemapRoutes } from "./sitemap-routes.ts";

/** The public site: every page is made from the published projection alone, once, and kept until its tags drop. */
export function siteRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  for (const routes of [homeRoutes, newsRoutes, shelfRoutes, feedRoutes, mapRoutes, installRoutes, regulationRoutes])
    routes(app, portal, assets);
  sitemapRoutes(app, portal);
}
