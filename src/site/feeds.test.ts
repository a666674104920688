import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, HOST, OFFICIAL, openDesk } from "../../test/support/desk.ts";
import { type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { readFeed } from "../superior-news/read-feed.ts";
import { atom, jsonFeed, rss } from "./feeds.ts";
import { siteRoutes } from "./site.tsx";
import { sitemapRoutes } from "./sitemap-routes.ts";
import { sitemapIndex } from "./sitemaps.ts";

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", processEntities: true });
const parse = (text: string) => {
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text);
};

describe("feeds and maps of a portal with articles", () => {
  let house: Newsroom;
  let desk: Desk;
  const get = async (path: string) => desk.app.inject({ url: path, headers: { host: HOST } });
  const SECTION = "hoat-dong-chuyen-mon";

  beforeAll(async () => {
    house = await openNewsroom("sqlite");
    desk = await openDesk(house.portal, (app, { assets }) => siteRoutes(app, house.portal, assets));
    await house.bringTo("PUBLISHED");
    await house.bringTo("SUPERSEDED");
  });
  afterAll(async () => {
    await desk.app.close();
    await house.close();
  });

  test.each(["", `/${SECTION}`])(
    "REQ-017: RSS, Atom and JSON Feed%s say the same, as real readers read it",
    async (slug) => {
      const [one, two, three] = [await get(`/rss${slug}`), await get(`/atom${slug}`), await get(`/json-feed${slug}`)];
      expect([one, two, three].map(({ headers }) => headers["content-type"])).toEqual([
        "application/rss+xml; charset=utf-8",
        "application/atom+xml; charset=utf-8",
        "application/feed+json; charset=utf-8",
      ]);
      const now = house.clock.now();
      const read = (text: string) => {
        const answer = readFeed(text, OFFICIAL, now);
        return answer.ok ? answer.value.map(({ title, link }) => [title, link]) : answer.error;
      };
      const feed = three.json();
      const items = feed.items.map(({ title, url }: { title: string; url: string }) => [title, url]);
      expect(items).toHaveLength(2);
      expect(read(one.body)).toEqual(items);
      expect(read(two.body)).toEqual(items);
      expect([feed.version, feed.feed_url]).toEqual([
        "https://jsonfeed.org/version/1.1",
        `${OFFICIAL}/json-feed${slug}`,
      ]);
      const { feed: written } = parse(two.body);
      expect(written["@xmlns"]).toBe("http://www.w3.org/2005/Atom");
      for (const entry of written.entry) {
        expect(Object.keys(entry)).toEqual(["id", "title", "link", "published", "updated", "author", "summary"]);
        expect(entry.updated >= entry.published).toBe(true);
      }
      expect(parse(one.body).rss.channel["atom:link"]["@href"]).toBe(`${OFFICIAL}/rss${slug}`);
    },
  );

  test("a section that is none has no feed", async () => {
    for (const path of ["/rss/khong-co", "/atom/khong-co", "/json-feed/khong-co", "/sitemap/2.xml", "/sitemap/0.xml"]) {
      expect((await get(path)).statusCode, path).toBe(404);
    }
  });

  test("pages tell their feeds in the head: each section its own", async () => {
    const links = (html: string) =>
      [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)].map(([, type, href]) => [type, href]);
    expect(links((await get("/quy-che")).body)).toEqual([
      ["application/rss+xml", "/rss"],
      ["application/atom+xml", "/atom"],
      ["application/feed+json", "/json-feed"],
    ]);
    expect(links((await get(`/tin-tuc/${SECTION}`)).body).map(([, href]) => href)).toEqual([
      `/rss/${SECTION}`,
      `/atom/${SECTION}`,
      `/json-feed/${SECTION}`,
    ]);
  });

  test("the news sitemap holds what was first published within two days, and forgets it by itself", async () => {
    const { urlset } = parse((await get("/sitemap-tin.xml")).body);
    expect(urlset["@xmlns:news"]).toBe("http://www.google.com/schemas/sitemap-news/0.9");
    expect(urlset.url).toHaveLength(2);
    expect(Object.keys(urlset.url[0]["news:news"])).toEqual([
      "news:publication",
      "news:publication_date",
      "news:title",
    ]);
    expect(urlset.url[0]["news:news"]["news:publication"]["news:language"]).toBe("vi");
    house.clock.advance(49 * 3600);
    expect(parse((await get("/sitemap-tin.xml")).body).urlset.url).toBeUndefined();
    expect((await get("/robots.txt")).body).toContain(`Sitemap: ${OFFICIAL}/sitemap-tin.xml`);
  });

  test("past one file the sitemap becomes a list of parts, which together are the whole", async () => {
    const whole = parse((await get("/sitemap.xml")).body).urlset.url.map(({ loc }: { loc: string }) => loc);
    const small = await openDesk(house.portal, (app) => sitemapRoutes(app, house.portal, 7));
    const read = async (path: string) => parse((await small.app.inject({ url: path, headers: { host: HOST } })).body);
    const { sitemapindex } = await read("/sitemap.xml");
    const parts: string[] = sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc);
    expect(parts).toHaveLength(Math.ceil(whole.length / 7));
    const found: string[] = [];
    for (const part of parts) {
      const { url } = (await read(part.replace(OFFICIAL, ""))).urlset;
      found.push(...[url].flat().map(({ loc }: { loc: string }) => loc));
    }
    expect(found).toEqual(whole);
    await small.app.close();
  });
});

describe("whatever words an article has", () => {
  const odd = {
    article: "1",
    slug: "tin",
    title: `"A" & <b>'B'</b> ]]> \u0000\u0008 “C” 𝄞`,
    lead: "&amp; đã viết sẵn <script>",
    publishedAt: "2026-11-20T01:00:00.000Z",
    updatedAt: null,
    category: "1",
    unit: "Phòng & Ban",
    cover: null,
  };
  const about = {
    title: "Tin & bài",
    description: "<>",
    publisher: "Cổng",
    origin: OFFICIAL,
    path: "/tin-tuc",
    feedPath: "/atom",
    since: "2023-03-26T17:00:00.000Z",
  };

  test("the feeds stay well-formed and give the words back", () => {
    const clean = odd.title.replaceAll("\u0000", "").replaceAll("\u0008", "").trim();
    expect(parse(rss(about, [odd])).rss.channel.item.title.replace(/\s+/g, " ")).toBe(clean.replace(/\s+/g, " "));
    expect(parse(atom(about, [odd])).feed.entry.summary).toBe(odd.lead);
    expect(JSON.parse(jsonFeed(about, [odd])).items[0].title).toBe(odd.title);
    expect(parse(atom(about, [])).feed.updated).toBe(about.since);
    expect(parse(sitemapIndex(OFFICIAL, 3)).sitemapindex.sitemap).toHaveLength(3);
  });
});
