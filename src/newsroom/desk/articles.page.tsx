import type { FastifyInstance, FastifyRequest } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import { listDownloads } from "../../lists/download.ts";
import { type SheetColumn, sheetOf } from "../../lists/sheet.ts";
import { STATES } from "../../regulation/states.ts";
import { type ArticleFilter, type ListedArticle, listArticles, readFilterChoices } from "../article-list.queries.ts";
import { ArticlesPage } from "./articles.view.tsx";
import type { Desk } from "./desk.ts";
import { paths } from "./paths.ts";
import { may, NEWSROOM_PERMISSIONS } from "./permissions.ts";
import { titleOr } from "./words.ts";

const PAGE_SIZE = 30;

/** Every article the visitor may read, narrowed by the address; the same list as a spreadsheet. */
export function articleListPages(app: FastifyInstance, desk: Desk): void {
  const { portal } = desk;

  app.get(paths.articles, may("article.read"), async (request, reply) => {
    const { actor } = visitorOf(request);
    const filter = filterFrom(request);
    const page = pageFrom(request);
    const list = await listArticles(portal.db, actor, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const pages = Math.max(1, Math.ceil(list.total / PAGE_SIZE));
    if (page > pages) return reply.redirect(hrefOf(paths.articles, filter, pages), 303);
    return reply.page(
      <ArticlesPage
        desk={await desk.frame(request, paths.articles)}
        list={list}
        filter={filter}
        choices={await readFilterChoices(portal.db, actor)}
        page={page}
        pages={pages}
        now={portal.clock.now()}
        hrefOf={(number) => hrefOf(paths.articles, filter, number)}
        csvHref={hrefOf(paths.articlesCsv, filter)}
        mayTick={NEWSROOM_PERMISSIONS["article.create"].some((hat) => hat === actor.hat)}
      />,
    );
  });

  listDownloads(app, paths.articles, "article.read", async (request) => {
    const { rows } = await listArticles(portal.db, visitorOf(request).actor, filterFrom(request), "all");
    return sheetOf("danh-sach-bai", "Bài", COLUMNS, rows);
  });
}

const COLUMNS: readonly SheetColumn<ListedArticle>[] = [
  { label: "Tiêu đề", value: ({ title }) => titleOr(title) },
  { label: "Trạng thái", value: ({ state }) => STATES[state] },
  { label: "Từ lúc", kind: "time", value: ({ since }) => since },
  { label: "Đơn vị", value: ({ unit }) => unit },
  { label: "Chuyên mục", value: ({ category }) => category },
  { label: "Người viết", value: ({ author }) => author },
  { label: "Bản", kind: "number", value: ({ number }) => number },
  { label: "Địa chỉ đã đăng", value: ({ isLive, slug }) => (isLive && slug ? `/bai-viet/${slug}` : "") },
];

/** The filter's names in the address. */
const NAMES: Readonly<Record<keyof ArticleFilter, string>> = {
  state: "trang-thai",
  unit: "don-vi",
  category: "chuyen-muc",
  author: "nguoi-viet",
  words: "tu-khoa",
};

function filterFrom({ query }: FastifyRequest): ArticleFilter {
  const given = query as Record<string, unknown>;
  const text = (key: keyof ArticleFilter) => {
    const value = given[NAMES[key]];
    return typeof value === "string" ? value.normalize("NFC").trim().slice(0, 200) : "";
  };
  return {
    state: text("state"),
    unit: text("unit"),
    category: text("category"),
    author: text("author"),
    words: text("words"),
  };
}

function pageFrom({ query }: FastifyRequest): number {
  const { trang } = query as { trang?: unknown };
  return typeof trang === "string" && /^[1-9]\d{0,5}$/.test(trang) ? Number(trang) : 1;
}

function hrefOf(path: string, filter: ArticleFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const [key, name] of Object.entries(NAMES)) {
    const value = filter[key as keyof ArticleFilter];
    if (value) query.set(name, value);
  }
  if (page > 1) query.set("trang", String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}
