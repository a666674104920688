import { fold, normalizeLine } from "../kernel/vietnamese.ts";

/** Signs that are written with small letters among the capitals (NĐ 30/2020, Phụ lục III). */
const MIXED = new Map(["TTg", "CTr", "TTr", "QyĐ"].map((sign) => [sign.toUpperCase(), sign]));

const NUMBER = String.raw`\d{1,5}[A-ZĐ]?`;
const GROUP = String.raw`[A-ZĐ][A-ZĐƯƠÔÂÊ]*\d{0,4}`;
const SYMBOL = `${GROUP}(?:[-.]${GROUP})*`;
/** `27/QĐ-GDTXHP`, `37/2020/TT-BGDĐT`, `148/2025/QH15`, and the Party's `29-NQ/TW`. */
const WHOLE = new RegExp(`^(${NUMBER})(?:/((?:19|20)\\d{2}))?/(${SYMBOL}(?:/${SYMBOL})?)$`, "u");
const PARTY = new RegExp(`^(${NUMBER})-(${GROUP})/(${SYMBOL})$`, "u");

/**
 * The one form of a number and symbol: `27 /qđ – gdtxhp` is `27/QĐ-GDTXHP`, a number below ten has a leading
 * zero (law.md §9). Null for what is none.
 */
export function parseNumberSymbol(typed: string): string | null {
  const tight = normalizeLine(typed)
    .replace(/^số\s*:?\s*/iu, "")
    .replace(/\s*([/.–—‐‑−-])\s*/gu, "$1")
    .replace(/[–—‐‑−]/gu, "-")
    .toUpperCase();
  if (tight.length > 60) return null;
  const whole = WHOLE.exec(tight);
  if (whole) {
    const [, number = "", year, symbol = ""] = whole;
    return isNothing(number) ? null : [padded(number), ...(year ? [year] : []), signs(symbol)].join("/");
  }
  const party = PARTY.exec(tight);
  if (!party) return null;
  const [, number = "", kind = "", body = ""] = party;
  return isNothing(number) ? null : `${padded(number)}-${signs(kind)}/${signs(body)}`;
}

const isNothing = (number: string) => /^0+[A-ZĐ]?$/u.test(number);
const padded = (number: string) => {
  const [, digits = "", letter = ""] = /^(\d+)(.*)$/u.exec(number) ?? [];
  return String(Number(digits)).padStart(2, "0") + letter;
};
const signs = (symbol: string) => symbol.replace(/[^-./]+/gu, (sign) => MIXED.get(sign) ?? sign);

/** Somewhere in a text: a number, a slash, and a symbol that has a capital letter and a dash or a year before it. */
const IN_TEXT =
  /(?<![\p{L}\p{N}/.-])(\d{1,5}[a-zđA-ZĐ]?\s?\/\s?(?:(?:19|20)\d{2}\s?\/\s?)?\p{Lu}[\p{L}\d]*(?:\s?[-–]\s?\p{Lu}[\p{L}\d]*)*)/gu;

/** Every number and symbol that a text cites, in canonical form, each once, in the order of the text. */
export function citedNumbers(text: string): string[] {
  const found = [...text.matchAll(IN_TEXT)].flatMap(([, typed = ""]) => candidates(typed));
  return [...new Set(found)];
}

/** "27/QĐ-GDTXHP - Quy chế" goes on after the symbol: cut at each dash with a blank before it, every reading counts. */
function candidates(typed: string): string[] {
  const parts = typed.split(/(?=\s[-–])/u);
  return parts.flatMap((_, index) => {
    const part = parts.slice(0, parts.length - index).join("");
    return /\p{Ll}{3}/u.test(part) ? [] : (parseNumberSymbol(part) ?? []);
  });
}

/** What numbers are compared by when people type them without marks: `27/qd-gdtxhp`. */
export const numberKey = (number: string): string => fold(number).replace(/[\s–-]/gu, "");
