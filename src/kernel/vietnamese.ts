import { findLegacyText } from "./legacy-detection.ts";

/**
 * Vietnamese text as TCVN 6909:2001 wants it (law.md §12): precomposed Unicode, nothing invisible in it.
 * Tone placement (hòa, hoà) is the writer's own and is never changed in stored text.
 */

/** BOM, zero-width, bidi and other invisible controls. */
const INVISIBLE =
  /[\uFEFF\u200B\u200C\u200E\u200F\u061C\u180E\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\u034F/gu;
/** The zero-width joiner stays where it holds the parts of one emoji together. */
const STRAY_JOINER = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/gu;

/**
 * The same text in the one form that is stored: NFC, line ends as `\n`, without invisible controls, and with Đ
 * where a look-alike (Ð, Ɖ) was typed in a Vietnamese word. In text that seems to be in a legacy encoding
 * soft hyphens and Ð stay, because there they are the letters ư and é; `findBadCharacter` then points at it.
 */
export function normalizeText(text: string): string {
  const clean = text
    .replace(/\r\n?|[\v\u2028\u2029]/g, "\n")
    .replace(INVISIBLE, "")
    .replace(STRAY_JOINER, "");
  // In legacy text U+00AD is ư and Ð is é: it is left alone for whoever converts it.
  if (/[\u00ADÐðƉɖ]/.test(clean) && findLegacyText(clean) !== null) return clean.normalize("NFC");
  const composed = clean.replaceAll("\u00AD", "").normalize("NFC");
  return LOOK_ALIKE.test(composed) ? composed.replace(/[\p{L}\p{M}]+/gu, withRealD) : composed;
}

/** A name between quotation marks; those it carries itself become single ones. */
export const quoted = (name: string): string => `“${name.replaceAll("“", "‘").replaceAll("”", "’")}”`;

/** A text of one line (title, name, caption): normalised, every run of blanks, also unbreakable ones, as one space. */
export function normalizeLine(text: string): string {
  return normalizeText(text).replace(/\s+/g, " ").trim();
}

const LOOK_ALIKE = /[ÐðƉɖ]/;
const LONGEST_ABBREVIATION = 12;
const WORD_WITH_INITIAL_D = /^[ÐðƉɖ][aăâeêioôơuưy][a-zăâđêôơư]*$/;
/** "QÐ", "NÐ", "GDÐT", "UBTVQÐ": the abbreviations of document numbers and offices, which have hardly a vowel. */
const ABBREVIATION = /^[B-DF-HJ-NP-TV-XZÐƉĐ]*[AEIOUY]?[B-DF-HJ-NP-TV-XZÐƉĐ]*$/;

function withRealD(word: string): string {
  if (!LOOK_ALIKE.test(word)) return word;
  const bare = word
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "")
    .normalize("NFC");
  if (WORD_WITH_INITIAL_D.test(bare.charAt(0) + bare.slice(1).toLowerCase())) {
    return (/^[ÐƉ]/.test(word) ? "Đ" : "đ") + word.slice(1);
  }
  const short = word.length > 1 && word.length <= LONGEST_ABBREVIATION && ABBREVIATION.test(word);
  return short ? word.replace(/[ÐƉ]/g, "Đ") : word;
}

export type BadCharacterKind =
  | "replacement"
  | "control"
  | "privateUse"
  | "loneSurrogate"
  | "decomposed"
  | "tcvn3"
  | "vni";

export interface BadCharacter {
  /** Where in the text, in UTF-16 units. */
  readonly index: number;
  readonly kind: BadCharacterKind;
  /** The words around it, to show the person where it is; what cannot be shown is drawn as □. */
  readonly around: string;
}

const BAD: readonly (readonly [BadCharacterKind, RegExp])[] = [
  ["replacement", /\uFFFD/],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  ["control", /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/],
  ["privateUse", /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u],
  ["loneSurrogate", /\p{Surrogate}/u],
];

/**
 * The first character that may not stand in a published text (law.md §12, REQ-037): U+FFFD, control characters
 * other than line feed and tab, private use, lone surrogates, letters in pieces (NFD), and words left in TCVN3
 * or VNI. Null when the text is sound.
 */
export function findBadCharacter(text: string): BadCharacter | null {
  const found: { index: number; kind: BadCharacterKind }[] = [];
  for (const [kind, pattern] of BAD) {
    const index = text.search(pattern);
    if (index >= 0) found.push({ index, kind });
  }
  const decomposed = firstDecomposed(text);
  if (decomposed >= 0) found.push({ index: decomposed, kind: "decomposed" });
  const legacy = findLegacyText(text);
  if (legacy) found.push({ index: legacy.index, kind: legacy.encoding });
  const first = found.sort((a, b) => a.index - b.index)[0];
  return first ? { ...first, around: around(text, first.index) } : null;
}

function firstDecomposed(text: string): number {
  const composed = text.normalize("NFC");
  if (composed === text) return -1;
  let index = 0;
  while (text[index] === composed[index]) index += 1;
  return index;
}

const SHOWN_EACH_SIDE = 24;

function around(text: string, index: number): string {
  const start = Math.max(0, index - SHOWN_EACH_SIDE);
  const piece = text.slice(start, index + SHOWN_EACH_SIDE);
  return piece
    .toWellFormed()
    .replace(/[^\P{C}\u00AD]/gu, (char) => (char === "\n" || char === "\t" ? " " : "□"))
    .replaceAll("\uFFFD", "□")
    .trim();
}

/** For search that does not mind marks: lower case, đ as d, without any mark. "Má" and "mạ" are both "ma". */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .replaceAll("đ", "d")
    .normalize("NFC");
}

/** For exact search that does not mind where the tone is put: hòa and hoà, thúy and thuý, khỏe and khoẻ become one key. */
export function toneFold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFC")
    .replace(/([òóỏõọ])([ae])(?![\p{L}\p{M}])/gu, (_, o: string, next: string) => toneMovedTo(next, o))
    .replace(/([ùúủũụ])y(?![\p{L}\p{M}])/gu, (_, u: string) => toneMovedTo("y", u));
}

function toneMovedTo(vowel: string, toned: string): string {
  const [base, tone] = toned.normalize("NFD");
  return base + (vowel + tone).normalize("NFC");
}

const SLUG_LENGTH = 80;

/** The last part of an address: "Đại hội Đảng" → `dai-hoi-dang`. At most 80 characters, cut between words; "" if nothing is left. */
export function slug(text: string): string {
  const whole = (fold(normalizeText(text)).match(/[a-z0-9]+/g) ?? []).join("-");
  if (whole.length <= SLUG_LENGTH) return whole;
  const end = whole.lastIndexOf("-", SLUG_LENGTH);
  return whole.slice(0, end > 0 ? end : SLUG_LENGTH);
}

const collator = new Intl.Collator("vi", { numeric: true });

/** Dictionary order: a ă â b c d đ e ê …; tones second (ngang, huyền, hỏi, ngã, sắc, nặng); numbers by value. */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The order of class lists: given name (the last word), then middle names, then family name. */
export function compareNameVi(a: string, b: string): number {
  const [one, other] = [nameParts(a), nameParts(b)];
  return (
    compareVi(one.given, other.given) || compareVi(one.middle, other.middle) || compareVi(one.family, other.family)
  );
}

function nameParts(name: string): { given: string; middle: string; family: string } {
  const words = normalizeLine(name).split(" ");
  return { given: words.at(-1) ?? "", middle: words.slice(1, -1).join(" "), family: words.length > 1 ? words[0]! : "" };
}
