import fc from "fast-check";
import { expect, test } from "vitest";
import { countedAs, isPersonal, readQuery } from "./query.ts";

const words = (text: string) => readQuery(text).terms.map(({ kind, folded }) => `${kind}:${folded.join(" ")}`);

test("quotes make a phrase; a quote never closed quotes nothing", () => {
  expect(words('"tuyển sinh" lớp 10')).toEqual(["phrase:tuyen sinh", "word:lop", "word:10"]);
  expect(words("“học phí” năm")).toEqual(["phrase:hoc phi", "word:nam"]);
  expect(words('"học phí')).toEqual(["word:hoc", "word:phi"]);
  expect(words('""')).toEqual([]);
});

test("what other engines take for operators is only words here", () => {
  expect(words("học AND phí OR -lớp* NEAR(a,b) title:x ^y")).toEqual(
    ["hoc", "and", "phi", "or", "lop", "near", "a", "b", "title", "x", "y"].map((word) => `word:${word}`),
  );
  expect(words("' \" ; -- \\ % _ ( ) & | ! <-> :*")).toEqual([]);
});

test("words that only ask are left out while others remain", () => {
  expect(words("nộp hồ sơ tuyển sinh ở đâu")).toEqual(
    ["nop", "ho", "so", "tuyen", "sinh"].map((word) => `word:${word}`),
  );
  expect(words("hoc phi la bao nhieu")).toEqual(["hoc", "phi"].map((word) => `word:${word}`));
  expect(words("ở đâu").length).toBeGreaterThan(0);
  expect(words("cửa hàng")).toEqual(["word:cua", "word:hang"]);
});

test("10,000 characters are cut between words, and it is said", () => {
  const query = readQuery("tuyển sinh ".repeat(910));
  expect(query.cut).toBe(true);
  expect(query.typed.length).toBeLessThanOrEqual(200);
  expect(query.typed.endsWith("sinh") || query.typed.endsWith("tuyển")).toBe(true);
  expect(query.terms).toHaveLength(2);
  const many = readQuery(Array.from({ length: 30 }, (_, at) => `t${at}`).join(" "));
  expect(many.terms).toHaveLength(12);
  expect(many.cut).toBe(true);
  expect(readQuery("tuyển sinh").cut).toBe(false);
});

test("whatever is typed, only letters, digits and joined numbers are ever looked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      for (const { folded, exact, parts } of readQuery(text).terms) {
        for (const word of [...folded, ...exact, ...parts]) expect(word).toMatch(/^[\p{L}\p{N}\p{M}_]+$/u);
      }
    }),
    { numRuns: 300 },
  );
});

test("what is counted holds no number of a person and no address", () => {
  expect(countedAs(readQuery("  Tuyển SINH  "))).toBe("tuyển sinh");
  for (const text of ["0912 345 678", "031 0888 12345", "an@vidu.vn"]) expect(isPersonal(text)).toBe(true);
  for (const text of ["tuyển sinh 2026", "27/QĐ-GDTXHP"]) expect(isPersonal(text)).toBe(false);
});
