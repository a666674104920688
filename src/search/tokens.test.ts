import { expect, test } from "vitest";
import { indexWords, tokensOf } from "./tokens.ts";

test("words are found with their places, with and without accents", () => {
  const text = "Đại hội, năm 2026.";
  expect(tokensOf(text).map(({ start, end, folded, exact }) => [text.slice(start, end), folded, exact])).toEqual([
    ["Đại", "dai", "đại"],
    ["hội", "hoi", "hội"],
    ["năm", "nam", "năm"],
    ["2026", "2026", "2026"],
  ]);
});

test.each([
  ["27/QĐ-GDTXHP", "27_qd_gdtxhp"],
  ["27 / QĐ - GDTXHP", "27_qd_gdtxhp"],
  ["27/QĐ – GDTXHP", "27_qd_gdtxhp"],
  ["027/qđ-gdtxhp", "27_qd_gdtxhp"],
  ["09/2024/TT-BGDĐT", "9_2024_tt_bgddt"],
  ["9/2024/tt-bgdđt", "9_2024_tt_bgddt"],
  ["13/2023/NĐ-CP", "13_2023_nd_cp"],
])("%s is one word", (text, key) => {
  expect(tokensOf(`Theo ${text}, Giám đốc`).map(({ folded }) => folded)).toEqual(["theo", key, "giam", "doc"]);
});

test("a school year before a dash swallows no word after it", () => {
  expect(tokensOf("năm học 2025/2026 - Kế hoạch").map(({ folded }) => folded)).toEqual([
    "nam",
    "hoc",
    "2025_2026",
    "ke",
    "hoach",
  ]);
});

test("both ways of placing the tone are one word", () => {
  for (const [old, modern] of [
    ["hòa bình", "hoà bình"],
    ["thúy", "thuý"],
    ["sức khỏe", "sức khoẻ"],
  ] as const) {
    expect(indexWords(old)).toEqual(indexWords(modern));
  }
});

test("a symbol is indexed whole and by its parts, in step in both forms", () => {
  const { folded, exact } = indexWords("Quyết định 27/QĐ-GDTXHP");
  expect(folded).toEqual(["quyet", "dinh", "27_qd_gdtxhp", "27", "qd", "gdtxhp"]);
  expect(exact).toHaveLength(folded.length);
});
