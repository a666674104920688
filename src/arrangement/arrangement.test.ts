import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../test/support/raw.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { siteRoutes } from "../site/site.tsx";
import { type Arrangement, completed, firstArrangement, homeBlocks, menuLinks, moved } from "./arrangement.ts";
import { applyArrangement } from "./commands/apply.ts";
import { type ProposalInput, proposeArrangement } from "./commands/propose.ts";
import { speakOfArrangement } from "./commands/speak.ts";
import { arrangementDesk } from "./desk.tsx";
import { sectionPlaces } from "./known.ts";

const SECTIONS = [{ href: "/tin-tuc/su-kien", label: "Sự kiện" }];
const without = ({ menu, home }: Arrangement, key: string): Arrangement => ({
  menu: menu.filter((item) => item.key !== key),
  home: home.filter((item) => item.key !== key),
});
const hiding = ({ menu, home }: Arrangement, key: string): Arrangement => ({
  menu: menu.map((item) => (item.key === key ? { ...item, shown: false } : item)),
  home: home.map((item) => (item.key === key ? { ...item, shown: false } : item)),
});

describe("REQ-072: whatever was stored, “Công khai” is shown", () => {
  const first = firstArrangement(SECTIONS);
  test.each([
    ["nothing", { menu: [], home: [] }],
    ["left out", without(without(first, "/cong-khai"), "disclosure")],
    ["hidden", hiding(hiding(first, "/cong-khai"), "disclosure")],
  ])("%s", (_, stored) => {
    expect(menuLinks(stored, SECTIONS)).toContainEqual({ href: "/cong-khai", label: "Công khai" });
    expect(homeBlocks(stored)).toContain("disclosure");
  });
});

test("a section that came later stands hidden at the end; one that is gone is no link", () => {
  const stored = firstArrangement([{ href: "/tin-tuc/cu", label: "Cũ" }]);
  expect(completed(stored, SECTIONS).menu.at(-1)).toEqual({ key: "/tin-tuc/su-kien", label: null, shown: false });
  expect(menuLinks(stored, SECTIONS).map(({ href }) => href)).not.toContain("/tin-tuc/cu");
});

test("an item goes one place up or down, and nowhere past the ends", () => {
  const items = ["a", "b", "c"].map((key) => ({ key, label: null, shown: true }));
  const keys = (key: string, step: 1 | -1) => moved(items, key, step).map((item) => item.key);
  expect([keys("b", -1), keys("b", 1), keys("a", -1), keys("c", 1), keys("x", 1)].map((list) => list.join(""))).toEqual(
    ["bac", "acb", "abc", "abc", "abc"],
  );
});

eachEngine("menu and home page as the centre arranges them", (engine) => {
  let house: TestPortal;
  let raw: Raw;
  let first: Arrangement;
  const propose = (who: ReturnType<typeof by>, input: Arrangement, reason = "Xếp lại cho phụ huynh dễ tìm") =>
    house.portal.act(who, proposeArrangement, { ...input, reason } satisfies ProposalInput);
  const tech = () => by(house.centre, "Bảo");

  beforeAll(async () => {
    house = await openTestPortal(engine);
    raw = await openRaw(house.portal);
    first = firstArrangement(await sectionPlaces(house.portal.db));
  });
  afterAll(async () => {
    await raw.close();
    await house.close();
  });

  test("Đ7.k3: the technical contact proposes, and no other hat", async () => {
    for (const who of [
      by(house.centre, "Minh", "CHIEF"),
      by(house.centre, "Lan", "SECRETARY"),
      by(house.centre, "Mai"),
    ])
      expect(await propose(who, first)).toMatchObject({
        ok: false,
        error: [{ code: "arrangementNotYours", clause: "Đ7.k3" }],
      });
  });

  test("REQ-072, Đ13.k1.c.g1: an arrangement without “Công khai” is refused with its clause, and nothing is kept", async () => {
    for (const bad of [
      without(first, "/cong-khai"),
      hiding(first, "/cong-khai"),
      without(first, "disclosure"),
      hiding(first, "disclosure"),
    ])
      expect(await propose(tech(), bad)).toMatchObject({
        ok: false,
        error: [{ code: "arrangementDisclosureHidden", clause: "Đ13.k1.c.g1" }],
      });
    expect(Number(await raw.one("select count(*) from arrangement"))).toBe(0);
  });

  test.each<[string, string, string | null]>([
    ["arrangementAddressUnknown", "https://vi-du.example/", "Trang ngoài"],
    ["arrangementAddressUnknown", "//vi-du.example", "Trang ngoài"],
    ["arrangementAddressUnknown", "/ban-bien-tap", "Bàn làm việc"],
    ["arrangementAddressUnknown", "javascript:alert(1)", "Bấm vào đây"],
    ["arrangementLabelTaken", "/so-do-cong", "CÔNG KHAI"],
    ["arrangementLabelMissing", "/so-do-cong", "   "],
    ["arrangementLabelLong", "/so-do-cong", "Sơ đồ cổng dài hơn ba mươi ký tự"],
    ["arrangementAddressTwice", "/van-ban", "Văn bản lần nữa"],
  ])("%s: %s", async (code, key, label) => {
    const answer = await propose(tech(), { ...first, menu: [...first.menu, { key, label, shown: true }] });
    expect(answer).toMatchObject({ ok: false, error: [{ code }] });
  });

  test("a change without a reason is refused", async () => {
    expect(await propose(tech(), first, " ")).toMatchObject({
      ok: false,
      error: [{ code: "arrangementReasonMissing" }],
    });
  });

  test("Đ10.p1: a deputy speaks of a proposal, the administrator does not", async () => {
    const menu = [...moved(first.menu, "/cong-khai", -1), { key: "/so-do-cong", label: "Sơ đồ", shown: true }];
    expect(await propose(tech(), { menu, home: moved(first.home, "quick", -1) })).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    const told = await house.portal.db
      .selectFrom("notification")
      .innerJoin("person", "person.id", "notification.person_id")
      .select("person.full_name as name")
      .where("notification.path", "=", "/ban-bien-tap/sap-xep")
      .execute();
    const { giamdoc, thuongtruc, thuky, quantri, "phoban.chuyen-mon": deputy } = house.centre.people;
    const names = told.map(({ name }) => name);
    for (const asked of [giamdoc!, thuongtruc!, thuky!, deputy!]) expect(names).toContain(asked.fullName);
    expect(names).not.toContain(quantri!.fullName);
    expect(new Set(names).size).toBe(names.length);

    const words = { version: 1, text: "Nên để Công khai ở đầu." };
    expect((await house.portal.act(by(house.centre, "Hưng"), speakOfArrangement, words)).ok).toBe(true);
    expect(await house.portal.act(tech(), speakOfArrangement, words)).toMatchObject({
      ok: false,
      error: [{ code: "arrangementOpinionNotYours", clause: "Đ10.p1" }],
    });
  });

  test("a proposal is applied once, by the technical contact, and dropped pages follow", async () => {
    const apply = (who: ReturnType<typeof by>) => house.portal.act(who, applyArrangement, { version: 1 });
    expect(await apply(by(house.centre, "Minh", "CHIEF"))).toMatchObject({ ok: false, error: [{ clause: "Đ7.k3" }] });
    expect((await apply(tech())).ok).toBe(true);
    expect(await apply(tech())).toMatchObject({ ok: false, error: [{ code: "arrangementOver" }] });
    const { content } = await house.portal.db
      .selectFrom("evidence")
      .select("content")
      .where("act", "=", "arrangement.apply")
      .executeTakeFirstOrThrow();
    expect(JSON.parse(content)).toEqual({ version: 1, before: null, opinions: 1 });
  });

  const row = "person_id, hat, at, seq";
  const of = "'quantri', 'ADMIN', '2026-11-24T00:00:00Z', 1";
  test.each([
    [
      "hides it in a new proposal",
      `insert into arrangement (version, reason, ${row}) values (8, 'x', ${of}); insert into arrangement_item (version, part, position, key, shown) values (8, 'MENU', 0, '/cong-khai', 0)`,
    ],
    [
      "hides it on the home page",
      `insert into arrangement_item (version, part, position, key, shown) values (1, 'HOME', 90, 'disclosure', 0)`,
    ],
    ["hides it where it stands", "update arrangement_item set shown = 0 where key = '/cong-khai'"],
    ["takes it out", "delete from arrangement_item where key = '/cong-khai'"],
    [
      "adds to what is on the portal",
      "insert into arrangement_item (version, part, position, key, shown) values (1, 'MENU', 91, '/khac', 1)",
    ],
    [
      "replaces its row",
      engine === "sqlite"
        ? "insert or replace into arrangement_item (version, part, position, key, shown) values (1, 'MENU', 0, '/khac', 1)"
        : "truncate arrangement_item",
    ],
    [
      "applies a menu without it",
      `insert into arrangement_applied (seq, version, person_id, hat, at) values (2, 9, 'x', 'ADMIN', 'x')`,
    ],
    ["forgets what was applied", "delete from arrangement_applied"],
  ])("REQ-072: the database refuses a script that %s", async (_, statement) => {
    const error = await raw.run(statement).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).not.toBeNull();
    expect(isRefusedByDatabase(error)).toBe(true);
  });
});

describe("the page, without script", () => {
  let house: TestPortal;
  let desk: Desk;
  let admin: Browser;
  const PAGE = "/ban-bien-tap/sap-xep";
  const keysOf = (html: string, field: string) =>
    Array.from(
      html.matchAll(new RegExp(`<input type="hidden" name="${field}" value="([^"]*)"`, "g")),
      ([, key]) => key!,
    );
  const typed = (html: string) => ({
    menu: keysOf(html, "menu"),
    "trang-chu": keysOf(html, "trang-chu"),
    "hien-menu": keysOf(html, "menu").filter(
      (key) => new RegExp(`name="hien-menu" value="${key}"( checked)?`).exec(html)?.[1] || key === "/cong-khai",
    ),
    "hien-trang-chu": keysOf(html, "trang-chu"),
    ...Object.fromEntries(
      Array.from(html.matchAll(/name="(ten:[^"]*)" value="([^"]*)"/g), ([, name, value]) => [name!, value!]),
    ),
  });

  beforeAll(async () => {
    house = await openTestPortal("sqlite");
    desk = await openDesk(house.portal, (app, access) => {
      accountRoutes(app, access);
      siteRoutes(app, house.portal, access.assets);
      arrangementDesk(app, deskRoom(house.portal));
    });
    const { people } = house.centre;
    await desk.giveAccounts({ bao: people.quantri!.id, thuy: people.thuongtruc!.id });
    admin = await desk.signedIn("bao");
  });
  afterAll(async () => {
    await desk.app.close();
    await house.close();
  });

  test("a row moves by its button, a page is added, the proposal is applied and the public menu follows", async () => {
    let { body } = await admin.get(PAGE);
    ({ body } = await admin.post(PAGE, { ...typed(body), chuyen: "MENU|-1|/cong-khai" }));
    expect(body).toContain("Thay đổi chưa được lưu");
    ({ body } = await admin.post(PAGE, { ...typed(body), viec: "them", "dia-chi": "/khong-co", ten: "Không có" }));
    expect(body).toContain("không phải một trang công khai");
    expect(body).toContain('value="/khong-co"');
    ({ body } = await admin.post(PAGE, {
      ...typed(body),
      viec: "them",
      "dia-chi": "https://bat-ky.vn/so-do-cong",
      ten: "Sơ đồ",
    }));
    const before = keysOf(body, "menu");
    expect(before.at(-1)).toBe("/so-do-cong");
    const saved = await admin.post(PAGE, { ...typed(body), viec: "luu", "ly-do": "Công khai dễ thấy hơn" });
    expect(saved.statusCode).toBe(303);

    const deputy = await desk.signedIn("thuy");
    await deputy.get(PAGE);
    expect((await deputy.post(`${PAGE}/y-kien`, { ban: "1", "y-kien": "Đồng ý." })).statusCode).toBe(303);
    expect((await deputy.post(`${PAGE}/ap-dung`, { ban: "1" })).statusCode).toBe(403);
    expect((await admin.get(PAGE)).body).toContain("Đồng ý.");
    expect((await admin.post(`${PAGE}/ap-dung`, { ban: "1" })).statusCode).toBe(303);

    const home = (await desk.browser().get("/")).body;
    const nav = home.slice(home.indexOf('class="site-nav-list'), home.indexOf("</nav>"));
    const links = Array.from(nav.matchAll(/<a href="([^"]*)"/g), ([, href]) => href!);
    expect(links).toEqual(before.filter((key) => links.includes(key)));
    expect(links.at(-1)).toBe("/so-do-cong");
    expect(links).toContain("/cong-khai");
  });

  test("REQ-072: a form without “Công khai” is refused in words, and nothing typed is lost", async () => {
    const { body } = await admin.get(PAGE);
    const sent = typed(body);
    const answer = await admin.post(PAGE, {
      ...sent,
      menu: sent.menu.filter((key) => key !== "/cong-khai"),
      viec: "luu",
      "ly-do": "Thử bỏ mục",
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("“Công khai” không được bỏ hoặc ẩn");
    expect(answer.body).toContain("Thử bỏ mục");
  });
});
