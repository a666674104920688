import { expect, test } from "vitest";
import { doc, figure, list, paragraph, table, text } from "../content-samples.ts";
import { blocks, excerpt, pictures, placeOf, plainText } from "./text.ts";

const heading = (words: string) => ({ type: "heading", attrs: { level: 2 }, content: [text(words)] });
const body = doc(
  heading("Khai giảng"),
  paragraph("Sáng nay", "p1"),
  paragraph("", "p2"),
  paragraph("Chiều nay", "p3"),
  { type: "blockquote", content: [paragraph("Lời thầy"), figure({ caption: "Thầy giáo" })] },
  list("một", "hai"),
  table(["Lớp", "Số"], ["10A", "45"]),
  figure({ caption: "Sân trường" }),
  {
    type: "paragraph",
    content: [text("dòng một"), { type: "hardBreak" }, text("dòng "), text("hai", { type: "bold" })],
  },
  { type: "horizontalRule" },
);

test("blocks come in reading order, numbered within their kind, without empty paragraphs", () => {
  expect(blocks(body).map(({ id, kind, number, text: words }) => [id, kind, number, words])).toEqual([
    ["", "heading", 1, "Khai giảng"],
    ["p1", "paragraph", 1, "Sáng nay"],
    ["p3", "paragraph", 2, "Chiều nay"],
    ["", "quote", 1, "Lời thầy\nThầy giáo"],
    ["", "list", 1, "một\nhai"],
    ["", "table", 1, "Lớp\nSố\n10A\n45"],
    ["", "figure", 2, "Sân trường"],
    ["", "paragraph", 3, "dòng một\ndòng hai"],
    ["", "rule", 1, ""],
  ]);
});

test("a picture has one number, wherever it is asked for", () => {
  expect(pictures(body).map(({ number, picture }) => [number, picture.caption])).toEqual([
    [1, "Thầy giáo"],
    [2, "Sân trường"],
  ]);
});

test("a place says kind, number and the first words", () => {
  expect(blocks(body).map(placeOf).slice(0, 4)).toEqual([
    "Đề mục 1: “Khai giảng”",
    "Đoạn 1: “Sáng nay”",
    "Đoạn 2: “Chiều nay”",
    "Trích dẫn 1: “Lời thầy Thầy giáo”",
  ]);
  expect(placeOf({ kind: "rule", number: 1, text: "" })).toBe("Đường kẻ 1");
});

test("plain text holds every word once, blocks parted", () => {
  expect(plainText(body)).toBe(
    "Khai giảng\n\nSáng nay\n\nChiều nay\n\nLời thầy\nThầy giáo\n\nmột\nhai\n\nLớp\nSố\n10A\n45\n\nSân trường\n\ndòng một\ndòng hai",
  );
});

test.each([
  ["Sáng nay, Trung tâm khai giảng", 100, "Sáng nay, Trung tâm khai giảng"],
  ["Sáng nay, Trung tâm khai giảng", 16, "Sáng nay, Trung…"],
  ["Sáng nay, Trung tâm khai giảng", 15, "Sáng nay, Trung…"],
  ["Sáng nay, Trung tâm khai giảng", 10, "Sáng nay…"],
  ["Sáng\n\nnay  ", 100, "Sáng nay"],
  ["khôngcókhoảngtrắng", 5, "không…"],
  ["", 10, ""],
])("the excerpt of %j in %i characters ends with a whole word", (words, max, expected) => {
  expect(excerpt(words, max)).toBe(expected);
});
