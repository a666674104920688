import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "../../test/support/desk.ts";
import { openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { aboutDesk } from "../about/desk.tsx";
import { boardRoutes } from "../board/desk.tsx";
import { calendarRoutes } from "../calendar/desk.tsx";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { disclosureDesk } from "../disclosure/desk.tsx";
import { enquiryDesk } from "../enquiries/desk.tsx";
import { libraryDesk } from "../library/desk.tsx";
import { matterDesk } from "../matters/desk.tsx";
import { ATTACHMENT_TYPES } from "../media/file-name.ts";
import { readCsv } from "../media/text/csv.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import { newsroomDesk } from "../newsroom/desk/routes.tsx";
import { fillAbout } from "../sample/about.ts";
import { fillServices } from "../sample/services.ts";
import { searchDesk } from "../search/desk.tsx";
import { servicesDesk } from "../services/desk.tsx";
import { takedownDesk } from "../takedown/desk.tsx";

let house: TestPortal;
let desk: Desk;

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  const { portal, centre } = house;
  await fillServices(portal, centre);
  await fillAbout(portal, centre);
  desk = await openDesk(portal, (app, access) => {
    const room = deskRoom(portal);
    accountRoutes(app, access);
    newsroomDesk(app, portal);
    for (const pages of [aboutDesk, boardRoutes, disclosureDesk, libraryDesk, matterDesk, searchDesk, servicesDesk]) {
      pages(app, room);
    }
    enquiryDesk(app, portal);
    takedownDesk(app, portal);
    calendarRoutes(app, portal);
  });
  await desk.giveAccounts({
    thuky: centre.people.thuky!.id,
    quantri: centre.people.quantri!.id,
    hoa: centre.people["truong.dao-tao"]!.id,
  });
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

const LISTS = [
  ["thuky", "/ban-bien-tap/bai"],
  ["thuky", "/ban-bien-tap/ngoai-le"],
  ["thuky", "/ban-bien-tap/cong-khai"],
  ["thuky", "/ban-bien-tap/hoi-dap"],
  ["thuky", "/ban-bien-tap/go-bo"],
  ["thuky", "/ban-bien-tap/van-ban"],
  ["quantri", "/ban-bien-tap/can-cu"],
  ["thuky", "/ban-bien-tap/chuyen-muc"],
  ["quantri", "/ban-bien-tap/ngay-nghi"],
  ["thuky", "/ban-bien-tap/thu-tuc"],
  ["thuky", "/ban-bien-tap/dich-vu"],
  ["thuky", "/ban-bien-tap/danh-ba"],
  ["thuky", "/ban-bien-tap/ban-bien-tap"],
  ["thuky", "/ban-bien-tap/ban-bien-tap/don-vi"],
  ["thuky", "/ban-bien-tap/ban-bien-tap/nguoi"],
  ["thuky", "/ban-bien-tap/tim-kiem"],
  ["thuky", "/ban-bien-tap/cong-viec"],
  ["thuky", "/ban-bien-tap/nhat-ky"],
  ["thuky", "/ban-bien-tap/thu-da-gui"],
  ["quantri", "/ban-bien-tap/tai-khoan"],
] as const;

test("every list of the desk leaves as CSV and as a workbook with the same rows under the same heads", async () => {
  const browsers = new Map([
    ["thuky", await desk.signedIn("thuky")],
    ["quantri", await desk.signedIn("quantri")],
  ]);
  for (const [user, path] of LISTS) {
    const browser = browsers.get(user)!;
    const csv = await browser.get(`${path}.csv`);
    const [heads, ...lines] = readCsv(csv.body.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n"), 10_000);
    const book = await tablesOf((await browser.get(`${path}.xlsx`)).rawPayload, ATTACHMENT_TYPES.xlsx);
    if (!book.ok) throw new Error(`${path}: ${book.error.message}`);
    const { header, rows } = book.value[0]!;
    expect([path, csv.statusCode, header]).toEqual([path, 200, heads]);
    expect([path, rows.length]).toEqual([path, lines.length]);
  }
});

test("a file holds the rows of its page and follows its filter", async () => {
  const admin = await desk.signedIn("quantri");
  const count = async (path: string) => readCsv((await admin.get(path)).body.replace(/\r\n/g, "\n"), 10_000).length - 1;
  const people = await house.portal.db.selectFrom("person").select("id").execute();
  expect(await count("/ban-bien-tap/ban-bien-tap/nguoi.csv")).toBe(people.length);
  const log = await house.portal.db.selectFrom("evidence").select("act").execute();
  const units = log.filter(({ act }) => act === "unit.add").length;
  expect(await count("/ban-bien-tap/nhat-ky.csv?viec=unit.add")).toBe(units);
  expect(units).toBeGreaterThan(0);
});

test("whoever may not open a list may not take it along", async () => {
  const head = await desk.signedIn("hoa");
  expect((await head.get("/ban-bien-tap/tai-khoan.xlsx")).statusCode).toBe(403);
  const stranger = await desk.browser().get("/ban-bien-tap/nhat-ky.csv");
  expect(stranger.statusCode).not.toBe(200);
});
