import { expect, test } from "vitest";
import { readQuery } from "./query.ts";
import { editDistance, suggestion, type Vocabulary } from "./suggest.ts";

const KNOWN: Vocabulary = new Map(
  Object.entries({
    tuyen: "tuyển",
    sinh: "sinh",
    hoc: "học",
    phi: "phí",
    khai: "khai",
    giang: "giảng",
    lop: "lớp",
    bang: "bằng",
  }).map(([folded, written], at) => [folded, { uses: 10 + at, written }]),
);

test.each([
  ["tuyen sing", "tuyen sinh"],
  ["tuyển sihn", "tuyển sinh"],
  ["tuyensinh", "tuyển sinh"],
  ["tuyeenr sinh", "tuyển sinh"],
  ["hocj phis", "học phí"],
  ["khai giangg lớp 10", "khai giảng lớp 10"],
])("%s: có phải %s?", (typed, meant) => {
  expect(suggestion(readQuery(typed), KNOWN)).toBe(meant);
});

test("nothing is offered for words that are known, or that resemble none", () => {
  for (const typed of ["tuyển sinh", "hoc phi", "xyzzyqw", "12345", "27/QĐ-ABC", ""]) {
    expect(suggestion(readQuery(typed), KNOWN)).toBeNull();
  }
});

test("the distance counts swaps of neighbours as one, and stops when it is too far", () => {
  expect(editDistance("sihn", "sinh", 2)).toBe(1);
  expect(editDistance("abc", "abc", 2)).toBe(0);
  expect(editDistance("abcdef", "uvwxyz", 2)).toBe(3);
});
