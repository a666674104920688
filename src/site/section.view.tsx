import { DownloadLinks } from "../lists/downloads.view.tsx";
import { formatNumber } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { Pagination } from "../ui/navigation.tsx";
import { feedHref, feedLinks } from "./feeds.ts";
import { type SiteFrame, standingIn } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";
import { type SectionLink, type Story, StoryCard } from "./story.view.tsx";

export interface SectionPageView extends SectionLink {
  readonly description?: string | undefined;
  /** Sections above this one, from the home page down; the home page itself is added. */
  readonly above?: readonly SectionLink[] | undefined;
  /** Sections beside or below, offered as links. */
  readonly near?: readonly SectionLink[] | undefined;
  readonly stories: readonly Story[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** Of the section whose feeds follow this page; null for all news. */
  readonly feedSlug: string | null;
}

/** Address of a page of a list: the first page is the list's own address. */
export function pageHref(href: string, page: number): string {
  return page <= 1 ? href : `${href}?trang=${page}`;
}

/** A section's articles, newest first, on numbered pages. */
export function SectionPage({ frame, view }: { readonly frame: SiteFrame; readonly view: SectionPageView }) {
  const { name, href, page, pages, total, above = [], near = [] } = view;
  const here = page > 1 ? `${name}, trang ${formatNumber(page)}` : name;
  return (
    <SiteLayout
      frame={standingIn(frame, above[0]?.href ?? href)}
      title={here}
      description={view.description}
      path={pageHref(href, page)}
      breadcrumbs={[
        { label: "Trang chủ", href: "/" },
        ...above.map((section) => ({ label: section.name, href: section.href })),
        { label: name },
      ]}
      social={{ type: "website", siteName: frame.siteName }}
      feeds={feedLinks(`${name} | ${frame.siteName}`, view.feedSlug)}
      prev={page > 1 ? pageHref(href, page - 1) : undefined}
      next={page < pages ? pageHref(href, page + 1) : undefined}
    >
      <header class="section-head">
        <h1>{name}</h1>
        {view.description && <p class="section-lead">{view.description}</p>}
        <p class="section-facts">
          {total > 0 && (
            <span>
              {formatNumber(total)} bài{pages > 1 && `, trang ${formatNumber(page)} trên ${formatNumber(pages)}`}
            </span>
          )}
          <a href={feedHref("rss", view.feedSlug)}>
            <Icon name="rss" />
            RSS
          </a>
          {total > 0 && <DownloadLinks href={`${href}.csv`} what={name} />}
        </p>
      </header>
      <div class="section-page">
        {near.length > 0 && (
          <nav class="near" aria-labelledby="chuyen-muc">
            <h2 class="part-title" id="chuyen-muc">
              Chuyên mục
            </h2>
            <ul class="near-list">
              {near.map((section) => (
                <li key={section.href}>
                  <a href={section.href}>{section.name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="section-list">
          {view.stories.length === 0 ? (
            <p class="nothing">Chuyên mục này chưa có bài nào.</p>
          ) : (
            <div class="story-rows">
              {view.stories.map((story, index) => (
                <StoryCard
                  key={story.href}
                  story={story}
                  level={2}
                  look="row"
                  sizes="(min-width: 40rem) 14rem, 7rem"
                  early={index === 0}
                />
              ))}
            </div>
          )}
          <Pagination page={page} pages={pages} href={(n) => pageHref(href, n)} label={`Các trang của ${name}`} />
        </div>
      </div>
    </SiteLayout>
  );
}
