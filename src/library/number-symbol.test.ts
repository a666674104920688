import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citedNumbers, parseNumberSymbol } from "./number-symbol.ts";

describe("A-26: a number and symbol has one form, however it was typed", () => {
  test.each([
    ["27 /QĐ - GDTXHP", "27/QĐ-GDTXHP"],
    ["27/qđ-gdtxhp", "27/QĐ-GDTXHP"],
    ["Số: 27/QÐ–GDTXHP", "27/QĐ-GDTXHP"],
    ["5/BC-GDTXHP", "05/BC-GDTXHP"],
    ["005/BC-GDTXHP", "05/BC-GDTXHP"],
    ["37 / 2020 / TT-BGDĐT", "37/2020/TT-BGDĐT"],
    ["148/2025/QH15", "148/2025/QH15"],
    ["10/2024/qđ-ttg", "10/2024/QĐ-TTg"],
    ["12a/KH-GDTXHP", "12A/KH-GDTXHP"],
    ["3020/SGDĐT-VP", "3020/SGDĐT-VP"],
    ["29-NQ/TW", "29-NQ/TW"],
    ["15/NQ-HĐND", "15/NQ-HĐND"],
  ])("%s is %s", (typed, canonical) => {
    expect(parseNumberSymbol(typed)).toBe(canonical);
  });

  test.each([
    "",
    "27",
    "QĐ-GDTXHP",
    "27/",
    "/QĐ",
    "0/QĐ-GDTXHP",
    "27/QĐ--GDTXHP",
    "27/QĐ-GDTXHP; drop table document",
    "27\\QĐ",
    "27/<b>",
    "123456/QĐ-GDTXHP",
    "27/QĐ GDTXHP",
    `27/${"Q".repeat(100)}`,
  ])("REQ-082: “%s” is no number", (typed) => {
    expect(parseNumberSymbol(typed)).toBeNull();
  });

  test("the canonical form is its own canonical form, whatever was typed", () => {
    const symbol = fc.array(fc.constantFrom("qđ", "QĐ", "gdtxhp", "TT", "ttg", "bgdđt"), {
      minLength: 1,
      maxLength: 3,
    });
    const gap = fc.constantFrom("", " ", "  ");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), symbol, gap, (number, parts, blank) => {
        const typed = `${number}${blank}/${blank}${parts.join(`${blank}-${blank}`)}`;
        const once = parseNumberSymbol(typed);
        expect(once).not.toBeNull();
        expect(parseNumberSymbol(once!)).toBe(once);
      }),
    );
  });

  test("never fails on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        parseNumberSymbol(text);
        citedNumbers(text);
      }),
    );
  });
});

describe("numbers cited in a text", () => {
  test("are found in running words, each once, in canonical form", () => {
    const text =
      "Căn cứ Thông tư số 36/2017/TT-BGDĐT; Quyết định số 27 /QĐ-GDTXHP ngày 09/5/2023 và (09/2024/TT-BGDĐT), 36/2017/TT-BGDĐT.";
    expect(citedNumbers(text)).toEqual(["36/2017/TT-BGDĐT", "27/QĐ-GDTXHP", "09/2024/TT-BGDĐT"]);
  });
  test("are not found in dates, fractions and addresses", () => {
    expect(citedNumbers("ngày 09/5/2023, 3/4 số lớp, km/h, 24/7, https://vi.example/27/QĐ")).toEqual([]);
  });
  test("a title after the symbol does not hide it", () => {
    expect(citedNumbers("Quyết định 27/QĐ-GDTXHP - Quy chế hoạt động")).toContain("27/QĐ-GDTXHP");
    expect(citedNumbers("Quyết định 27/QĐ - GDTXHP")).toEqual(["27/QĐ-GDTXHP", "27/QĐ"]);
  });
});
