import type { FastifyInstance } from "fastify";
import { type Arrangement, firstArrangement, homeBlocks } from "../arrangement/arrangement.ts";
import { DISCLOSURE } from "../arrangement/places.ts";
import { publicPage } from "../http/public-page.ts";
import { addDays, dayOf, startOfDay } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import type { Assets } from "../ui/assets.ts";
import type { SiteFrame } from "./frame.ts";
import { HomePage, type HomePageView, type QuickLink } from "./home.view.tsx";
import { HOME_BLOCK_SOURCES } from "./home-block-sources.ts";
import { story } from "./page-models.ts";
import { common, page } from "./pages.ts";
import { articlesOnPage, type Section } from "./site.queries.ts";
import { articleHref, sectionHref } from "./site-frame.ts";

/** What people come for (peers.md §2.11), each one click from the home page. */
const QUICK_LINKS: readonly QuickLink[] = [
  { href: "/tuyen-sinh", label: "Tuyển sinh", hint: "Lớp đang mở, hồ sơ, thời hạn", icon: "award" },
  { href: "/thu-tuc-hanh-chinh", label: "Thủ tục", hint: "Giấy tờ, thời hạn, lệ phí", icon: "services" },
  { href: DISCLOSURE.href, label: DISCLOSURE.label, hint: "Chất lượng, tài chính, đội ngũ", icon: "disclosure" },
  { href: "/van-ban", label: "Văn bản", hint: "Quyết định, kế hoạch, quy chế", icon: "document" },
  { href: "/hoi-dap", label: "Hỏi đáp", hint: "Gửi câu hỏi, góp ý", icon: "question" },
  { href: "/lien-he", label: "Liên hệ", hint: "Địa chỉ, điện thoại", icon: "phone" },
];

/** The home page. */
export function homeRoutes(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const { db } = portal;

  publicPage(app, "/", {}, async () => {
    const { list, frame, arranged } = await common(portal, assets);
    const tags = HOME_BLOCK_SOURCES.flatMap((source) => source.tags);
    // What takes place today, or opens tomorrow, is said anew tomorrow.
    const until = startOfDay(addDays(dayOf(portal.clock.now()), 1));
    return page(<HomePage frame={frame} view={await homeView(list, frame, arranged)} />, ["home", ...tags], { until });
  });

  async function homeView(
    list: readonly Section[],
    frame: SiteFrame,
    arranged: Arrangement | null,
  ): Promise<HomePageView> {
    const order = homeBlocks(arranged ?? firstArrangement([]));
    const extras = new Map(
      await Promise.all(
        HOME_BLOCK_SOURCES.filter(({ key }) => order.includes(key)).map(
          async ({ key, block }) => [key, await block(portal)] as const,
        ),
      ),
    );
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
      order,
      extras,
      description: `Tin tức, thông báo và thông tin công khai của ${frame.siteName}.`,
      lead: lead ? story(lead, list) : null,
      latest: latest.map((item) => story(item, list)),
      latestHref: "/tin-tuc",
      notices: notices.map(({ slug, title, publishedAt }) => ({ href: articleHref(slug), title, publishedAt })),
      noticesHref: noticeSection ? sectionHref(noticeSection.slug) : "/tin-tuc",
      quickLinks: QUICK_LINKS,
      sections: parts.filter(({ stories }) => stories.length > 0).slice(0, 3),
    };
  }
}
