import { expect, test } from "vitest";
import { fromTcvn3, fromVni, isCapitalFont, legacyOfFont } from "./legacy-encodings.ts";

const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const VOWELS = [..."aăâeêioôơuưy"].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC")));

test("the font tells the encoding", () => {
  expect(
    [".VnTime", ".VnTimeH", ".vnArial", "VNI-Times", "Times New Roman", "Vn", "Vnitimes"].map(legacyOfFont),
  ).toEqual(["tcvn3", "tcvn3", "tcvn3", "vni", null, null, null]);
  expect([".VnTimeH", ".VnArialH", ".VnTime", "VNI-TimesH"].map(isCapitalFont)).toEqual([true, true, false, false]);
});

test("TCVN3 becomes Unicode, also ư, which looks like a soft hyphen", () => {
  expect(fromTcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam")).toBe("Cộng hoà xã hội chủ nghĩa Việt Nam");
  expect(fromTcvn3("Tr\u00ADêng §¹i häc S\u00AD ph¹m")).toBe("Trường Đại học Sư phạm");
});

test("every TCVN3 letter is reached from exactly one byte", () => {
  const bytes = Array.from({ length: 128 }, (_, index) => String.fromCharCode(index + 128));
  const letters = bytes.filter((byte) => fromTcvn3(byte) !== byte).map(fromTcvn3);
  const marked = VOWELS.filter((letter) => letter > "\u007F" && letter !== "ý"); // ý is FD in both
  expect(letters.toSorted()).toEqual([...marked, "đ", ..."ĂÂÊÔƠƯĐ"].toSorted());
});

test("VNI becomes Unicode, the case following the base letter", () => {
  expect(fromVni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")).toBe("Cộng hòa xã hội chủ nghĩa Việt Nam");
  expect(fromVni("ÑOÄC LAÄP – TÖÏ DO – HAÏNH PHUÙC")).toBe("ĐỘC LẬP – TỰ DO – HẠNH PHÚC");
  expect(fromVni("Aùnh, Öùng, ngöôøi, böôûi, kyõ, tyû, quyù, thò, tæ, mó, mî")).toBe(
    "Ánh, Ứng, người, bưởi, kỹ, tỷ, quý, thị, tỉ, mĩ, mỵ",
  );
});

test("every letter of the alphabet survives the way to VNI and back, small and capital", () => {
  for (const letter of [...VOWELS, "đ"]) {
    expect(fromVni(toVni(letter))).toBe(letter);
    expect(fromVni(toVni(letter).toUpperCase())).toBe(letter.toUpperCase());
  }
});

test("text of a font declared as a symbol font is read from the private area", () => {
  expect(fromTcvn3("\uF0AEi\uF0D6n")).toBe("điện");
});

test("digits, signs and plain letters stay as they are", () => {
  expect(fromTcvn3("Nam 12/5: 100% (x)")).toBe("Nam 12/5: 100% (x)");
  expect(fromVni("Nam 12/5: 100% (x)")).toBe("Nam 12/5: 100% (x)");
});

/** Written apart from the code, from the published VNI table: base, hat or tone mark, and the seven single letters. */
function toVni(letter: string): string {
  const single: Record<string, string> = { đ: "ñ", ỉ: "æ", ĩ: "ó", ị: "ò", ỵ: "î", í: "í", ì: "ì", ơ: "ô", ư: "ö" };
  const known = single[letter];
  if (known) return known;
  const parts = letter.normalize("NFD");
  const tone = TONES.findLastIndex((mark) => parts.includes(mark));
  const base = parts.charAt(0);
  if (parts.includes("\u031B")) return (base === "o" ? "ô" : "ö") + ["", "ø", "û", "õ", "ù", "ï"][tone];
  if (parts.includes("\u0302")) return base + ["â", "à", "å", "ã", "á", "ä"][tone];
  if (parts.includes("\u0306")) return base + ["ê", "è", "ú", "ü", "é", "ë"][tone];
  return base + ["", "ø", "û", "õ", "ù", "ï"][tone];
}
