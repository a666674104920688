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

const httpDate = (instant: string) => new Date(instant).toUTCString();

export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Scheme and official host. */
  readonly origin: string;
  /** Path of the page that the feed follows. */
  readonly path: string;
  readonly feedPath: string;
}

/** RSS 2.0 of the newest articles of a section or of all (REQ-017). */
export function rss(feed: Feed, articles: readonly ListedArticle[]): string {
  const items = articles.map(({ slug, title, lead, publishedAt, unit }) => {
    const link = xmlText(feed.origin + articleHref(slug));
    return `<item><title>${xmlText(title)}</title><link>${link}</link><guid isPermaLink="true">${link}</guid><pubDate>${httpDate(publishedAt)}</pubDate><dc:creator>${xmlText(unit)}</dc:creator><description>${xmlText(lead)}</description></item>`;
  });
  const self = xmlText(feed.origin + feed.feedPath);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${xmlText(feed.title)}</title><link>${xmlText(feed.origin + feed.path)}</link><description>${xmlText(feed.description)}</description><language>vi</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>${items.join("")}</channel></rss>
`;
}

/** sitemaps.org 0.9: the doors of the portal and every public article. */
export function sitemapXml(
  origin: string,
  doors: readonly string[],
  articles: readonly { slug: string; last: string }[],
): string {
  const urls = [
    ...doors.map((path) => `<url><loc>${xmlText(origin + path)}</loc></url>`),
    ...articles.map(
      ({ slug, last }) => `<url><loc>${xmlText(origin + articleHref(slug))}</loc><lastmod>${last}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>
`;
}

/** What robots are told: the newsroom is not for them; everything public is. */
export function robotsTxt(origin: string): string {
  return `User-agent: *\nDisallow: /ban-bien-tap\nDisallow: /thiet-lap\n\nSitemap: ${origin}/sitemap.xml\n`;
}
