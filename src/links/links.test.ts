import { afterEach, expect, test } from "vitest";
import { eachEngine, fixedClock, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { openReceiver, type Receiver } from "../../test/support/receiver.ts";
import type { StrangersAnswer } from "../disclosure/watch.ts";
import { done, refused } from "../kernel/result.ts";
import { checkLinks } from "./check-links.ts";
import { faultOfAnswer, faultOfStatus } from "./fault.ts";
import { linkHealth } from "./links.queries.ts";
import { linksOf } from "./links-of.ts";

test("links of the content are found once each, with their words; menu, mail, desk and anchors are left out", () => {
  const html = `<nav><a href="/menu">Menu</a></nav><main id="x">
    <a class="y" href="/van-ban?so=1&amp;nam=2"><b>Văn bản</b>
      số 1</a> <a href="/van-ban?so=1&amp;nam=2#cuoi">lần hai</a>
    <a href="https://moet.gov.vn/a?b=&quot;c&quot;">Bộ &amp; Sở</a> <a href="mailto:a@b.vn">Thư</a>
    <a href="//evil.example/x">x</a> <a href="/ban-bien-tap/bai/1">sửa</a> <a href="#dau">đầu</a> <a>không</a>
  </main><footer><a href="/chan">Chân</a></footer>`;
  expect(linksOf(html)).toEqual([
    { href: "/van-ban?so=1&nam=2", words: "Văn bản số 1" },
    { href: 'https://moet.gov.vn/a?b="c"', words: "Bộ & Sở" },
  ]);
  expect(linksOf("<p>no content</p>")).toEqual([]);
});

test("whoever refuses us is there; whoever is gone, errs or has no name is not", () => {
  expect([200, 301, 401, 403, 405, 429].map(faultOfStatus)).toEqual(["", "", "", "", "", ""]);
  expect([404, 410, 500, 503].map(faultOfStatus)).toEqual(["gone", "gone", "broken", "broken"]);
  expect(faultOfAnswer(done({ status: 410 }))).toBe("gone");
  expect(
    (["addressUnknown", "tooSlow", "tooLarge", "addressNotPublic"] as const).map((p) => faultOfAnswer(refused(p))),
  ).toEqual(["noHost", "silent", "", "notPublic"]);
});

const machines: Receiver[] = [];
afterEach(async () => {
  for (const machine of machines.splice(0)) await machine.close();
});

eachEngine("links of public pages", (engine) => {
  test("Đ12.k2: a link that leads nowhere is told of with the pages it stands on, outside ones only when found wanting twice", async () => {
    const clock = fixedClock(TEST_NOW);
    const { portal, close } = await openTestPortal(engine, { clock });
    const other = await openReceiver();
    machines.push(other);
    const answers = new Map([["/con", 200]]);
    other.answer((request, response) => void response.writeHead(answers.get(request.url ?? "") ?? 404).end());
    const shown = new Map([
      [
        "/",
        `<main><a href="/lien-he">Liên hệ</a> <a href="/khong-co">Trang cũ</a>
          <a href="${other.address}/con">Còn</a></main>`,
      ],
      ["/lien-he", `<main><a href="${other.address}/mat">Đã mất</a> <a href="/khong-co">Nữa</a></main>`],
    ]);
    const read = async (path: string): Promise<StrangersAnswer> => ({
      status: path === "/khong-co" ? 404 : 200,
      headers: { "content-type": "text/html; charset=utf-8" },
      body: shown.get(path) ?? "<main></main>",
    });
    // Rounds until every page was read and every target looked at, an hour apart.
    const rounds = async (count: number) => {
      for (let round = 0; round < count; round += 1) {
        await checkLinks(portal, read, "public-and-loopback");
        clock.advance(3600);
      }
    };
    await rounds(8);
    const health = await linkHealth(portal.db, clock.now());
    expect(health).toMatchObject({ targets: 4, unseen: 0, isCutOff: false });
    expect(health.broken).toEqual([
      {
        href: "/khong-co",
        why: "trang đích không còn",
        goodAt: null,
        uses: [
          { page: "/", words: "Trang cũ" },
          { page: "/lien-he", words: "Nữa" },
        ],
      },
      {
        href: `${other.address}/mat`,
        why: "trang đích không còn",
        goodAt: null,
        uses: [{ page: "/lien-he", words: "Đã mất" }],
      },
    ]);
    // Put right on the page: gone from the list when the page is read again; the other machine is back.
    shown.set("/lien-he", `<main><a href="${other.address}/mat">Đã có lại</a></main>`);
    shown.set("/", "<main></main>");
    answers.set("/mat", 200);
    await rounds(60);
    expect(await linkHealth(portal.db, clock.now())).toMatchObject({ targets: 1, broken: [] });
    await close();
  });

  test("when nothing outside answers, our own line is to blame and no link is called broken", async () => {
    const clock = fixedClock(TEST_NOW);
    const { portal, close } = await openTestPortal(engine, { clock });
    const other = await openReceiver();
    await other.close();
    const body = `<main><a href="${other.address}/a">A</a></main>`;
    const read = async (path: string): Promise<StrangersAnswer> => ({
      status: 200,
      headers: { "content-type": "text/html" },
      body: path === "/" ? body : "<main></main>",
    });
    for (let round = 0; round < 8; round += 1) {
      await checkLinks(portal, read, "public-and-loopback");
      clock.advance(3600);
    }
    expect(await linkHealth(portal.db, clock.now())).toMatchObject({
      targets: 1,
      unseen: 0,
      isCutOff: true,
      broken: [],
    });
    await close();
  });
});
