import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { savePage } from "../about/commands/save-page.ts";
import { aboutDesk } from "../about/desk.tsx";
import { pageBySlug } from "../about/pages.queries.ts";
import { ABOUT_PATHS } from "../about/paths.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskFrame } from "../desk/frame.ts";
import { fillAbout } from "../sample/about.ts";
import { fillServices } from "../sample/services.ts";
import { servicesDesk } from "./desk.tsx";
import { allEntries } from "./services.queries.ts";

let house: TestPortal;
let desk: Desk;
let head: Browser;

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  const { portal, centre } = house;
  await fillServices(portal, centre);
  await fillAbout(portal, centre);
  desk = await openDesk(portal, (app, access) => {
    accountRoutes(app, access);
    const room = { portal, frame: (...ask: [Parameters<typeof deskFrame>[1], string?]) => deskFrame(portal, ...ask) };
    servicesDesk(app, room);
    aboutDesk(app, room);
  });
  await desk.giveAccounts({ hoa: centre.people["truong.dao-tao"]!.id });
  head = await desk.signedIn("hoa");
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

test.each([
  "/ban-bien-tap/thu-tuc",
  "/ban-bien-tap/thu-tuc/moi",
  "/ban-bien-tap/dich-vu",
  "/ban-bien-tap/dich-vu/moi",
  "/ban-bien-tap/trang",
  "/ban-bien-tap/trang/co-dinh/lich-su",
  "/ban-bien-tap/danh-ba",
  "/ban-bien-tap/tt-37",
])("%s opens", async (path) => expect([200, 303]).toContain((await head.get(path)).statusCode));

test("a refused form keeps every word and says beside the control why", async () => {
  await head.get("/ban-bien-tap/thu-tuc/moi");
  const answer = await head.post("/ban-bien-tap/thu-tuc/moi", { ma: "TT-77", ten: "Tên giữ lại", viec: "cong-bo" });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('value="Tên giữ lại"');
  expect(answer.body).toContain("Thủ tục chưa có thời hạn giải quyết.");
  expect(answer.body).toContain('href="#thoi-han"');
});

test("another unit's entry has no form", async () => {
  const foreign = (await allEntries(house.portal.db, "procedure")).find(({ code }) => code === "TTHC-01")!;
  expect((await head.get(`/ban-bien-tap/thu-tuc/muc/${foreign.id}`)).statusCode).toBe(404);
});

test("what is public leaves as a table that the import reads again", async () => {
  const { body } = await head.get("/ban-bien-tap/dich-vu.csv");
  expect(body).toContain("Mã,Tên dịch vụ");
  expect(body).toContain("Toàn trình");
});

test("the versions of a page are opened and compared word by word", async () => {
  const { portal } = house;
  const page = (await pageBySlug(portal.db, "lich-su"))!;
  const by = { person: house.centre.people.thuky!.id, hat: "SECRETARY" } as const;
  const { id, kind, slug, unit, content } = page;
  const body = `${content.body}\n\nCâu thêm vào cuối.`;
  const saved = await portal.act(by, savePage, { id, kind, slug, unit, content: { ...content, body }, files: [] });
  expect(saved.ok).toBe(true);
  expect((await head.get(ABOUT_PATHS.page(id))).body).toContain(`href="${ABOUT_PATHS.version(id, page.version)}"`);
  const compared = await head.get(ABOUT_PATHS.version(id, page.version + 1));
  expect(compared.body).toMatch(/<ins[^>]*>(<[^>]+>[^<]*<\/[^>]+>)?Câu thêm vào cuối\.?/);
  const turned = await head.get(`${ABOUT_PATHS.version(id, page.version)}?so=${page.version + 1}`);
  expect(turned.body).toMatch(/<del[^>]*>(<[^>]+>[^<]*<\/[^>]+>)?Câu thêm vào cuối/);
  expect((await head.get(ABOUT_PATHS.version(id, 99))).statusCode).toBe(404);
});
