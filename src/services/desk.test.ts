import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { savePage } from "../about/commands/save-page.ts";
import { aboutDesk } from "../about/desk.tsx";
import { allPages, pageBySlug } from "../about/pages.queries.ts";
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

test("Đ14.k5.g2: a service without level, or with a link outside the state's domains, is refused with its sentence", async () => {
  const { centre } = house;
  const typed = {
    ma: "DV-77",
    ten: "Dịch vụ giữ lại",
    "linh-vuc": "Văn bằng",
    viec: "cong-bo",
    "xem-lai": "2027-11-24",
  };
  const unit = { "don-vi": centre.units["dao-tao"]! };
  const link = "https://bieu-mau.example.com/nop";
  await head.get("/ban-bien-tap/dich-vu/moi");
  const bare = await head.post("/ban-bien-tap/dich-vu/moi", { ...typed, ...unit });
  expect(bare.statusCode).toBe(422);
  expect(bare.body).toContain("Dịch vụ chưa có mức độ cung cấp.");
  expect(bare.body).toContain('href="#muc-do"');
  const outside = await head.post("/ban-bien-tap/dich-vu/moi", {
    ...typed,
    ...unit,
    "muc-do": "FULL_ONLINE",
    "dia-chi-ngoai": link,
  });
  expect(outside.statusCode).toBe(422);
  expect(outside.body).toContain(
    "Tên miền bieu-mau.example.com không thuộc danh sách tên miền cơ quan nhà nước, giáo dục.",
  );
  expect(outside.body).toContain(`value="${link}"`);
  expect(outside.body).toContain('value="Dịch vụ giữ lại"');
});

test.each([
  ["procedure", "/ban-bien-tap/thu-tuc", "TTHC-05"],
  ["service", "/ban-bien-tap/dich-vu", ""],
] as const)(
  "Đ13.k1.b: a %s shows its unit and day of review, and one click says it is still right",
  async (kind, list, code) => {
    const { portal, centre } = house;
    const unit = centre.units["dao-tao"]!;
    const entry = (await allEntries(portal.db, kind)).find(
      (one) => one.unit === unit && one.expiredOn === null && (code === "" || one.code === code),
    )!;
    const address = `${list}/muc/${entry.id}`;
    const before = await head.get(address);
    expect(before.body).toContain(">Vẫn đúng</");
    expect(before.body).toContain("Xem lại trước");
    expect((await head.post(`${address}/van-dung`)).statusCode).toBe(303);
    expect((await allEntries(portal.db, kind)).find(({ id }) => id === entry.id)).toMatchObject({
      confirmedOn: "2026-11-24",
      reviewOn: "2027-11-24",
      unit,
    });
    expect((await head.get(address)).body).toContain("24/11/2027");
  },
);

test("Đ13.k1.b: a page shows the day of its review in the list, and one click says it is still right", async () => {
  const { portal, centre } = house;
  const page = (await allPages(portal.db, "admission")).find(({ unit }) => unit === centre.units["dao-tao"])!;
  expect((await head.get(ABOUT_PATHS.pages)).body).toContain("Xem lại trước");
  expect((await head.get(ABOUT_PATHS.page(page.id))).body).toContain(">Vẫn đúng</");
  const answer = await head.post(ABOUT_PATHS.confirm(page.id), { ban: String(page.version) });
  expect(answer.headers.location).toBe(`${ABOUT_PATHS.page(page.id)}?xong=van-dung`);
  const after = await head.get(ABOUT_PATHS.page(page.id));
  expect(after.body).toContain("24/11/2027");
  expect(after.body).toContain(`Vẫn đúng (bản ${page.version})`);
  const foreign = (await pageBySlug(portal.db, "gioi-thieu"))!;
  expect((await head.get(ABOUT_PATHS.page(foreign.id))).body).not.toContain(">Vẫn đúng</");
  const refused = await head.post(ABOUT_PATHS.confirm(foreign.id), { ban: String(foreign.version) });
  expect([refused.statusCode, refused.body.includes("Việc này không thuộc vai trò bạn đang chọn.")]).toEqual([
    422,
    true,
  ]);
});

test("no control of a form has the id of the page's main part", async () => {
  await desk.giveAccounts({ son: house.centre.people["truong.to-chuc-hanh-chinh"]!.id });
  const owner = await desk.signedIn("son");
  const { id } = (await pageBySlug(house.portal.db, "lich-su"))!;
  const { body } = await owner.get(ABOUT_PATHS.page(id));
  expect(body).toContain('name="noi-dung-trang"');
  expect(body.match(/ id="noi-dung"/g)).toHaveLength(1);
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
