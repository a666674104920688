import type { FastifyInstance } from "fastify";
import { publicPage } from "../http/public-page.ts";
import { addressOfNumber } from "../library/documents.queries.ts";
import { LIBRARY_PATHS, LIBRARY_TAG } from "../library/paths.ts";
import type { Portal } from "../portal.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import type { Assets } from "../ui/assets.ts";
import { feedRoutes } from "./feed-routes.ts";
import { homeRoutes } from "./home.tsx";
import { installRoutes } from "./install.tsx";
import { mapRoutes } from "./map.tsx";
import { newsRoutes } from "./news.tsx";
import { common, page } from "./pages.ts";
import { shelfRoutes } from "./shelf.tsx";
import { sitemapRoutes } from "./sitemap-routes.ts";
import { RegulationPage } from "./text-pages.view.tsx";

/** The public site: every page is made from the published projection alone, once, and kept until its tags drop. */
export function siteRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  for (const routes of [homeRoutes, newsRoutes, shelfRoutes, feedRoutes, mapRoutes, installRoutes])
    routes(app, portal, assets);
  sitemapRoutes(app, portal);

  publicPage(app, "/quy-che", {}, async () => {
    const document = await addressOfNumber(db, QUY_CHE_27.number);
    const href = document && LIBRARY_PATHS.document(document);
    return page(<RegulationPage frame={(await common(portal, assets)).frame} document={href} />, [LIBRARY_TAG]);
  });
}
