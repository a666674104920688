import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { ATTACHMENT_TYPES } from "../media/file-name.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import { textOf } from "../media/text/text-of.ts";
import { figureText } from "../reports/figures.ts";
import { openReport } from "../reports/model.ts";
import { reportFor } from "../reports/reports.queries.ts";
import { askedBy, monthlyReport, reportCommand } from "./report.ts";

let house: TestPortal;
let folder: string;
const before = { PORTAL_DATA: process.env.PORTAL_DATA, DATABASE_URL: process.env.DATABASE_URL };

beforeAll(async () => {
  house = await openTestPortal("sqlite", { clock: fixedClock(TEST_NOW) });
  folder = await mkdtemp(join(tmpdir(), "papers-"));
});
afterAll(async () => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

test("Đ18.k1: numbers are equal on screen, in Word and in the spreadsheet; nobody has submitted it, so it says BẢN THẢO", async () => {
  const { portal } = house;
  const word = await monthlyReport(portal, { month: "2026-11", format: "docx" });
  const book = await monthlyReport(portal, { month: "2026-11", format: "xlsx" });
  expect([word.isDraft, word.title]).toEqual([true, "Báo cáo tháng 11 năm 2026"]);
  const report = await reportFor(portal.db, "monthly", "2026-11");
  const { figures } = (await openReport(portal.db, report!.id, TEST_NOW))!.content;
  expect(figures.length).toBeGreaterThan(10);

  const sheets = await tablesOf(book.bytes, ATTACHMENT_TYPES.xlsx);
  if (!sheets.ok) throw new Error(sheets.error.message);
  const summary = sheets.value[0]!.rows.filter(([position]) => position !== "");
  expect(summary.map((row) => [row[2], row[3]])).toEqual(
    figures.map(({ label, number }) => [label, number === null ? "" : String(number)]),
  );
  const tables = await tablesOf(word.bytes, ATTACHMENT_TYPES.docx);
  if (!tables.ok) throw new Error(tables.error.message);
  const cells = tables.value.flatMap(({ header, rows }) => [header, ...rows]);
  for (const figure of figures) {
    const line = cells.find(([, label]) => label === figure.label);
    expect([figure.label, line?.[2]]).toEqual([figure.label, figureText(figure.number, figure)]);
  }
  const text = await textOf(word.bytes, ATTACHMENT_TYPES.docx);
  expect(JSON.stringify(text)).toContain("BẢN THẢO");
});

test("what is asked wrongly is refused in a sentence that says what to do", async () => {
  const asked = (...args: string[]) => askedBy(args);
  expect(asked("monthly", "--month", "2026-11", "--out", "/a/b.DOCX")).toEqual({
    month: "2026-11",
    file: "/a/b.DOCX",
    format: "docx",
    overwrites: false,
  });
  expect(() => asked("monthly", "--month", "11/2026", "--out", "a.docx")).toThrow("ví dụ --month 2026-11");
  expect(() => asked("monthly", "--month", "2026-13", "--out", "a.docx")).toThrow("không phải là tháng");
  expect(() => asked("monthly")).toThrow("Hãy cho biết tệp sẽ ghi");
  expect(() => asked("monthly", "--out", "a.pdf")).toThrow(".docx (Word) hoặc .xlsx");
  expect(() => asked("weekly", "--out", "a.docx")).toThrow("loại báo cáo");
  expect(() => asked("monthly", "--thang", "2026-11")).toThrow("Tùy chọn chưa đúng");
  const { portal } = house;
  await expect(monthlyReport(portal, { month: "2027-06", format: "docx" })).rejects.toThrow(/chưa/);
  await expect(monthlyReport(portal, { month: "2020-01", format: "docx" })).rejects.toThrow(/trước/);
});

test("a file that is there is not overwritten unless asked for", async () => {
  process.env.PORTAL_DATA = house.portal.config.dataFolder;
  delete process.env.DATABASE_URL;
  const file = join(folder, "bc.xlsx");
  await writeFile(file, "cũ");
  // The command goes by the real clock, so it names no month.
  await expect(reportCommand(["monthly", "--out", file])).rejects.toThrow("--force");
  expect(await readFile(file, "utf8")).toBe("cũ");
  await expect(reportCommand(["monthly", "--out", join(folder, "khong/co.xlsx")])).rejects.toThrow("Không có thư mục");
  expect(await reportCommand(["monthly", "--out", file, "--force"])).toBe(0);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe("PK");
});
