import type { FastifyInstance } from "fastify";
import { NotFound } from "../http/errors.ts";
import { publicPage } from "../http/public-page.ts";
import { addSeconds, dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { siteOrigin } from "../settings/origin.ts";
import { DOOR_SOURCES } from "./door-sources.ts";
import { doorPaths, doorTags } from "./doors.ts";
import { countArticles, newsSince, sitemapEntries } from "./site.queries.ts";
import { articleHref } from "./site-frame.ts";
import {
  type MapEntry,
  MOST_NEWS,
  NEWS_HOURS,
  newsSitemap,
  robotsTxt,
  SITEMAP_SIZE,
  sitemapIndex,
  sitemapXml,
} from "./sitemaps.ts";

const XML_TYPE = "application/xml; charset=utf-8";

/** What search engines read: every address, in parts when there are very many; the news of two days; robots.txt. */
export function sitemapRoutes(app: FastifyInstance, portal: Portal, size = SITEMAP_SIZE): void {
  const { db } = portal;
  const tags = ["all", ...doorTags(DOOR_SOURCES)];
  const origin = async () => siteOrigin(await portal.settings());
  const doors = () => doorPaths(DOOR_SOURCES, db, dayOf(portal.clock.now()));

  publicPage(app, "/sitemap.xml", {}, async () => {
    const parts = Math.ceil(((await doors()).length + (await countArticles(db, {}))) / size);
    const body = parts > 1 ? sitemapIndex(await origin(), parts) : sitemapXml(await origin(), await part(1));
    return { body, tags, type: XML_TYPE };
  });

  publicPage(app, "/sitemap/:phan", {}, async ({ params }) => {
    const [, number] = /^([1-9]\d{0,3})\.xml$/.exec(params.phan!) ?? [];
    const entries = number === undefined ? [] : await part(Number(number));
    if (entries.length === 0) throw new NotFound();
    return { body: sitemapXml(await origin(), entries), tags, type: XML_TYPE };
  });

  /** Doors first, then articles, cut into files of one size. */
  async function part(number: number): Promise<MapEntry[]> {
    const own = await doors();
    const from = (number - 1) * size;
    const here = own.slice(from, from + size).map((path) => ({ path }));
    const room = size - here.length;
    if (room === 0) return here;
    const articles = await sitemapEntries(db, room, Math.max(0, from - own.length));
    return [...here, ...articles.map(({ slug, last }) => ({ path: articleHref(slug), last }))];
  }

  publicPage(app, "/sitemap-tin.xml", {}, async () => {
    const articles = await newsSince(db, addSeconds(portal.clock.now(), -NEWS_HOURS * 3600), MOST_NEWS);
    const oldest = articles.at(-1);
    return {
      body: newsSitemap(await origin(), (await portal.settings())["site.name"], articles),
      tags: ["all", "lists"],
      type: XML_TYPE,
      // The oldest leaves by itself when its two days are over.
      ...(oldest ? { until: addSeconds(oldest.publishedAt, NEWS_HOURS * 3600 + 1) } : {}),
    };
  });

  publicPage(app, "/robots.txt", {}, async () => ({
    body: robotsTxt(await origin()),
    tags: ["all"],
    type: "text/plain; charset=utf-8",
  }));
}
