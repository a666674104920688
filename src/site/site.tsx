import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { aboutDoors } from "../about/doors.queries.ts";
import { disclosedAddresses } from "../disclosure/addresses.queries.ts";
import { publishedYears } from "../disclosure/disclosure.queries.ts";
import { yearWords } from "../disclosure/due.ts";
import { PUBLIC_PATHS } from "../disclosure/paths.ts";
import { DISCLOSURE_TAG } from "../disclosure/tags.ts";
import { answerNumbers } from "../enquiries/answers.queries.ts";
import { ENQUIRY_PATHS } from "../enquiries/paths.ts";
import { NotFound } from "../http/errors.ts";
import type { PublicPage } from "../http/kept-page.ts";
import { pageNumber, publicPage } from "../http/public-page.ts";
import { dayOf } from "../kernel/clock.ts";
import { addressOfNumber, publicSlugs } from "../library/documents.queries.ts";
import { LIBRARY_PATHS, LIBRARY_TAG } from "../library/paths.ts";
import type { Portal } from "../portal.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { TAKEDOWN_REASONS, type TakedownReason } from "../regulation/takedown-moves.ts";
import { PROCEDURES, procedureHref, SERVICES } from "../services/paths.ts";
import { publicEntries } from "../services/services.queries.ts";
import { siteOrigin } from "../settings/origin.ts";
import { TAKEDOWN_PATHS } from "../takedown/paths.ts";
import type { Assets } from "../ui/assets.ts";
import { renderDocument } from "../ui/document.tsx";
import { faviconSvg } from "../ui/emblem.tsx";
import { ArticlePage } from "./article.view.tsx";
import { robotsTxt, rss, sitemapXml } from "./feeds.ts";
import type { SiteFrame } from "./frame.ts";
import { GonePage } from "./gone.view.tsx";
import { HomePage } from "./home.view.tsx";
import { articlePage, story } from "./page-models.ts";
import { SectionPage } from "./section.view.tsx";
import {
  articlesOnPage,
  corrections,
  countArticles,
  PAGE_SIZE,
  publishedBySlug,
  redirectOf,
  type Section,
  sections,
  sitemapEntries,
  takenDown,
} from "./site.queries.ts";
import { articleHref, DISCLOSURE, sectionHref, siteFrame } from "./site-frame.ts";
import { SitemapPage } from "./sitemap.view.tsx";
import { RegulationPage } from "./text-pages.view.tsx";

/** The public site: every page is made from the published projection alone, once, and kept until its tags drop. */
export function siteRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;

  const common = async () => {
    const [settings, list] = [await portal.settings(), await sections(db)];
    return { settings, list, frame: siteFrame(settings, list, assets), origin: siteOrigin(settings) };
  };
  const page = (body: VNode, tags: readonly string[], rest: Partial<PublicPage> = {}): PublicPage => ({
    body: renderDocument(body),
    tags: ["all", ...tags],
    ...rest,
  });

  publicPage(app, "/", {}, async () => {
    const { list, frame } = await common();
    return page(<HomePage frame={frame} view={await homeView(list, frame)} />, ["home"]);
  });

  async function homeView(list: readonly Section[], frame: SiteFrame) {
    const noticeSection = list.find(({ slug }) => slug === "thong-bao");
    const notices = noticeSection ? await articlesOnPage(db, { category: noticeSection.id }, 1, 5) : [];
    const newest = (await articlesOnPage(db, {}, 1, 15)).filter(({ category }) => category !== noticeSection?.id);
    // The first of the page is the newest with a picture, and nothing stands on it twice.
    const lead = newest.slice(0, 5).find(({ cover }) => cover !== null) ?? newest[0];
    const latest = newest.filter((item) => item !== lead).slice(0, 6);
    const shown = new Set([lead, ...latest].map((item) => item?.article));
    const parts = await Promise.all(
      list
        .filter(({ id }) => id !== noticeSection?.id)
        .map(async (section) => ({
          href: sectionHref(section.slug),
          name: section.name,
          stories: (await articlesOnPage(db, { category: section.id }, 1, 11))
            .filter(({ article }) => !shown.has(article))
            .slice(0, 4)
            .map((item) => story(item, list)),
        })),
    );
    return {
      description: `Tin tức, thông báo và thông tin công khai của ${frame.siteName}.`,
      lead: lead ? story(lead, list) : null,
      latest: latest.map((item) => story(item, list)),
      latestHref: "/tin-tuc",
      notices: notices.map(({ slug, title, publishedAt }) => ({ href: articleHref(slug), title, publishedAt })),
      noticesHref: noticeSection ? sectionHref(noticeSection.slug) : "/tin-tuc",
      quickLinks: [
        {
          href: DISCLOSURE.href,
          label: DISCLOSURE.label,
          hint: "Chất lượng, tài chính, đội ngũ",
          icon: "disclosure" as const,
        },
        {
          href: "/quy-che",
          label: "Quy chế hoạt động",
          hint: "Cổng hoạt động theo quy chế nào",
          icon: "document" as const,
        },
        { href: "/lien-he", label: "Liên hệ", hint: "Địa chỉ, điện thoại, thư điện tử", icon: "phone" as const },
      ],
      sections: parts.filter(({ stories }) => stories.length > 0).slice(0, 3),
    };
  }

  publicPage(app, "/tin-tuc", { trang: pageNumber }, async ({ query }) => {
    const { list, frame } = await common();
    return sectionPage(frame, list, null, Number(query.trang ?? "1"));
  });

  publicPage(app, "/tin-tuc/:slug", { trang: pageNumber }, async ({ params, query }) => {
    const { list, frame } = await common();
    const section = list.find(({ slug }) => slug === params.slug);
    if (!section) throw new NotFound();
    return sectionPage(frame, list, section, Number(query.trang ?? "1"));
  });

  async function sectionPage(frame: SiteFrame, list: readonly Section[], section: Section | null, number: number) {
    const where = { category: section?.id };
    const total = await countArticles(db, where);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    if (number > pages) throw new NotFound();
    const stories = (await articlesOnPage(db, where, number)).map((item) => story(item, list));
    const near = list
      .filter(({ id }) => id !== section?.id)
      .map(({ slug, name }) => ({ href: sectionHref(slug), name }));
    const view = section
      ? {
          href: sectionHref(section.slug),
          name: section.name,
          description: section.description || undefined,
          above: [{ href: "/tin-tuc", name: "Tin tức" }],
          feedHref: `/rss/${section.slug}`,
        }
      : { href: "/tin-tuc", name: "Tin tức", feedHref: "/rss" };
    return page(<SectionPage frame={frame} view={{ ...view, near, stories, page: number, pages, total }} />, [
      section ? `section:${section.id}` : "lists",
    ]);
  }

  const inPrint = { in: (text: string) => (text === "1" ? "1" : null) };
  publicPage(app, "/bai-viet/:slug", inPrint, async ({ params, query }) => {
    const { settings, list, frame } = await common();
    const slug = params.slug!;
    const article = await publishedBySlug(db, slug);
    if (!article) return goneOrMoved(frame, slug);
    const related = (await articlesOnPage(db, { category: article.category }, 1, 5))
      .filter((other) => other.article !== article.article)
      .slice(0, 4);
    const view = articlePage(
      article,
      list,
      await corrections(db, article.article),
      related,
      settings["newsroom.publicChain"],
    );
    return page(<ArticlePage frame={frame} view={view} forPrint={query.in === "1"} />, [
      `article:${article.article}`,
      `section:${article.category}`,
    ]);
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

  publicPage(app, "/rss", {}, async () => feed(null));
  publicPage(app, "/rss/:slug", {}, async ({ params }) => {
    const section = (await sections(db)).find(({ slug }) => slug === params.slug);
    if (!section) throw new NotFound();
    return feed(section);
  });

  async function feed(section: Section | null): Promise<PublicPage> {
    const { frame, origin } = await common();
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

  publicPage(app, "/sitemap.xml", {}, async () => {
    const { list, origin } = await common();
    const doorsOfAbout = await aboutDoors(db, dayOf(portal.clock.now()));
    const procedures = await publicEntries(db, "procedure");
    const doors = [
      "/",
      "/tin-tuc",
      ...list.map(({ slug }) => sectionHref(slug)),
      ...(await disclosedAddresses(db)).map(({ path }) => path),
      LIBRARY_PATHS.site,
      ...(await publicSlugs(db)).map(LIBRARY_PATHS.document),
      "/hoi-dap",
      "/hoi-dap/gui",
      "/yeu-cau-go-bo",
      ...(await answerNumbers(db)).map(ENQUIRY_PATHS.answer),
      ...[doorsOfAbout.about, doorsOfAbout.units, doorsOfAbout.admissions].flat().map(({ href }) => href),
      ...procedures.map(({ slug }) => procedureHref(slug)),
      PROCEDURES,
      SERVICES,
      "/quy-che",
      "/lien-he",
      "/so-do-cong",
    ];
    return {
      body: sitemapXml(origin, doors, await sitemapEntries(db, 45_000)),
      tags: ["all", "lists", "answers", "about", "services", "board", DISCLOSURE_TAG, LIBRARY_TAG],
      type: "application/xml; charset=utf-8",
    };
  });

  publicPage(app, "/so-do-cong", {}, async () => {
    const { list, frame } = await common();
    const disclosed = (await publishedYears(db)).map((year) => ({
      href: PUBLIC_PATHS.year(year),
      label: `Công khai ${yearWords(year)}`,
    }));
    const doorsOfAbout = await aboutDoors(db, dayOf(portal.clock.now()));
    const procedures = await publicEntries(db, "procedure");
    const groups = [
      {
        title: "Tin tức – sự kiện",
        links: [
          {
            href: "/tin-tuc",
            label: "Tất cả tin tức",
            below: list.map(({ slug, name }) => ({ href: sectionHref(slug), label: name })),
          },
          { href: "/rss", label: "Nguồn tin RSS" },
        ],
      },
      {
        title: "Công khai",
        links: [
          { ...DISCLOSURE, below: disclosed },
          { href: PUBLIC_PATHS.proof, label: "Công khai có luôn hiển thị không?" },
        ],
      },
      { title: "Văn bản", links: [{ href: LIBRARY_PATHS.site, label: "Thư viện văn bản" }] },
      {
        title: "Giới thiệu",
        links: doorsOfAbout.about.map((door, place) => (place === 0 ? { ...door, below: doorsOfAbout.units } : door)),
      },
      { title: "Tuyển sinh", links: [{ ...doorsOfAbout.admissions[0]!, below: doorsOfAbout.admissions.slice(1) }] },
      {
        title: "Thủ tục, dịch vụ công",
        links: [
          {
            href: PROCEDURES,
            label: "Thủ tục hành chính",
            below: procedures.map(({ slug, content }) => ({ href: procedureHref(slug), label: content.name ?? "" })),
          },
          { href: SERVICES, label: "Dịch vụ công" },
        ],
      },
      {
        title: "Hỏi đáp, góp ý",
        links: [
          { href: ENQUIRY_PATHS.list, label: "Câu hỏi đã trả lời" },
          { href: ENQUIRY_PATHS.ask, label: "Gửi câu hỏi, góp ý" },
          { href: ENQUIRY_PATHS.lookUp, label: "Tra cứu phiếu đã gửi" },
          { href: TAKEDOWN_PATHS.form, label: "Yêu cầu gỡ bỏ thông tin" },
        ],
      },
      {
        title: "Về Cổng",
        links: [
          { href: "/quy-che", label: "Quy chế hoạt động" },
          { href: "/lien-he", label: "Liên hệ" },
          { href: "/tim-kiem", label: "Tìm kiếm" },
        ],
      },
    ];
    return page(<SitemapPage frame={frame} view={{ groups }} />, ["about", "services", "board", DISCLOSURE_TAG]);
  });

  publicPage(app, "/quy-che", {}, async () => {
    const document = await addressOfNumber(db, QUY_CHE_27.number);
    const href = document && LIBRARY_PATHS.document(document);
    return page(<RegulationPage frame={(await common()).frame} document={href} />, [LIBRARY_TAG]);
  });
  publicPage(app, "/robots.txt", {}, async () => ({
    body: robotsTxt((await common()).origin),
    tags: ["all"],
    type: "text/plain; charset=utf-8",
  }));
  publicPage(app, "/favicon.svg", {}, () => ({ body: faviconSvg, tags: ["all"], type: "image/svg+xml" }));
}
