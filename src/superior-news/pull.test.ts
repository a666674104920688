import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { openReceiver, type Receiver } from "../../test/support/receiver.ts";
import { BY_SYSTEM } from "../act.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { pullSuperiorNews } from "./pull.ts";
import { readPull, readSuperiorItems } from "./superior-news.queries.ts";

const feedOf = (...titles: string[]) =>
  `<rss><channel>${titles.map((title, at) => `<item><title>${title}</title><link>https://so.example.vn/${at}</link></item>`).join("")}</channel></rss>`;

eachEngine("the news of Sở", (engine) => {
  let house: TestPortal;
  let clock: FixedClock;
  let so: Receiver;
  const pull = (force = true) => pullSuperiorNews(house.portal, "public-and-loopback", force);
  const titles = async () => (await readSuperiorItems(house.portal.db, 20)).map(({ title }) => title);
  const problem = async () => (await readPull(house.portal.db))?.problem ?? null;
  const set = (feed: string) => house.portal.act(BY_SYSTEM, changeSettings, { "superior.feed": feed });

  beforeAll(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
    so = await openReceiver();
  });
  afterAll(async () => {
    await so.close();
    await house.close();
  });

  test("without an address nothing is asked", async () => {
    expect(await pull()).toBe("off");
    expect(so.received).toEqual([]);
  });

  test("it is read when due, kept, asked again only with what changed, and the home page is made anew", async () => {
    await set(`${so.address}/rss`);
    so.answer((request, response) =>
      request.headers["if-none-match"] === '"1"'
        ? void response.writeHead(304).end()
        : void response.writeHead(200, { etag: '"1"' }).end(feedOf("Tin một", "Tin hai")),
    );
    expect(await pull(false)).toBe("read");
    expect(await titles()).toEqual(["Tin một", "Tin hai"]);
    expect(await pull(false)).toBe("notYet");
    clock.advance(30 * 60);
    expect(await pull(false)).toBe("unchanged");
    expect(await titles()).toEqual(["Tin một", "Tin hai"]);
    expect(await readPull(house.portal.db)).toMatchObject({ goodAt: clock.now(), problem: null });
    const drops = await house.portal.db.selectFrom("outbox").select("payload").where("kind", "=", "pages").execute();
    expect(drops.some(({ payload }) => payload === '{"tags":["superior-news"]}')).toBe(true);
  });

  test.each<[string, Parameters<Receiver["answer"]>[0], string]>([
    ["an error of theirs", (_, response) => void response.writeHead(502).end("bad gateway"), "mã 502"],
    [
      "a page in place of a feed",
      (_, response) => void response.end("<html><p>Bảo trì</p></html>"),
      "không phải nguồn tin",
    ],
    [
      "a feed cut off",
      (_, response) => void response.end(feedOf("Tin mới").slice(0, -9)),
      "không đọc được theo chuẩn XML",
    ],
    ["an empty feed", (_, response) => void response.end("<rss><channel/></rss>"), "không có tin nào"],
    ["a feed of two megabytes", (_, response) => void response.end(feedOf("x".repeat(2_000_000))), "lớn hơn mức"],
    [
      "a packed feed that grows",
      (_, response) =>
        void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(" ".repeat(9_000_000))),
      "lớn hơn mức",
    ],
    ["bytes of another encoding", (_, response) => void response.end(Buffer.from([0x3c, 0xff, 0xc3, 0x28])), "bảng mã"],
    [
      "an entity that names a file",
      (_, response) => void response.end(`<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${feedOf("&x;")}`),
      "DOCTYPE",
    ],
    ["a connection that is cut", (_, response) => void response.destroy(), "không nhận kết nối"],
    [
      "a way into the inside network",
      (_, response) => void response.writeHead(302, { location: "http://192.168.1.1/rss" }).end(),
      "mạng nội bộ",
    ],
  ])("%s leaves the last good list and tells why", async (_, answer, words) => {
    so.answer(answer);
    const good = (await readPull(house.portal.db))!.goodAt;
    clock.advance(60);
    expect(await pull()).toBe("failed");
    expect(await titles()).toEqual(["Tin một", "Tin hai"]);
    expect(await problem()).toContain(words);
    expect(await readPull(house.portal.db)).toMatchObject({ goodAt: good, triedAt: clock.now() });
  });

  test("the next good reading clears the reason; UTF-16 is read too", async () => {
    so.answer((_, response) => void response.end(Buffer.from(`\ufeff${feedOf("Bảng mã khác")}`, "utf16le")));
    expect(await pull()).toBe("read");
    expect(await problem()).toBe(null);
    expect(await titles()).toEqual(["Bảng mã khác"]);
  });

  test("a portal of no test reads nothing from its own machine, whatever the settings say", async () => {
    expect(await pullSuperiorNews(house.portal, "public", true)).toBe("failed");
    expect(await problem()).toContain("mạng nội bộ");
  });

  test("another address starts with an empty list, and no address takes the block away", async () => {
    await set(`${so.address}/khac`);
    so.answer((_, response) => void response.writeHead(500).end());
    expect(await pull(false)).toBe("failed");
    expect(await titles()).toEqual([]);
    await set("");
    expect(await pull(false)).toBe("off");
    expect(await readPull(house.portal.db)).toBe(null);
  });

  test.each(["ftp://so.vn/rss", "so.vn/rss", "javascript:alert(1)"])("%s is no setting", async (feed) => {
    expect(await set(feed)).toMatchObject({ ok: false, error: [{ code: "settingInvalid" }] });
  });
});
