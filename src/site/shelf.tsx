import type { FastifyInstance } from "fastify";
import { NotFound } from "../http/errors.ts";
import { pageNumber, publicPage } from "../http/public-page.ts";
import type { Portal } from "../portal.ts";
import type { Assets } from "../ui/assets.ts";
import { story } from "./page-models.ts";
import { common, page } from "./pages.ts";
import { ShelfPage } from "./shelf.view.tsx";
import { SHELF_KINDS } from "./shelf-kinds.ts";
import { articlesOnPage, countArticles } from "./site.queries.ts";

const SHELF_SIZE = 12;

/** `/thu-vien`: published articles that hold albums or videos; they are news like all others and nothing beside them. */
export function shelfRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;
  const kind = (text: string) => (Object.hasOwn(SHELF_KINDS, text) ? text : null);
  publicPage(app, "/thu-vien", { loai: kind, trang: pageNumber }, async ({ query }) => {
    const { list, frame } = await common(portal, assets);
    const number = Number(query.trang ?? "1");
    const { holds } = SHELF_KINDS[query.loai ?? ""] ?? SHELF_KINDS[""]!;
    const total = await countArticles(db, { holds });
    const pages = Math.max(1, Math.ceil(total / SHELF_SIZE));
    if (number > pages) throw new NotFound();
    const stories = (await articlesOnPage(db, { holds }, number, SHELF_SIZE)).map((item) => story(item, list));
    const view = { kind: query.loai ?? "", stories, page: number, pages, total };
    return page(<ShelfPage frame={frame} view={view} />, ["lists"]);
  });
}
