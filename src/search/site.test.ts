import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, HOST, openDesk } from "../../test/support/desk.ts";
import { openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { sections } from "../site/site.queries.ts";
import { siteFrame } from "../site/site-frame.ts";
import { corpus } from "./judged/corpus.ts";
import { indexEntry } from "./questions.ts";
import { searchRoutes } from "./site.tsx";

const ASSETS = { siteCss: "/site.css", deskCss: "/desk.css", fonts: [], islands: {} };
const checker = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });

let house: TestPortal;
let desk: Desk;

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  const { portal } = house;
  await portal.database.transact(async (tx) => {
    for (const entry of corpus()) await indexEntry(tx, entry);
  });
  desk = await openDesk(portal, (app) =>
    searchRoutes(app, portal, async () => siteFrame(await portal.settings(), await sections(portal.db), ASSETS)),
  );
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

async function get(query: Record<string, string>): Promise<string> {
  const url = `/tim-kiem?${new URLSearchParams(query)}`;
  const answer = await desk.app.inject({ url, headers: { host: HOST } });
  expect(answer.statusCode).toBe(200);
  return answer.body;
}

const counted = async () =>
  (await house.portal.db.selectFrom("search_term").select(["term", "searches", "empty"]).orderBy("term").execute()).map(
    ({ term, searches, empty }) => `${term} ${searches} ${empty}`,
  );

test("results tell what, when and from whom, with the words marked as they are written", async () => {
  const body = await get({ q: "muc thu hoc phi" });
  expect(body).toContain('href="/cong-khai/muc-thu"');
  expect(body).toContain("Công khai <mark>mức thu học phí</mark>");
  expect(body).toContain('<meta name="robots" content="noindex"');
});

test("filters are links that keep what was asked, and can be taken back one by one", async () => {
  const all = await get({ q: "học viên" });
  expect(all).toContain("loai=van-ban");
  const narrowed = await get({ q: "học viên", loai: "thu-tuc-dich-vu", nam: "2026" });
  expect(narrowed).toContain("Loại: Thủ tục, dịch vụ");
  expect(narrowed).toContain("Năm: 2026");
  expect(narrowed).not.toContain('href="/bai-viet/');
  expect(narrowed).toContain('href="/tim-kiem?q=h%E1%BB%8Dc+vi%C3%AAn&amp;nam=2026"');
});

test("a slip is answered with what may have been meant", async () => {
  const body = await get({ q: "tuyeenr sihn" });
  expect(body).toContain("Có phải bạn tìm");
  expect(body).toContain(">tuyển sinh</a>");
});

test("markup, quotes, operators and 10,000 characters are shown as text or cut, with a notice", async () => {
  const nasty = await get({ q: '<script>alert(1)</script>" OR 1=1 -- *' });
  expect(nasty).not.toContain("<script>alert");
  const long = await get({ q: "tuyển sinh ".repeat(910) });
  expect(long).toContain("chỉ phần đầu được dùng");
  expect(long).toContain("<mark>");
});

test("every shape of the page is valid HTML", async () => {
  for (const query of [
    {},
    { q: "học viên" },
    { q: "tuyển sinh", loai: "van-ban" },
    { q: "tuyển sinh", nam: "1999" },
    { q: "qqqqq" },
    { q: "lịch nghỉ tết tây" },
    { q: "trực cơ quan", trang: "2" },
    { q: '"a&b<c>' },
  ] as Record<string, string>[]) {
    const report = await checker.validateString(await get(query));
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  }
});

test("a search is counted once, not its pages and filters, and not what may name a person", async () => {
  await house.portal.database.transact((tx) => tx.deleteFrom("search_term").execute());
  await get({ q: "Học  PHÍ" });
  await get({ q: "học phí", trang: "2" });
  await get({ q: "học phí", nam: "2026" });
  await get({ q: "0912 345 678" });
  await get({ q: "xyzw" });
  expect(await counted()).toEqual(["học phí 1 0", "xyzw 1 1"]);
});
