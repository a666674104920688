import { expect, test } from "vitest";
import { eachEngine, fixedClock, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { addSeconds } from "../kernel/clock.ts";
import { createPortal } from "../portal.ts";
import { type Reading, trafficCounter } from "./counter.ts";
import { topDetails } from "./details.queries.ts";
import { trafficFigures, trafficMonths } from "./figures.queries.ts";
import { isReading, isRobot, pageOf, placeOf, readerOf, referrerOf } from "./reading.ts";
import { MOST_NAMES, REST } from "./store.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
const DAY = "2026-11-24";
const reader = (number: number) => `203.0.113.${number}\n${FIREFOX}`;
const read = (number: number, place = "/", page = place, from: string | null = null): Reading => ({
  reader: reader(number),
  place,
  page,
  from,
});

eachEngine("the count of visits", (engine) => {
  test("is exact under several processes, survives a restart, and forgets who was here when the day is over", async () => {
    const clock = fixedClock(TEST_NOW);
    const { portal, close } = await openTestPortal(engine, { clock });
    const second = await createPortal(portal.config, clock);
    const [one, other] = [trafficCounter(portal.database, clock), trafficCounter(second.database, clock)];
    // Twenty readers, each seen by both processes, which write at the same time.
    for (let number = 0; number < 20; number += 1) {
      for (const counter of [one, other]) {
        counter.saw(read(number, "/cong-khai", "/cong-khai/2026-2027", "haiphong.edu.vn"));
        counter.saw(read(number, "section:tin", "/bai-viet/mot"));
      }
    }
    // Two connections of one process to SQLite would wait for each other for ever, which two processes do not.
    if (engine === "postgres") await Promise.all([one.flush(), other.flush(), one.flush()]);
    else for (const counter of [one, other]) await counter.flush();
    const figures = () => trafficFigures(second.db, DAY);
    expect(await figures()).toEqual({ today: 20, month: 20, total: 20 });
    expect(await portal.db.selectFrom("traffic_place").select(["place", "views"]).orderBy("place").execute()).toEqual([
      { place: "/cong-khai", views: 40 },
      { place: "section:tin", views: 40 },
    ]);
    expect(await topDetails(second.db, "page", DAY, DAY)).toEqual([
      { name: "/bai-viet/mot", count: 40 },
      { name: "/cong-khai/2026-2027", count: 40 },
    ]);
    expect(await topDetails(second.db, "referrer", DAY, DAY)).toEqual([{ name: "haiphong.edu.vn", count: 40 }]);

    clock.set(addSeconds(TEST_NOW, 29 * 60));
    other.saw(read(1));
    await other.flush();
    expect((await figures()).today).toBe(20);
    clock.set(addSeconds(TEST_NOW, 60 * 60));
    other.saw(read(1));
    await second.close();
    // The database is closed: what was counted is kept in memory and goes nowhere else.
    await expect(other.flush()).rejects.toThrow();

    const restarted = trafficCounter(portal.database, clock);
    restarted.saw(read(1));
    await restarted.flush();
    expect(await trafficFigures(portal.db, DAY)).toEqual({ today: 21, month: 21, total: 21 });
    const kept = await portal.db.selectFrom("traffic_reader").select("mark").execute();
    expect(kept).toHaveLength(20);
    expect(kept.every(({ mark }) => /^[\w-]{22}$/.test(mark))).toBe(true);

    clock.set("2026-11-24T17:30:00.000Z");
    await restarted.forget();
    expect(await portal.db.selectFrom("traffic_reader").select("mark").execute()).toHaveLength(20);
    clock.set("2026-11-24T18:30:00.000Z");
    await restarted.forget();
    expect(await portal.db.selectFrom("traffic_reader").select("mark").execute()).toEqual([]);
    expect(await portal.db.selectFrom("traffic_salt").select("day").execute()).toEqual([]);
    expect(await trafficFigures(portal.db, "2026-12-01")).toEqual({ today: 0, month: 0, total: 21 });
    expect(await trafficMonths(portal.db)).toEqual([{ month: "2026-11", visits: 21, views: 82 }]);
    await close();
  });
});

eachEngine("names of a day", (engine) => {
  test("Đ12.k3: a flood of invented pages and hosts ends under one name, exactly counted, also with two processes", async () => {
    const clock = fixedClock(TEST_NOW);
    const { portal, close } = await openTestPortal(engine, { clock });
    const second = await createPortal(portal.config, clock);
    const counters = [trafficCounter(portal.database, clock), trafficCounter(second.database, clock)];
    for (const [which, counter] of counters.entries()) {
      for (let number = 0; number < 300; number += 1) {
        counter.saw(read(1, "/", `/trang-${which}-${number}`, `nguon-${which}-${number}.example`));
      }
      counter.saw(read(1, "/", "/trang-0-0", "nguon-0-0.example"));
      await counter.flush();
    }
    const rows = await topDetails(portal.db, "referrer", DAY, DAY, 1000);
    expect(rows).toHaveLength(MOST_NAMES.referrer + 1);
    expect(rows[0]).toEqual({ name: REST, count: 602 - MOST_NAMES.referrer - 1 });
    expect(rows[1]).toEqual({ name: "nguon-0-0.example", count: 2 });
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(602);
    const pages = await topDetails(portal.db, "page", DAY, DAY, 1000);
    expect([pages.length, pages.reduce((sum, { count }) => sum + count, 0)]).toEqual([600, 602]);
    await second.close();
    await close();
  });
});

test("where a reader came from is the host alone; our own hosts, machines and apps are none", () => {
  const own = new Set(["cong.example.edu.vn"]);
  const from = (referer: string | undefined, host = "cong.example.edu.vn") =>
    referrerOf({ headers: { referer, host } } as never, own);
  expect(from("https://www.Google.com/search?q=ten+hoc+vien")).toBe("google.com");
  expect(from("http://haiphong.edu.vn:8080/tin/1#a")).toBe("haiphong.edu.vn");
  for (const none of [
    undefined,
    "",
    "about:blank",
    "android-app://com.zalo",
    "https://cong.example.edu.vn/tim-kiem?q=a",
    "http://192.0.2.7/a",
    "http://[2001:db8::1]/",
    "http://localhost/",
    `https://${"a".repeat(120)}.example/`,
    "khong phai dia chi",
  ]) {
    expect(from(none), none).toBe(null);
  }
  expect(from("http://127.0.0.1:8080/", "127.0.0.1:8080")).toBe(null);
  expect(from("https://cu.example.vn/a", "cu.example.vn")).toBe(null);
});

test("a page is counted without what was asked of it", () => {
  expect(pageOf("/tim-kiem?q=ten+nguoi")).toBe("/tim-kiem");
  expect(pageOf("/bai-viet/mot#hai")).toBe("/bai-viet/mot");
  expect(pageOf("/")).toBe("/");
});

test("a robot, an early fetch and a question for headers alone are nobody's reading; in-app browsers are", () => {
  for (const agent of [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "facebookexternalhit/1.1",
    "curl/8.5.0",
    "python-requests/2.32",
    "cong-khai-tu-kiem-tra",
    "",
    undefined,
  ]) {
    expect(isRobot(agent), agent).toBe(true);
  }
  for (const agent of [
    FIREFOX,
    "Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148 Zalo iOS/512",
  ]) {
    expect(isRobot(agent), agent).toBe(false);
  }
  const headers = { "user-agent": FIREFOX };
  expect(isReading({ method: "GET", headers })).toBe(true);
  expect(isReading({ method: "HEAD", headers })).toBe(false);
  expect(isReading({ method: "GET", headers: { ...headers, "sec-purpose": "prefetch;prerender" } })).toBe(false);
});

test("the address behind our own proxies is believed no further than they reach", () => {
  const request = (forwarded: string) =>
    ({
      headers: { "user-agent": "X", "x-forwarded-for": forwarded },
      socket: { remoteAddress: "10.0.0.1" },
    }) as never;
  expect(readerOf(request("198.51.100.9, 203.0.113.7"), 0)).toBe("10.0.0.1\nX");
  expect(readerOf(request("198.51.100.9, 203.0.113.7"), 1)).toBe("203.0.113.7\nX");
  expect(readerOf(request(""), 2)).toBe("10.0.0.1\nX");
});

test("news is counted under its section, all else under the first part of its address", () => {
  expect(placeOf("/bai-viet/mot", ["all", "article:1", "section:abc"])).toBe("section:abc");
  expect(placeOf("/cong-khai/2025?trang=2")).toBe("/cong-khai");
  expect(placeOf("/tim-kiem?q=a/b")).toBe("/tim-kiem");
  expect(placeOf("/")).toBe("/");
});
