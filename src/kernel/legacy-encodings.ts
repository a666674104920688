/**
 * Vietnamese written in the single-byte encodings of the 1990s and read as if it were Latin-1 (law.md §12).
 * Word keeps such text as Latin-1 characters and only the font tells what is meant, so the font decides.
 *
 * Convert first, clean afterwards: `ư` in TCVN3 is U+00AD, which every cleaner takes for a soft hyphen.
 */

export type LegacyEncoding = "tcvn3" | "vni";

/** The encoding a font stands for: `.VnTime` → TCVN3 (ABC), `VNI-Times` → VNI; null for every other font. */
export function legacyOfFont(fontName: string): LegacyEncoding | null {
  if (/^\.vn/i.test(fontName)) return "tcvn3";
  return /^vni[- ]/i.test(fontName) ? "vni" : null;
}

/** Whether a TCVN3 font draws small letters as capitals (`.VnTimeH`): its text is to be upper-cased once converted. */
export function isCapitalFont(fontName: string): boolean {
  return /^\.vn.*H$/i.test(fontName);
}

const TCVN3 =
  "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ " +
  "CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ " +
  "EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ";

const fromTcvn3Byte = new Map(
  TCVN3.split(" ").map((pair) => [String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16)), pair.slice(2)]),
);

/** TCVN 5712 (ABC) text, read as Latin-1, in Unicode. Characters the encoding does not use stay as they are. */
export function fromTcvn3(text: string): string {
  return Array.from(fromSymbolArea(text), (char) => fromTcvn3Byte.get(char) ?? char).join("");
}

const TONE_MARKS = { ù: "\u0301", ø: "\u0300", û: "\u0309", õ: "\u0303", ï: "\u0323" };
const CIRCUMFLEX_MARKS = { â: "", á: "\u0301", à: "\u0300", å: "\u0309", ã: "\u0303", ä: "\u0323" };
const BREVE_MARKS = { ê: "", é: "\u0301", è: "\u0300", ú: "\u0309", ü: "\u0303", ë: "\u0323" };
const SINGLE = { ñ: "đ", ô: "ơ", ö: "ư", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };

const fromVniCode = vniCodes();

/** VNI-Windows text, read as Latin-1, in Unicode. The case of a letter is the case of its base. */
export function fromVni(text: string): string {
  return fromSymbolArea(text).replace(/[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñôöæóòî]/gi, (code) => {
    const letter = fromVniCode.get(code.toLowerCase());
    if (letter !== undefined) return inCaseOf(code, letter);
    const base = fromVniCode.get(code.charAt(0).toLowerCase()) ?? code.charAt(0);
    return inCaseOf(code, base) + code.slice(1);
  });
}

export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === "tcvn3" ? fromTcvn3(text) : fromVni(text);
}

function vniCodes(): Map<string, string> {
  const codes = new Map<string, string>(Object.entries(SINGLE));
  const put = (bases: string, hat: string, marks: Record<string, string>) => {
    for (const base of bases)
      for (const [mark, tone] of Object.entries(marks))
        codes.set(base + mark, ((codes.get(base) ?? base) + hat + tone).normalize("NFC"));
  };
  put("aeouyôö", "", TONE_MARKS);
  put("aeo", "\u0302", CIRCUMFLEX_MARKS);
  put("a", "\u0306", BREVE_MARKS);
  return codes;
}

function inCaseOf(code: string, letter: string): string {
  const base = code.charAt(0);
  return base === base.toLowerCase() ? letter : letter.toUpperCase();
}

/** A font declared as a symbol font has its bytes kept at U+F000 + byte. */
function fromSymbolArea(text: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xf000));
}
