import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareNameVi,
  compareVi,
  findBadCharacter,
  fold,
  normalizeLine,
  normalizeText,
  slug,
  toneFold,
} from "./vietnamese.ts";

const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const SMALL = [..."aăâeêioôơuưy"].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC"))).concat("đ");
const LETTERS = [...SMALL, ...SMALL.map((letter) => letter.toUpperCase())].filter((letter) => letter > "\u007F");

describe("normalizeText", () => {
  test("knows all 134 letters, each as one code point, and leaves them as they are", () => {
    expect(LETTERS).toHaveLength(134);
    expect(LETTERS.every((letter) => letter.length === 1 && normalizeText(letter) === letter)).toBe(true);
  });
  test.each(["NFD", "NFKD"] as const)("puts every letter together again from %s", (form) => {
    expect(normalizeText(LETTERS.join("").normalize(form))).toBe(LETTERS.join(""));
  });
  test("puts Windows-1258 sequences together: a letter with its hat, then the tone", () => {
    const sequences = LETTERS.map((letter) => {
      const parts = letter.normalize("NFD");
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? "";
      return parts.replace(tone, "").normalize("NFC") + tone;
    });
    expect(normalizeText(sequences.join(""))).toBe(LETTERS.join(""));
    expect(normalizeText("Vi\u00EA\u0323t Nam")).toBe("Việt Nam");
    expect(normalizeText("a\u0340 a\u0341")).toBe("à á");
  });
  test("removes BOM, zero-width and bidi controls, and joins the letter they stood in", () => {
    expect(normalizeText("\uFEFFTr\u200Bường\u200E h\u2060ọc \u202Eabc\u202C\u2066x\u2069 e\u200C\u0301")).toBe(
      "Trường học abcx é",
    );
    expect(normalizeText("thông\u00AD tin")).toBe("thông tin");
  });
  test("keeps an emoji made of several in one piece", () => {
    expect(normalizeText("👩‍🏫 và 👨‍👩‍👧")).toBe("👩‍🏫 và 👨‍👩‍👧");
  });
  test("makes every kind of line end a line feed", () => {
    expect(normalizeText("a\r\nb\rc\u2028d\u000Be")).toBe("a\nb\nc\nd\ne");
  });
  test.each([
    ["Ðại hội Ðảng bộ", "Đại hội Đảng bộ"],
    ["ÐẠI HỌC", "ĐẠI HỌC"],
    ["Số 27/QÐ-GDTXHP, Sở GDÐT, NÐ-CP", "Số 27/QĐ-GDTXHP, Sở GDĐT, NĐ-CP"],
    ["Ɖà Nẵng, ðiện", "Đà Nẵng, điện"],
    ["Það er Ísland, Davíð Oddsson", "Það er Ísland, Davíð Oddsson"],
  ])("reads the look-alike D as Đ in Vietnamese words only: %s", (typed, stored) => {
    expect(normalizeText(typed)).toBe(stored);
  });
  test("does not touch where the tone is put", () => {
    expect(normalizeText("hòa hoà thúy thuý khỏe khoẻ")).toBe("hòa hoà thúy thuý khỏe khoẻ");
  });
  test("keeps the soft hyphen of TCVN3 text, where it is the letter ư", () => {
    expect(normalizeText("Tr\u00ADêng häc")).toBe("Tr\u00ADêng häc");
  });
  test("changes nothing the second time, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
  test("takes no longer than it must for a word without end", () => {
    const long = `Ð${"x".repeat(300_000)}AU${"H".repeat(300_000)}`;
    expect(normalizeText(long)).toBe(long);
    expect(findBadCharacter(long)).toBeNull();
  });
  test("a line has single ordinary spaces", () => {
    expect(normalizeLine(" Lễ\u00A0khai \n giảng ")).toBe("Lễ khai giảng");
  });
});

describe("findBadCharacter", () => {
  test.each([
    ["mất chữ \uFFFD ở đây", 8, "replacement"],
    ["chuông \u0007 kêu", 7, "control"],
    ["xuống dòng\r", 10, "control"],
    ["C1 \u0085", 3, "control"],
    ["biểu tượng \uF0FC", 11, "privateUse"],
    ["biểu tượng \u{F0001}", 11, "privateUse"],
    ["nửa chữ \uD83D", 8, "loneSurrogate"],
    [`Tr${"ường".normalize("NFD")} học`, 2, "decomposed"],
    ["Céng hoµ x· héi chñ nghÜa ViÖt Nam", 0, "tcvn3"],
    ["Kính gửi: Së Gi¸o dôc vµ §µo t¹o", 10, "tcvn3"],
    ["Tr\u00ADêng", 0, "tcvn3"],
    ["ViÖt Nam", 0, "tcvn3"],
    ["Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", 0, "vni"],
    ["Dòng đầu đúng.\nÑoäc laäp - Töï do - Haïnh phuùc", 15, "vni"],
  ])("finds in %j the place %i: %s", (text, index, kind) => {
    expect(findBadCharacter(text)).toMatchObject({ index, kind });
  });
  test("shows the words around, with a box for what cannot be shown", () => {
    expect(findBadCharacter("Năm học mới \u0007 bắt đầu")?.around).toBe("Năm học mới □ bắt đầu");
  });
  test.each([
    "Trường học có 5 µm và 3 µg, 20·x·y m³, 30°C ± 2, §3, ©2024 ABC®, 3×4, ½ giờ",
    "Der Führer schön, Bäume hängen für Mädchen; Öl, Tür und Möbel",
    "Café à la carte, déjà vu, naïve, Noël, août, coût, goût, Haïti",
    "El niño, señor, año, muñeca, ¿qué?, ¡olé!, mañana",
    "Søren Kierkegaard, Malmö, Göteborg, på blå øy, São Tomé e Príncipe",
    "Đắk Lắk, Pleiku, Đăk Tô, Kon Plông; Cộng hoà; hòa; quý; giặt giũ; khuỷu tay; ngoằn ngoèo",
    "Dòng một\n\tDòng hai 👩‍🏫 “ngoặc” – gạch… 10.000₫",
  ])("is silent on sound text: %s", (text) => {
    expect(findBadCharacter(text)).toBeNull();
  });
  test("finds nothing in words of Vietnamese letters, small or capital", () => {
    const word = fc.string({ unit: fc.constantFrom(...SMALL, ..."bcdghklmnpqrstvx"), maxLength: 7 });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(findBadCharacter(words.join(" "))).toBeNull();
        expect(findBadCharacter(words.join(" ").toUpperCase())).toBeNull();
      }),
    );
  });
});

describe("search keys and addresses", () => {
  test("fold drops every mark, also of đ", () => {
    expect(fold("Mạ má MÃ đường Đặng")).toBe("ma ma ma duong dang");
    expect(fold(LETTERS.join("").normalize("NFD"))).toMatch(/^[a-z]+$/);
  });
  test.each([
    ["hòa", "hoà"],
    ["THÚY", "Thuý"],
    ["khỏe", "khoẻ"],
    ["ủy ban", "uỷ ban"],
    ["qúy", "quý"],
  ])("toneFold makes %s and %s one key", (old, modern) => {
    expect(toneFold(old)).toBe(toneFold(modern));
  });
  test("toneFold keeps different words apart", () => {
    expect(new Set(["hoa", "hòa", "hóa", "hoàn", "tòan"].map(toneFold)).size).toBe(5);
  });
  test.each([
    ["Đại hội Đảng", "dai-hoi-dang"],
    ["  Ðề thi lớp 12: môn “Toán”! ", "de-thi-lop-12-mon-toan"],
    ["!!!", ""],
    ["x".repeat(100), "x".repeat(80)],
  ])("slug of %j", (title, expected) => {
    expect(slug(title)).toBe(expected);
  });
  test("a long slug ends with a whole word and has at most 80 characters", () => {
    const address = slug("Trung tâm Giáo dục thường xuyên ".repeat(6));
    expect(address.length).toBeLessThanOrEqual(80);
    expect(address).toMatch(/^(trung|tam|giao|duc|thuong|xuyen)(-(trung|tam|giao|duc|thuong|xuyen))*$/);
  });
});

describe("order", () => {
  test("letters come in the order of the alphabet", () => {
    const alphabet = [..."aăâbcdđeêghiklmnoôơpqrstuưvxy"];
    expect(alphabet.toReversed().sort(compareVi)).toEqual(alphabet);
  });
  test("tones come second: ngang, huyền, hỏi, ngã, sắc, nặng", () => {
    expect(["mạ", "má", "mã", "mả", "mà", "ma", "mạc", "mác"].sort(compareVi)).toEqual([
      "ma",
      "mà",
      "mả",
      "mã",
      "má",
      "mạ",
      "mác",
      "mạc",
    ]);
  });
  test("numbers come by value", () => {
    expect(["Lớp 10", "Lớp 9"].sort(compareVi)).toEqual(["Lớp 9", "Lớp 10"]);
  });
  test("names come by given name, then middle, then family name", () => {
    const names = ["Trần Văn Ân", "Lê Thị Ánh", "Vũ An", "Nguyễn Văn An", "Bùi Văn An", "Đỗ Đức An", "Dương Đức An"];
    expect(names.toReversed().sort(compareNameVi)).toEqual([
      "Vũ An",
      "Dương Đức An",
      "Đỗ Đức An",
      "Bùi Văn An",
      "Nguyễn Văn An",
      "Lê Thị Ánh",
      "Trần Văn Ân",
    ]);
  });
});
