import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "../../test/support/desk.ts";
import { fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { readCsv } from "../media/text/csv.ts";
import { barsOf } from "./bars.ts";
import { trafficCounter } from "./counter.ts";
import { trafficDesk } from "./desk.tsx";
import { periodAsked } from "./period.ts";

const TODAY = "2026-11-24";
let house: TestPortal;
let desk: Desk;
beforeAll(async () => {
  const clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  const counter = trafficCounter(house.portal.database, clock);
  for (let reader = 0; reader < 1234; reader += 1) {
    counter.saw({ reader: String(reader), place: "/cong-khai", page: "/cong-khai", from: "haiphong.edu.vn" });
  }
  await counter.flush();
  desk = await openDesk(house.portal, (app, access) => {
    accountRoutes(app, access);
    trafficDesk(app, deskRoom(house.portal));
  });
  await desk.giveAccounts({ quantri: house.centre.people.quantri!.id });
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

test("Đ12.k3: visits, pages, places and where readers came from, as a chart with its table and as spreadsheets", async () => {
  const admin = await desk.signedIn("quantri");
  const { statusCode, body } = await admin.get(`/ban-bien-tap/truy-cap?tu=${TODAY}&den=${TODAY}`);
  expect(statusCode).toBe(200);
  for (const words of [
    "1.234",
    "haiphong.edu.vn",
    "Bảng số liệu theo ngày",
    'role="img"',
    "cao nhất 1.234 lượt (24/11)",
  ]) {
    expect(body, words).toContain(words);
  }
  const csv = await admin.get(`/ban-bien-tap/truy-cap.csv?tu=${TODAY}&den=${TODAY}`);
  expect(readCsv(csv.body.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n"), 10)).toEqual([
    ["Ngày", "Lượt truy cập", "Trang được xem"],
    ["24/11/2026", "1234", "1234"],
  ]);
  expect((await admin.get("/ban-bien-tap/truy-cap.xlsx")).statusCode).toBe(200);
  expect((await admin.get("/ban-bien-tap/truy-cap?tu=x&den=2026-11-24")).body).toContain("Ngày chưa đúng");
  expect((await desk.browser().get("/ban-bien-tap/truy-cap")).statusCode).not.toBe(200);
});

test("days that cannot be are told and the last thirty stand instead", () => {
  const usual = { from: "2026-10-26", to: TODAY };
  expect(periodAsked("", "", TODAY)).toEqual({ ...usual, fault: "" });
  for (const [from, to] of [
    ["2026-02-30", TODAY],
    ["2026-11-20", "2026-11-19"],
    ["2027-01-01", "2027-02-01"],
    ["2000-01-01", TODAY],
  ] as const) {
    const { fault, ...days } = periodAsked(from, to, TODAY);
    expect(days).toEqual(usual);
    expect(fault).not.toBe("");
  }
  expect(periodAsked("2026-11-01", "2026-12-31", TODAY)).toEqual({ from: "2026-11-01", to: TODAY, fault: "" });
});

test("a chart loses no day: one without readers is nothing, a long time is told by month with the same sum", () => {
  const days = ["2026-01-31", "2026-03-01"].map((day) => ({ day, visits: 5, views: 8 }));
  const weeks = barsOf(days, "2026-01-30", "2026-03-01");
  expect([weeks.by, weeks.bars.length, weeks.bars[0]]).toEqual(["ngày", 31, { label: "30/01", visits: 0, views: 0 }]);
  const year = barsOf(days, "2026-01-01", "2026-12-31");
  expect(year.bars.map(({ visits }) => visits)).toEqual([5, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});
