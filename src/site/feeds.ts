import { pictureMarkup } from "../media/addresses.ts";
import type { ListedArticle } from "./site.queries.ts";
import { articleHref } from "./site-frame.ts";

/** Text inside XML: the five signs escaped, characters that XML 1.0 forbids left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&apos;");
}

const XML = `<?xml version="1.0" encoding="UTF-8"?>\n`;
const httpDate = (instant: string) => new Date(instant).toUTCString();

/** The kinds of feed, their address under which each section has its own, and their media type. */
export const FEED_KINDS = {
  rss: { path: "/rss", type: "application/rss+xml", name: "RSS" },
  atom: { path: "/atom", type: "application/atom+xml", name: "Atom" },
  json: { path: "/json-feed", type: "application/feed+json", name: "JSON Feed" },
} as const;

export type FeedKind = keyof typeof FEED_KINDS;

/** Address of a feed: of one section, or of all. */
export const feedHref = (kind: FeedKind, slug: string | null): string =>
  slug === null ? FEED_KINDS[kind].path : `${FEED_KINDS[kind].path}/${slug}`;

/** What the head of a page tells feed readers. */
export const feedLinks = (name: string, slug: string | null) =>
  (Object.keys(FEED_KINDS) as FeedKind[]).map((kind) => ({
    href: feedHref(kind, slug),
    type: FEED_KINDS[kind].type,
    title: kind === "rss" ? name : `${name} (${FEED_KINDS[kind].name})`,
  }));

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  /** Scheme and official host. */
  readonly origin: string;
  /** Path of the page that the feed follows. */
  readonly path: string;
  readonly feedPath: string;
  /** When the portal has no article to date it by. */
  readonly since: string;
}

const changed = ({ updatedAt, publishedAt }: ListedArticle) => updatedAt ?? publishedAt;

/** RSS 2.0 of the newest articles of a section or of all (REQ-017). */
export function rss(feed: Feed, articles: readonly ListedArticle[]): string {
  const items = articles.map(({ slug, title, lead, publishedAt, unit }) => {
    const link = xmlText(feed.origin + articleHref(slug));
    return `<item><title>${xmlText(title)}</title><link>${link}</link><guid isPermaLink="true">${link}</guid><pubDate>${httpDate(publishedAt)}</pubDate><dc:creator>${xmlText(unit)}</dc:creator><description>${xmlText(lead)}</description></item>`;
  });
  const self = xmlText(feed.origin + feed.feedPath);
  return `${XML}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${xmlText(feed.title)}</title><link>${xmlText(feed.origin + feed.path)}</link><description>${xmlText(feed.description)}</description><language>vi</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>${items.join("")}</channel></rss>
`;
}

/** The same as Atom (RFC 4287): each entry with its own id, author and both times. */
export function atom(feed: Feed, articles: readonly ListedArticle[]): string {
  const updated = articles.map(changed).toSorted().at(-1) ?? feed.since;
  const entries = articles.map((article) => {
    const link = xmlText(feed.origin + articleHref(article.slug));
    return `<entry><id>${link}</id><title>${xmlText(article.title)}</title><link rel="alternate" type="text/html" href="${link}"/><published>${article.publishedAt}</published><updated>${changed(article)}</updated><author><name>${xmlText(article.unit)}</name></author><summary>${xmlText(article.lead)}</summary></entry>`;
  });
  const self = xmlText(feed.origin + feed.feedPath);
  const page = xmlText(feed.origin + feed.path);
  return `${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><id>${self}</id><title>${xmlText(feed.title)}</title><subtitle>${xmlText(feed.description)}</subtitle><updated>${updated}</updated><author><name>${xmlText(feed.publisher)}</name></author><link rel="self" type="application/atom+xml" href="${self}"/><link rel="alternate" type="text/html" href="${page}"/>${entries.join("")}</feed>
`;
}

/** The same as JSON Feed 1.1. */
export function jsonFeed(feed: Feed, articles: readonly ListedArticle[]): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: feed.origin + feed.path,
    feed_url: feed.origin + feed.feedPath,
    language: "vi",
    authors: [{ name: feed.publisher, url: `${feed.origin}/` }],
    items: articles.map(({ slug, title, lead, publishedAt, updatedAt, unit, cover }) => ({
      id: feed.origin + articleHref(slug),
      url: feed.origin + articleHref(slug),
      title,
      content_text: lead || title,
      summary: lead,
      date_published: publishedAt,
      ...(updatedAt ? { date_modified: updatedAt } : {}),
      ...(cover ? { image: feed.origin + pictureMarkup(cover, "").src } : {}),
      authors: [{ name: unit }],
    })),
  });
}
