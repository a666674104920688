import { expect, test } from "vitest";
import { clauseWords } from "./clause-words.ts";
import { CLAUSES } from "./quy-che-27.ts";

test.each([
  ["Đ15.k2.b3", "bước 3 khoản 2 Điều 15"],
  ["Đ13.k1.c", "điểm c khoản 1 Điều 13"],
  ["Đ3.k2.đ", "điểm đ khoản 2 Điều 3"],
  ["Đ11.g1", "gạch đầu dòng 1 Điều 11"],
  ["Đ16.k4", "khoản 4 Điều 16"],
  ["QĐ-Đ3", "Điều 3 Quyết định 27/QĐ-GDTXHP"],
  ["REQ-036", "REQ-036"],
])("clause %s is said as %s", (clause, words) => {
  expect(clauseWords(clause)).toBe(words);
});

test("every clause of the regulation can be said in words", () => {
  expect(CLAUSES.filter(({ id }) => clauseWords(id) === id)).toEqual([]);
});
