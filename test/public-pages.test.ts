import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publicRoutes } from "../src/server.tsx";
import { type Desk, openDesk } from "./support/desk.ts";
import { everyDoor, linksOf, matches, openWholePortal } from "./support/whole-portal.ts";

const ASSETS = { siteCss: "/site.css", deskCss: "/desk.css", fonts: [], islands: { reader: "/reader.js" } };
const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Lists and tables repeat their roles on purpose: drawn in another way they would lose them.
  rules: { "no-redundant-role": "off" },
});

interface Reached {
  readonly clicks: number;
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const HOST = "ttgdtxhaiphong.haiphong.edu.vn";
const CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400";
type Answer = Awaited<ReturnType<Desk["app"]["inject"]>>;

/** Answered to programs, to whoever holds a receipt's code, or with a file: their own tests open them. */
const NOT_BY_LINK = /^\/(api|bieu-tuong|sitemap)\/|\/phieu\/:code$|\/tep\/:slot$/;

let whole: Awaited<ReturnType<typeof openWholePortal>>;
let desk: Desk;
let doors: Awaited<ReturnType<typeof everyDoor>>;
/** What a reader without script comes to from the home page, with the fewest clicks. */
const reached = new Map<string, Reached>();
/** Every link that stands on those pages. */
const linked = new Set<string>();

async function open(url: string, clicks: number): Promise<Reached> {
  const { statusCode, headers, body } = await desk.app.inject({
    url,
    headers: { host: HOST },
  });
  const page = { clicks, status: statusCode, type: String(headers["content-type"] ?? ""), body };
  reached.set(url, page);
  return page;
}

/** An address that this route answers, and no other. */
function exampleOf(route: string): string | undefined {
  if (!route.includes(":")) return route;
  const others = new Set(desk.app.declaredRoutes.map(({ url }) => url));
  return [...reached.keys(), ...linked, "/sitemap/1.xml"].find(
    (address) => matches(route, address) && !others.has(address),
  );
}

beforeAll(async () => {
  whole = await openWholePortal();
  desk = await openDesk(whole.portal, (app) =>
    publicRoutes(app, whole.portal, ASSETS, "mot-bi-mat-cho-kiem-thu-dai-32-ky-tu"),
  );
  doors = await everyDoor(whole.portal);
  let ahead = ["/"];
  for (let clicks = 0; clicks <= 3; clicks += 1) {
    const next = new Set<string>();
    for (const url of ahead) {
      const { body, type } = await open(url, clicks);
      if (type.startsWith("text/html")) for (const link of linksOf(body)) next.add(link);
    }
    for (const link of next) linked.add(link);
    ahead = [...next].filter((link) => !reached.has(link) && !link.includes("?"));
  }
}, 90_000);
afterAll(async () => {
  await desk?.app.close();
  await whole?.close();
});

test("law.md §4: every door of the portal is at most three clicks from the home page, without script", () => {
  const { key, all } = doors;
  expect(key.length).toBeGreaterThan(40);
  expect(key.filter((door) => reached.get(door)?.status !== 200)).toEqual([]);
  // Older versions of a disclosure stand one click behind their item.
  expect(all.filter((door) => !linked.has(door) && door !== "/")).toEqual([]);
});

test("no link that a reader meets leads nowhere", () => {
  const dead = [...reached].filter(([, { status }]) => status >= 400 && status !== 410).map(([url]) => url);
  expect(dead).toEqual([]);
});

test("every public route has an example, and one page of each is valid HTML", async () => {
  const routes = desk.app.declaredRoutes.filter(
    ({ method, may, url }) => method === "GET" && may === "public" && !NOT_BY_LINK.test(url),
  );
  expect(routes.length).toBeGreaterThan(30);
  const missing: string[] = [];
  const faults: string[] = [];
  for (const { url } of routes) {
    const example = exampleOf(url);
    if (example === undefined) {
      missing.push(url);
      continue;
    }
    const { status, type, body } = reached.get(example) ?? (await open(example, Number.NaN));
    if (status !== 200) faults.push(`${example}: ${status}`);
    if (!type.startsWith("text/html")) continue;
    const report = await checker.validateString(body);
    for (const { messages } of report.results) {
      for (const { ruleId, line, message } of messages) faults.push(`${example} ${ruleId} ${line}: ${message}`);
    }
  }
  expect({ missing, faults }).toEqual({ missing: [], faults: [] });
}, 60_000);

test("every kept page is the same for every reader: no cookie, one second in shared caches, its own ETag", async () => {
  const kept = desk.app.declaredRoutes.filter(({ method, isKept }) => method === "GET" && isKept);
  expect(kept.length).toBeGreaterThan(35);
  const asked: string[] = [];
  const faults: string[] = [];
  for (const { url } of kept) {
    const example = exampleOf(url);
    if (example === undefined) {
      faults.push(`${url}: no example`);
      continue;
    }
    // A reader who has been at the desk: what he carries may change nothing.
    const cookie = "phien=khong-co; better-auth.session_token=khong-co";
    const answers = [{}, { cookie, authorization: "Bearer x" }].map(async (more) =>
      desk.app.inject({ url: example, headers: { host: HOST, ...more } }),
    );
    const [plain, known] = (await Promise.all(answers)) as [Answer, Answer];
    asked.push(example);
    for (const { statusCode, headers } of [plain, known]) {
      if (statusCode !== 200) faults.push(`${example}: ${statusCode}`);
      if (headers["set-cookie"] !== undefined) faults.push(`${example}: set-cookie`);
      if (headers["cache-control"] !== CACHE_CONTROL) faults.push(`${example}: ${headers["cache-control"]}`);
      if (headers.vary !== "Accept-Encoding") faults.push(`${example}: Vary ${headers.vary}`);
      if (!/^"[\w-]{22}"$/.test(String(headers.etag))) faults.push(`${example}: ETag ${headers.etag}`);
      if (headers["x-content-type-options"] !== "nosniff") faults.push(`${example}: no nosniff`);
    }
    if (plain.body !== known.body) faults.push(`${example}: differs by reader`);
  }
  expect(faults).toEqual([]);
  expect(new Set(asked).size).toBe(kept.length);
});

test("sitemap.xml tells of every room, of each open consultation, and of no page of the desk", async () => {
  const { body } = await open("/sitemap.xml", Number.NaN);
  const paths = [...body.matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path]) => path);
  expect(paths).toEqual(expect.arrayContaining(["/", "/lay-y-kien", "/thu-vien", "/du-lieu-mo", "/en/structure"]));
  const calls = [...linked].filter((link) => /^\/lay-y-kien\/[^/?]+$/.test(link));
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter((call) => !paths.includes(call))).toEqual([]);
  expect(paths.filter((path) => /^\/(ban-bien-tap|thiet-lap|api)/.test(path!))).toEqual([]);
  expect(new Set(paths).size).toBe(paths.length);
});

test("the home page shows the latest albums and videos by their pictures, and leads to all of them", async () => {
  const { body } = reached.get("/")!;
  const block = /<section class="home-part" aria-labelledby="khoi-thu-vien">.*?<\/section>/s.exec(body)![0];
  expect(block).toContain('href="/thu-vien"');
  const links = linksOf(block).filter((link) => link.startsWith("/bai-viet/"));
  expect(links.length).toBeGreaterThan(0);
  expect(block.match(/<img /g)).toHaveLength(links.length);
  const shelf = linksOf(reached.get("/thu-vien")!.body).filter((link) => link.startsWith("/bai-viet/"));
  expect(links).toEqual(shelf.slice(0, links.length));
});

test("what is over says so at its old address, and says why", () => {
  const list = reached.get("/thu-tuc-hanh-chinh")!.body;
  expect(list).toMatch(/Hết hiệu lực từ \d{2}\/\d{2}\/\d{4}/);
  const over = reached.get("/thu-tuc-hanh-chinh/doi-chung-chi-nghe-pho-thong-cu")!.body;
  expect(over).toContain("không còn tổ chức cấp đổi");
});

test("the two languages of a page name each other, and the English one says that it is English", () => {
  const english = reached.get("/en/about")!.body;
  expect(english).toContain('<html lang="en"');
  for (const body of [english, reached.get("/gioi-thieu")!.body]) {
    expect(body).toMatch(/rel="alternate" hreflang="en" href="[^"]+\/en\/about"/);
    expect(body).toMatch(/rel="alternate" hreflang="vi" href="[^"]+\/gioi-thieu"/);
  }
});

test("the levels are told in words, and narrow the list", async () => {
  const { body } = await open("/dich-vu-cong?muc-do=toan-trinh", Number.NaN);
  expect(body).toContain("không phải đến nơi tiếp nhận");
  expect(body).toContain("DVC-01");
  expect(body).not.toContain("DVC-02");
  expect(body).toContain('"@type":"GovernmentService"');
});
