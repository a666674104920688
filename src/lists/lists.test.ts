import { expect, test } from "vitest";
import { ATTACHMENT_TYPES } from "../media/file-name.ts";
import { openOffice } from "../media/text/office-parts.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import { csvOf, sheetOf } from "./sheet.ts";
import { sheetNames } from "./sheet-names.ts";
import { xlsxOf } from "./xlsx-out.ts";

interface Row {
  readonly name: string;
  readonly count: number | null;
  readonly day: string | null;
  readonly at: string;
}

const ROWS: readonly Row[] = [
  { name: "Trường Tiểu học Lê Hồng Phong", count: 1234567, day: "2026-09-05", at: "2026-11-24T18:30:00.000Z" },
  { name: '=HYPERLINK("http://x","y")', count: -3, day: "1960-02-29", at: "2026-01-01T00:00:00.000Z" },
  { name: "+84 225\nhai dòng, có “phẩy”\u0007\ud800", count: null, day: null, at: "2026-06-30T16:59:00.000Z" },
];

const sheet = sheetOf<Row>(
  "thu",
  "Danh sách: thử/nghiệm",
  [
    { label: "Tên", value: ({ name }) => name },
    { label: "Số", kind: "number", value: ({ count }) => count },
    { label: "Ngày", kind: "day", value: ({ day }) => day },
    { label: "Lúc", kind: "time", value: ({ at }) => at },
  ],
  ROWS,
);

test("a workbook is read back by another reader: letters, numbers, days and hours on the wall in Vietnam", async () => {
  const bytes = await xlsxOf([sheet]);
  const read = await tablesOf(bytes, ATTACHMENT_TYPES.xlsx);
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value).toHaveLength(1);
  const [{ name, header, rows }] = read.value as [(typeof read.value)[number]];
  expect(name).toBe("Danh sách  thử nghiệm");
  expect(header).toEqual(["Tên", "Số", "Ngày", "Lúc"]);
  expect(rows).toEqual([
    ["Trường Tiểu học Lê Hồng Phong", "1234567", "05/09/2026", "25/11/2026 01:30"],
    ['=HYPERLINK("http://x","y")', "-3", "29/02/1960", "01/01/2026 07:00"],
    ["+84 225\nhai dòng, có “phẩy”", "", "", "30/06/2026 23:59"],
  ]);
});

test("its head stands still, its days are days, and nothing in it is a formula", async () => {
  const opened = await openOffice(await xlsxOf([sheet]));
  if (!opened.ok) throw new Error(opened.error);
  const part = await opened.value.xml("xl/worksheets/sheet1.xml");
  const text = JSON.stringify(part);
  expect(text).toContain('"state":"frozen"');
  expect(text).toContain('"ySplit":"1"');
  expect(text).not.toContain('"name":"x:f"');
});

test("as CSV the same list has its mark, days as written here, and no cell that would run", () => {
  const text = csvOf(sheet);
  expect(text.startsWith("\uFEFFTên,Số,Ngày,Lúc\r\n")).toBe(true);
  expect(text).toContain("Trường Tiểu học Lê Hồng Phong,1234567,05/09/2026,01:30 ngày 25/11/2026\r\n");
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(text).toContain(`"'+84 225\nhai dòng`);
});

test("names of sheets: what a workbook forbids is taken out, long ones are cut, equal ones are numbered", () => {
  const long = "Danh sách tin, bài đã đăng trong kỳ báo cáo";
  expect(sheetNames([long, long.toUpperCase(), "a/b:c", "'", "", "Tổng hợp", "tổng hợp"])).toEqual([
    "Danh sách tin, bài đã đăng tron",
    "DANH SÁCH TIN, BÀI ĐÃ ĐĂNG (2)",
    "a b c",
    "Danh sách",
    "Danh sách (2)",
    "Tổng hợp",
    "tổng hợp (2)",
  ]);
});
