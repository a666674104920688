import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aboutSite } from "../src/about/site.tsx";
import { disclosureSite } from "../src/disclosure/site.tsx";
import { librarySite } from "../src/library/site.tsx";
import { fillAbout } from "../src/sample/about.ts";
import { fillServices } from "../src/sample/services.ts";
import { servicesSite } from "../src/services/site.tsx";
import { siteRoutes } from "../src/site/site.tsx";
import { type Desk, HOST, openDesk } from "./support/desk.ts";
import { openTestPortal, type TestPortal } from "./support/portals.ts";

const ASSETS = { siteCss: "/site.css", deskCss: "/desk.css", fonts: [], islands: {} };
const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Tables repeat their roles on purpose: drawn as cards they would lose them.
  rules: { "no-redundant-role": "off" },
});
/** Pages of these rooms, which this test also reads. */
const OURS =
  /^\/(gioi-thieu|chuc-nang-nhiem-vu|lich-su|co-cau-to-chuc|lien-he|en|tuyen-sinh|thu-tuc-hanh-chinh|dich-vu-cong)(\/|\?|$)/;

let house: TestPortal;
let desk: Desk;
/** Every page that links lead to from the home page, with the fewest clicks. */
const reached = new Map<string, { clicks: number; status: number; body: string }>();

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  await fillServices(house.portal, house.centre);
  await fillAbout(house.portal, house.centre);
  desk = await openDesk(house.portal, (app) => {
    for (const site of [siteRoutes, disclosureSite, librarySite, servicesSite, aboutSite])
      site(app, house.portal, ASSETS);
  });
  let ahead = ["/"];
  for (let clicks = 0; clicks <= 3; clicks += 1) {
    const next = new Set<string>();
    for (const url of ahead) {
      const { statusCode, body } = await desk.app.inject({ url, headers: { host: HOST } });
      reached.set(url, { clicks, status: statusCode, body });
      if (OURS.test(url) || clicks === 0 || url === "/so-do-cong") for (const link of linksOf(body)) next.add(link);
    }
    ahead = [...next].filter((link) => !reached.has(link));
  }
}, 60_000);
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

const linksOf = (body: string) =>
  [...body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => !/^\/(tep|anh|rss|ban-bien-tap|assets)/.test(href));

test("law.md §4: every key page is at most three clicks from the home page", () => {
  const key = [
    "/gioi-thieu",
    "/chuc-nang-nhiem-vu",
    "/lich-su",
    "/co-cau-to-chuc",
    "/co-cau-to-chuc/dao-tao",
    "/lien-he",
    "/en/about",
    "/en/contact",
    "/tuyen-sinh",
    "/tuyen-sinh/tuyen-sinh-lop-tieng-anh-giao-tiep-buoi-toi",
    "/thu-tuc-hanh-chinh",
    "/thu-tuc-hanh-chinh/cap-ban-sao-van-bang-chung-chi-tu-so-goc",
    "/dich-vu-cong",
    "/cong-khai",
    "/van-ban",
    "/tin-tuc",
    "/tin-tuc/guong-nguoi-tot-viec-tot",
    "/tin-tuc/thong-tin-phan-hoi-dinh-chinh",
    "/quy-che",
    "/so-do-cong",
  ];
  expect(key.filter((path) => reached.get(path)?.status !== 200)).toEqual([]);
});

test("no link of these pages leads nowhere, and every page is valid HTML", async () => {
  const ours = [...reached].filter(([path]) => OURS.test(path));
  expect(ours.length).toBeGreaterThan(20);
  expect(ours.filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([]);
  for (const [path, { body }] of ours) {
    const report = await checker.validateString(body);
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect(faults, path).toEqual([]);
  }
});

test("what is over says so at its old address, and says why", () => {
  const list = reached.get("/thu-tuc-hanh-chinh")!.body;
  expect(list).toContain("Hết hiệu lực từ 24/11/2026");
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
  const { body } = await desk.app.inject({ url: "/dich-vu-cong?muc-do=toan-trinh", headers: { host: HOST } });
  expect(body).toContain("không phải đến nơi tiếp nhận");
  expect(body).toContain("DVC-01");
  expect(body).not.toContain("DVC-02");
  expect(body).toContain('"@type":"GovernmentService"');
});
