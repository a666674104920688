import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, HOST, openDesk } from "../../test/support/desk.ts";
import { ALL_POINTS, fullText, type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { linksOf } from "../../test/support/whole-portal.ts";
import { ATTACHMENT_TYPES } from "../media/file-name.ts";
import { readCsv } from "../media/text/csv.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import { saveEdition } from "../newsroom/commands/save-edition.ts";
import { newsRoutes } from "../site/news.tsx";
import { longDownloads, MOST_IN_WORKBOOK } from "./long-download.ts";

const FORMULA = '=HYPERLINK("http://x.example","Bấm vào đây")';
const PART = Array.from({ length: 500 }, () => ["x".repeat(200)]);
const PARTS = 2000;
const HEADS = [{ label: "Chữ", kind: "text" }] as const;

let news: Newsroom;
let desk: Desk;
/** What was read of the long list, and told when the reading ended. */
let parts = 0;
const ended = Promise.withResolvers<void>();

beforeAll(async () => {
  news = await openNewsroom("sqlite");
  const assets = { siteCss: "/site.css", deskCss: "/desk.css", fonts: [], islands: {} };
  desk = await openDesk(news.portal, (app) => {
    newsRoutes(app, news.portal, assets);
    const sheet = (total: number) => ({
      ...{ name: "dai", title: "Dài", heads: HEADS, total },
      async *parts() {
        try {
          for (parts = 0; parts < PARTS; parts += 1) yield PART;
        } finally {
          ended.resolve();
        }
      },
    });
    longDownloads(app, "/dai", "public", async () => sheet(PARTS * PART.length));
  });
});
afterAll(async () => {
  await desk.app.close();
  await news.close();
});

test("a list of a million rows goes out as it is read: who leaves after the first bytes ends the reading", async () => {
  await desk.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = desk.app.server.address() as AddressInfo;
  const asked = get({ host: "127.0.0.1", port, path: "/dai.csv", headers: { host: HOST } });
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  expect(answer.headers["content-disposition"]).toBe('attachment; filename="dai.csv"');
  const [first] = (await once(answer, "data")) as [Buffer];
  expect(first.toString("utf8")).toMatch(/^\ufeffChữ\r\nx{200}\r\n/);
  answer.destroy();
  await ended.promise;
  // What the sockets hold, and no more.
  expect(parts).toBeLessThan(PARTS / 4);
});

test("a workbook that would be too long is refused, with its figures and what to do instead", async () => {
  const { statusCode, body } = await desk.browser().get("/dai.xlsx?tu=2026-01-01");
  expect(statusCode).toBe(413);
  expect(MOST_IN_WORKBOOK).toBe(10_000);
  expect(body).toContain("Danh sách có 1.000.000 dòng; một tệp Excel chỉ nhận đến 10.000 dòng.");
  expect(body).toContain('href="/dai.csv?tu=2026-01-01"');
});

test("news as a spreadsheet: marked as UTF-8, no cell a formula, the very articles of the page, drafts not", async () => {
  const { portal, who, write, load, move, bringTo } = news;
  const titled = await write();
  const { content, facts } = await load(titled);
  const text = { ...fullText(content, "Lớp có 44 học viên."), title: FORMULA };
  const saved = await portal.act(who("Mai"), saveEdition, {
    edition: titled,
    baseVersion: facts.version,
    content: text,
  });
  expect(saved.ok).toBe(true);
  await move(titled, who("Mai"), { act: "sendToHead" });
  await move(titled, who("Hoa"), { act: "approveInUnit", addressee: "SECRETARY" });
  await move(titled, who("Lan", "SECRETARY"), { act: "claim" });
  await move(titled, who("Lan", "SECRETARY"), { act: "forward", checked: ALL_POINTS });
  await move(titled, who("Minh", "CHIEF"), { act: "approve", checked: ALL_POINTS });
  await move(titled, who("Lan", "SECRETARY"), { act: "publish" });
  await bringTo("PUBLISHED");
  await bringTo("APPROVED");

  const reader = desk.browser();
  for (const path of ["/tin-tuc", "/tin-tuc/hoat-dong-chuyen-mon"]) {
    const page = await reader.get(path);
    expect(linksOf(page.body)).toEqual(expect.arrayContaining([`${path}.csv`, `${path}.xlsx`]));
    const csv = await reader.get(`${path}.csv`);
    expect([csv.statusCode, csv.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(csv.rawPayload.subarray(0, 3).toString("hex")).toBe("efbbbf");
    const [heads, ...rows] = readCsv(csv.body.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"), 100);
    expect(heads).toEqual(["Tiêu đề", "Đăng lúc", "Cập nhật lúc", "Chuyên mục", "Đơn vị", "Địa chỉ"]);
    expect(rows.map((row) => row[0])).toEqual(["Khai giảng lớp bổ túc trung học", `'${FORMULA}`]);
    const listed = linksOf(page.body).filter((link) => link.startsWith("/bai-viet/"));
    expect(rows.map((row) => new URL(row[5]!).pathname)).toEqual(listed);
    const book = await tablesOf((await reader.get(`${path}.xlsx`)).rawPayload, ATTACHMENT_TYPES.xlsx);
    expect(book.ok && book.value[0]!.rows.map((row) => row[0])).toEqual(["Khai giảng lớp bổ túc trung học", FORMULA]);
  }
  expect((await reader.get("/tin-tuc/khong-co.csv")).statusCode).toBe(404);
  expect((await reader.get("/tin-tuc/thong-bao.csv")).body).toBe(
    "\ufeffTiêu đề,Đăng lúc,Cập nhật lúc,Chuyên mục,Đơn vị,Địa chỉ\r\n",
  );
});
