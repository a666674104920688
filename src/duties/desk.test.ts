import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "../../test/support/desk.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { recordCheck } from "../checks/commands/record-check.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { dutyDesk } from "./desk.tsx";

let clock: FixedClock;
let house: TestPortal;
let desk: Desk;

beforeAll(async () => {
  clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  const { portal, centre } = house;
  desk = await openDesk(portal, (app, access) => {
    accountRoutes(app, access);
    dutyDesk(app, deskRoom(portal));
  });
  await desk.giveAccounts({
    quantri: centre.people.quantri!.id,
    giamdoc: centre.people.giamdoc!.id,
    ctv: centre.people["ctv.dao-tao"]!.id,
  });
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

/** Rows of the tables of a page. */
const rowsOf = (body: string) => body.match(/<th role="rowheader"/g)?.length ?? 0;
/** Rows of a CSV without its head. */
const linesOf = (csv: string) => csv.trim().split("\r\n").length - 1;

test("what waits is counted beside the menu, listed, and the same as a spreadsheet", async () => {
  const admin = await desk.signedIn("quantri");
  const { body } = await admin.get("/ban-bien-tap/den-han");
  expect(body).toContain("Kiểm tra nội dung Cổng, sáng 24/11/2026");
  expect(body).toContain('href="/ban-bien-tap/kiem-tra"');
  expect(body).toContain("(khoản 2 Điều 12)");
  const [, beside] = /Việc đến hạn<span class="count">(\d+)</.exec(body) ?? [];
  expect(Number(beside)).toBe(rowsOf(body));
  expect(linesOf((await admin.get("/ban-bien-tap/den-han.csv")).body)).toBe(rowsOf(body));
  expect((await admin.get("/ban-bien-tap/den-han.xlsx")).statusCode).toBe(200);
});

test("once it is done it waits no longer, and stands among what is past", async () => {
  const admin = await desk.signedIn("quantri");
  const by = { person: house.centre.people.quantri!.id, hat: "ADMIN" } as const;
  await house.portal.act(by, recordCheck, { slot: "2026-11-24 sang", outcome: "ok", note: "", seen: 0 });
  expect((await admin.get("/ban-bien-tap/den-han")).body).not.toContain("sáng 24/11/2026");
  clock.set("2026-11-25T03:00:00.000Z");
  const past = "/ban-bien-tap/den-han?xem=da-qua&nhiem-vu=content-check&thang=2026-11";
  const { body } = await admin.get(past);
  expect(body).toContain("1 đúng hạn, 1 quá hạn, 1 bỏ lỡ.");
  expect(rowsOf(body)).toBe(3);
  expect(rowsOf((await admin.get(`${past}&tinh-trang=missed`)).body)).toBe(1);
  expect(linesOf((await admin.get(past.replace("?", ".csv?"))).body)).toBe(3);
  expect((await admin.get("/ban-bien-tap/den-han?xem=da-qua&thang=2026-10")).body).toContain("Không có việc nào");
});

test("Đ9.k1: the head of the board sees the whole board; whoever may not asks in vain", async () => {
  const chief = await desk.signedIn("giamdoc");
  const board = (await chief.get("/ban-bien-tap/den-han?pham-vi=ban&nhiem-vu=content-check")).body;
  expect(board).toContain("Kiểm tra nội dung Cổng, sáng 25/11/2026");
  expect(board).toContain(house.centre.people.quantri!.fullName);
  const writer = await desk.signedIn("ctv");
  const own = await writer.get("/ban-bien-tap/den-han?pham-vi=ban");
  expect(own.body).not.toContain("Kiểm tra nội dung Cổng, sáng");
  expect(linesOf((await writer.get("/ban-bien-tap/den-han.csv?pham-vi=ban")).body)).toBe(0);
});

test("an address that says nothing sensible shows the usual list", async () => {
  const admin = await desk.signedIn("quantri");
  for (const query of ["xem=x&thang=2026-13", "xem=da-qua&thang=0000-00&tinh-trang=constructor", "nhiem-vu=%EF%BF%BD"])
    expect((await admin.get(`/ban-bien-tap/den-han?${query}`)).statusCode, query).toBe(200);
  expect((await admin.get("/ban-bien-tap/den-han?trang=99")).statusCode).toBe(303);
});

test("the duties stand as data: clause, who, when, what closes them, reminders, escalation", async () => {
  const admin = await desk.signedIn("quantri");
  const { body } = await admin.get("/ban-bien-tap/den-han/nhiem-vu");
  expect(body).toContain("Mỗi ngày làm việc hai lần");
  expect(body).toContain("Nhắc trước hạn 30 phút");
  expect(linesOf((await admin.get("/ban-bien-tap/den-han/nhiem-vu.csv")).body)).toBe(rowsOf(body));
});
