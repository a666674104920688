import { xmlText } from "./feeds.ts";
import { articleHref } from "./site-frame.ts";

/** Addresses in one file; the protocol allows 50,000. */
export const SITEMAP_SIZE = 45_000;
/** Articles older than this are no news to a news sitemap, and it may hold no more than so many. */
export const NEWS_HOURS = 48;
export const MOST_NEWS = 1000;

const XML = `<?xml version="1.0" encoding="UTF-8"?>\n`;

/** An address of the portal; `last` is when its text last changed, where that is known. */
export interface MapEntry {
  readonly path: string;
  readonly last?: string;
}

export const sitemapHref = (part: number): string => `/sitemap/${part}.xml`;

/** sitemaps.org 0.9. */
export function sitemapXml(origin: string, entries: readonly MapEntry[]): string {
  const urls = entries.map(
    ({ path, last }) =>
      `<url><loc>${xmlText(origin + path)}</loc>${last === undefined ? "" : `<lastmod>${last}</lastmod>`}</url>`,
  );
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>\n`;
}

/** The list of the parts, once one file is not enough. */
export function sitemapIndex(origin: string, parts: number): string {
  const maps = Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${xmlText(origin + sitemapHref(index + 1))}</loc></sitemap>`,
  );
  return `${XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join("")}</sitemapindex>\n`;
}

export interface NewsEntry {
  readonly slug: string;
  readonly title: string;
  readonly publishedAt: string;
}

/** Google's news sitemap: what was first published within the last two days. */
export function newsSitemap(origin: string, publication: string, articles: readonly NewsEntry[]): string {
  const urls = articles.map(
    ({ slug, title, publishedAt }) =>
      `<url><loc>${xmlText(origin + articleHref(slug))}</loc><news:news><news:publication><news:name>${xmlText(publication)}</news:name><news:language>vi</news:language></news:publication><news:publication_date>${publishedAt}</news:publication_date><news:title>${xmlText(title)}</news:title></news:news></url>`,
  );
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join("")}</urlset>\n`;
}

/** What robots are told: the newsroom is not for them; everything public is. */
export function robotsTxt(origin: string): string {
  return `User-agent: *\nDisallow: /ban-bien-tap\nDisallow: /thiet-lap\n\nSitemap: ${origin}/sitemap.xml\nSitemap: ${origin}/sitemap-tin.xml\n`;
}
