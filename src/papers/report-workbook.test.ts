import { expect, test } from "vitest";
import { xlsxOf } from "../lists/xlsx-out.ts";
import { ATTACHMENT_TYPES } from "../media/file-name.ts";
import { openOffice } from "../media/text/office-parts.ts";
import { tablesOf } from "../media/text/tables-of.ts";
import { type Figure, numberOf } from "../reports/figure.ts";
import { counted } from "../reports/figures.ts";
import { reportSheets } from "./report-workbook.ts";

const figure = (key: string, label: string, rest: Partial<Figure>): Figure => ({
  key,
  label,
  clause: "Đ18.k1",
  measure: { of: "rows" },
  list: {
    name: key,
    title: label,
    heads: [
      { label: "Tên", kind: "text" },
      { label: "Đơn vị", kind: "text" },
      { label: "Số", kind: "number" },
      { label: "Đúng hạn", kind: "text" },
    ],
    rows: [
      ['=HYPERLINK("http://x","y")', "+Đào tạo", 12, "Có"],
      ["@SUM(A1)", "-Hành chính", 30, "Không"],
      ["Bình thường", "-Hành chính", 1000, "Có"],
    ],
  },
  links: ["", "", ""],
  ...rest,
});
const LONG = "Tin, bài của các phòng, tổ chức trực thuộc đã đăng trong kỳ";
const FIGURES = counted(
  [
    { chapter: "articles", figure: figure("a", LONG, { by: [{ column: 1 }] }) },
    { chapter: "traffic", figure: figure("b", LONG, { measure: { of: "sum", column: 2 } }) },
    {
      chapter: "portal",
      figure: figure("c", "Kiểm tra: đúng hạn [sáng/chiều]?", { measure: { of: "share", column: 3 } }),
    },
  ],
  [],
);

test("Đ18.k1: a report as a workbook: each figure with its number first, then the list it is counted from", async () => {
  const bytes = await xlsxOf(reportSheets("bao-cao", FIGURES));
  const read = await tablesOf(bytes, ATTACHMENT_TYPES.xlsx);
  if (!read.ok) throw new Error(read.error.message);
  const [summary, ...lists] = read.value;
  const numbers = summary!.rows.filter(([position]) => position !== "").map((row) => row[3]);
  expect(numbers).toEqual(FIGURES.map((one) => String(numberOf(one))));
  expect(numbers).toEqual(["3", "1042", "67"]);
  const parts = summary!.rows.filter(([position]) => position === "").map((row) => [row[2], row[3]]);
  expect(parts).toEqual([
    ["Đơn vị: -Hành chính", "2"],
    ["Đơn vị: +Đào tạo", "1"],
  ]);
  expect(lists.map(({ rows }) => rows)).toEqual(
    FIGURES.map(({ list }) => list.rows.map((row) => row.map((value) => String(value)))),
  );
});

test("sheets have names a workbook allows, each once, as the summary tells them", async () => {
  const read = await tablesOf(await xlsxOf(reportSheets("bao-cao", FIGURES)), ATTACHMENT_TYPES.xlsx);
  if (!read.ok) throw new Error(read.error.message);
  const names = read.value.map(({ name }) => name ?? "");
  expect(names[0]).toBe("Tổng hợp");
  expect(names.every((name) => name.length <= 31 && !/[\\/?*[\]:]/.test(name))).toBe(true);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
  const told = read.value[0]!.rows.flatMap((row) => (row[0] === "" ? [] : [row[7]]));
  expect(told).toEqual(names.slice(1));
});

test("a cell that begins with =, +, - or @ is text, in every sheet", async () => {
  const opened = await openOffice(await xlsxOf(reportSheets("bao-cao", FIGURES)));
  if (!opened.ok) throw new Error(opened.error);
  for (const name of opened.value.names.filter((one) => one.startsWith("xl/worksheets/"))) {
    expect(JSON.stringify(await opened.value.xml(name))).not.toContain('"name":"x:f"');
  }
});
