import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { ATTACHMENT_TYPES } from "../media/file-name.ts";
import { readCsv } from "../media/text/csv.ts";
import { openOffice } from "../media/text/office-parts.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import { reportDesk } from "./desk.tsx";
import { prepareDue } from "./prepare.ts";
import { reportFor, submittedContent } from "./reports.queries.ts";

let clock: FixedClock;
let house: TestPortal;
let desk: Desk;
let secretary: Browser;
let director: Browser;

beforeAll(async () => {
  clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  desk = await openDesk(house.portal, (app, access) => {
    accountRoutes(app, access);
    reportDesk(app, deskRoom(house.portal));
  });
  const { people } = house.centre;
  await desk.giveAccounts({ thuky: people.thuky!.id, giamdoc: people.giamdoc!.id, hoa: people["truong.dao-tao"]!.id });
  secretary = await desk.signedIn("thuky");
  director = await desk.signedIn("giamdoc");
  await house.portal.database.transact((tx) =>
    tx
      .insertInto("traffic_day")
      .values([
        { day: "2026-11-02", visits: 1200, views: 3000 },
        { day: "2026-11-03", visits: 34, views: 60 },
      ])
      .execute(),
  );
  await prepareDue(house.portal);
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

const linksOf = (body: string) =>
  [...body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));

const LIST = "/ban-bien-tap/bao-cao";
const here = async () => `${LIST}/${(await reportFor(house.portal.db, "monthly", "2026-11"))!.id}`;
const TEXTS = { "danh-gia": "Ổn định", "kho-khan": "Không có", "de-xuat": "Tập huấn" };
test("Đ18.k1: from sign-in to submitted in three clicks: Báo cáo, the report, Nộp; nothing typed is lost on the way", async () => {
  const list = await secretary.get(LIST);
  const path = await here();
  expect(linksOf(list.body)).toContain(path);
  expect(list.body).toContain("Đang chờ bạn");
  const page = await secretary.get(path);
  expect(page.body).toContain("Nộp Trưởng Ban biên tập");
  const refused = await secretary.post(`${path}/buoc`, { ...TEXTS, "danh-gia": "Viết dở", "de-xuat": "", viec: "nop" });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("Chưa có phần đề xuất giải pháp.");
  expect(refused.body).toContain("Viết dở</textarea>");
  const done = await secretary.post(`${path}/buoc`, { ...TEXTS, "de-xuat": "", "khong-de-xuat": "on", viec: "nop" });
  expect([done.statusCode, done.headers.location]).toEqual([303, `${path}?xong=nop`]);
  expect((await secretary.get(path)).body).not.toContain('value="nop"');
});

test("numbers are equal on screen, behind each link, in Word, in the workbook and on the printed page", async () => {
  const path = await here();
  const report = (await reportFor(house.portal.db, "monthly", "2026-11"))!;
  const { figures, seal } = (await submittedContent(house.portal.db, report))!;
  const page = (await secretary.get(path)).body;
  const print = (await secretary.get(`${path}/in`)).body;
  const word = await secretary.get(`${path}/tai/bao-cao.docx`);
  const opened = await openOffice(word.rawPayload);
  if (!opened.ok) throw new Error(opened.error);
  const text = JSON.stringify(await opened.value.xml("word/document.xml"));
  const book = await tablesOf((await secretary.get(`${path}/tai/bao-cao.xlsx`)).rawPayload, ATTACHMENT_TYPES.xlsx);
  if (!book.ok) throw new Error(book.error.message);
  const summary = book.value[0]!.rows.filter(([position]) => position !== "");
  expect(summary).toHaveLength(figures.length);
  for (const [index, { key, label, number, measure }] of figures.entries()) {
    const shown = number === null ? "–" : `${number.toLocaleString("vi-VN")}${measure.of === "share" ? "%" : ""}`;
    expect([key, page.includes(`aria-label="${label}: ${shown}, xem danh sách"`)]).toEqual([key, true]);
    expect([key, summary[index]![3]]).toEqual([key, number === null ? "" : String(number)]);
    const behind = await secretary.get(`${path}/${key}`);
    expect([key, behind.statusCode]).toEqual([key, 200]);
    const csv = await secretary.get(`${path}/${key}.csv`);
    const rows = readCsv(csv.body.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"), 10_000).length - 1;
    if (measure.of === "rows") expect([key, rows]).toEqual([key, number]);
    // In Word and on paper a figure is a row: its label, then its number.
    const at = print.indexOf(`>${label}<`);
    expect([key, at >= 0, print.slice(at, at + 400).includes(`>${shown}<`)]).toEqual([key, true, true]);
    const inWord = text.indexOf(JSON.stringify(label).slice(1, -1));
    expect([key, inWord >= 0, text.slice(inWord, inWord + 3000).includes(`"${shown}"`)]).toEqual([key, true, true]);
  }
  expect(figures.find(({ key }) => key === "luot-truy-cap")!.number).toBe(1234);
  for (const place of [page, print, text]) expect(place).toContain(seal!.hash);
});

test("a number told apart opens its own rows, and whoever doubts a page gets a plain answer", async () => {
  const path = await here();
  const unit = "Phòng Đào tạo";
  const href = `${path}/bai-da-dang?${new URLSearchParams({ cot: "1", la: unit })}`;
  expect(linksOf((await secretary.get(path)).body)).toContain(href);
  expect((await secretary.get(href)).body).toContain(`đơn vị: ${unit}`);
  expect((await secretary.get(`${path}/khong-co`)).statusCode).toBe(404);
  expect((await secretary.get(`${path}/bai-da-dang?trang=99`)).statusCode).toBe(404);
  expect((await secretary.get(`${LIST}/khong-co`)).statusCode).toBe(404);
  const head = await desk.signedIn("hoa");
  expect((await head.get(LIST)).statusCode).toBe(403);
  expect((await head.get(`${path}/tai/bao-cao.docx`)).statusCode).toBe(403);
});

test("Đ9.k1: the head of the board accepts, and asks for another report; both are in the list and its sheet", async () => {
  const path = await here();
  const page = await director.get(path);
  const chief = page.body.includes("Nhận và chốt");
  expect(chief || page.body.includes("Giám đốc")).toBe(true);
  const order = {
    loai: "ad-hoc",
    "noi-dung": "Tin tuyển sinh",
    "tu-ngay": "2026-11-01",
    "den-ngay": "2026-11-30",
    han: "",
  };
  await director.get(`${LIST}/yeu-cau`);
  const refused = await director.post(`${LIST}/yeu-cau`, order);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("Kỳ báo cáo gồm những ngày chưa đến.");
  expect(refused.body).toContain('value="Tin tuyển sinh"');
  const made = await director.post(`${LIST}/yeu-cau`, { ...order, "den-ngay": "2026-11-24", han: "2026-11-30" });
  expect(made.statusCode).toBe(303);
  const csv = await secretary.get(`${LIST}.csv?loai=ad-hoc`);
  expect(csv.body).toContain("Báo cáo đột xuất: Tin tuyển sinh");
  expect(readCsv(csv.body.replaceAll("\r\n", "\n"), 100)).toHaveLength(2);
});
