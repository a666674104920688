import type { FastifyInstance } from "fastify";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { pageNumber, publicPage } from "../http/public-page.ts";
import { longDownloads } from "../lists/long-download.ts";
import type { Portal } from "../portal.ts";
import { TAKEDOWN_REASONS, type TakedownReason } from "../regulation/takedown-moves.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Assets } from "../ui/assets.ts";
import { ArticlePage } from "./article.view.tsx";
import type { SiteFrame } from "./frame.ts";
import { withGalleries } from "./gallery-island.ts";
import { GonePage } from "./gone.view.tsx";
import { newsSheet } from "./news-sheet.ts";
import { articlePage, framesOf, story } from "./page-models.ts";
import { common, page } from "./pages.ts";
import { SectionPage } from "./section.view.tsx";
import { SHELF } from "./shelf-kinds.ts";
import {
  articlesOnPage,
  corrections,
  countArticles,
  PAGE_SIZE,
  publishedBySlug,
  redirectOf,
  type Section,
  sections,
  takenDown,
} from "./site.queries.ts";
import { articleHref, sectionHref } from "./site-frame.ts";

/** Lists of news, articles, and what answers at an address that was public once. */
export function newsRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;

  publicPage(app, "/tin-tuc", { trang: pageNumber }, async ({ query }) => {
    const { list, frame } = await common(portal, assets);
    return sectionPage(frame, list, null, Number(query.trang ?? "1"));
  });

  publicPage(app, "/tin-tuc/:slug", { trang: pageNumber }, async ({ params, query }) => {
    const { list, frame } = await common(portal, assets);
    const section = list.find(({ slug }) => slug === params.slug);
    if (!section) throw new NotFound();
    return sectionPage(frame, list, section, Number(query.trang ?? "1"));
  });

  for (const path of ["/tin-tuc", "/tin-tuc/:slug"]) {
    longDownloads(app, path, "public", async ({ params }) => {
      const { slug } = params as { slug?: string };
      const list = await sections(db);
      const section = slug === undefined ? null : list.find((one) => one.slug === slug);
      if (section === undefined) throw new NotFound();
      return newsSheet(db, section, siteOrigin(await portal.settings()));
    });
  }

  async function sectionPage(frame: SiteFrame, list: readonly Section[], section: Section | null, number: number) {
    const where = { category: section?.id };
    const total = await countArticles(db, where);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    if (number > pages) throw new NotFound();
    const stories = (await articlesOnPage(db, where, number)).map((item) => story(item, list));
    const near = list
      .filter(({ id }) => id !== section?.id)
      .map(({ slug, name }) => ({ href: sectionHref(slug), name }))
      .concat({ href: SHELF.href, name: SHELF.label });
    const view = section
      ? {
          href: sectionHref(section.slug),
          name: section.name,
          description: section.description || undefined,
          above: [{ href: "/tin-tuc", name: "Tin tức" }],
          feedSlug: section.slug,
        }
      : { href: "/tin-tuc", name: "Tin tức", feedSlug: null };
    return page(<SectionPage frame={frame} view={{ ...view, near, stories, page: number, pages, total }} />, [
      section ? `section:${section.id}` : "lists",
    ]);
  }

  const inPrint = { in: (text: string) => (text === "1" ? "1" : null) };
  publicPage(app, "/bai-viet/:slug", inPrint, async ({ params, query }) => {
    const { settings, list, frame } = await common(portal, assets);
    const slug = params.slug!;
    const article = await publishedBySlug(db, slug);
    if (!article) return goneOrMoved(frame, slug);
    const isPrint = query.in === "1";
    // Nothing plays on paper.
    const allowed = isPrint ? [] : settings["media.embeds"];
    const related = (await articlesOnPage(db, { category: article.category }, 1, 5))
      .filter((other) => other.article !== article.article)
      .slice(0, 4);
    const view = articlePage(
      article,
      list,
      await corrections(db, article.article),
      related,
      settings["newsroom.publicChain"],
      { allowed, css: assets.siteCss },
    );
    const body = (
      <ArticlePage frame={withGalleries(frame, assets, article.content.body)} view={view} forPrint={isPrint} />
    );
    return page(body, [`article:${article.article}`, `section:${article.category}`], {
      frames: framesOf(article.content.body, allowed),
    });
  });

  /** Once public, an address answers for ever: moved, or taken down by decision. */
  async function goneOrMoved(frame: SiteFrame, slug: string): Promise<PublicPage> {
    const location = await redirectOf(db, articleHref(slug));
    if (location) return { body: "", tags: ["all"], status: 301, location };
    const gone = await takenDown(db, slug);
    if (!gone) throw new NotFound();
    const reason = TAKEDOWN_REASONS[gone.reason as TakedownReason];
    return page(<GonePage frame={frame} view={{ reason, at: gone.at ?? undefined }} />, ["lists"], {
      status: 410,
    });
  }
}
