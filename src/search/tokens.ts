import { fold, toneFold } from "../kernel/vietnamese.ts";

/** A word of a text, or a number and symbol such as `27/QĐ-GDTXHP`, with where it stands. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Without accents; a symbol's parts joined by `_`: `27_qd_gdtxhp`. */
  readonly folded: string;
  /** With accents, wherever the tone was put: hòa and hoà are one. */
  readonly exact: string;
  /** The words a symbol is made of; only symbols have any. */
  readonly parts?: readonly string[];
}

/**
 * A number, then parts after slashes, blanks around them or not, then parts after hyphens. After a hyphen with
 * blanks only capitals go on: "năm học 2025/2026 - Kế hoạch" is no symbol.
 */
const SYMBOL =
  /(?<![\p{L}\p{N}])\d{1,6}(?:[ \u00a0]?\/[ \u00a0]?[\p{L}\p{N}]{1,12})+(?:[-–][\p{L}\p{N}]{1,12}|[ \u00a0][-–][ \u00a0]?\p{Lu}[\p{Lu}\p{N}]{1,11}(?!\p{Ll})|[-–][ \u00a0]\p{Lu}[\p{Lu}\p{N}]{1,11}(?!\p{Ll}))*/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LONGEST_WORD = 40;

/** The words and symbols of a text in reading order. The text should be in composed letters (NFC). */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const found of text.matchAll(SYMBOL)) {
    addWords(text, at, found.index, tokens);
    at = found.index + found[0].length;
    const parts = [...found[0].matchAll(WORD)].map(([word]) => fold(word).slice(0, LONGEST_WORD));
    const key = [parts[0]!.replace(/^0+(?=\d)/, ""), ...parts.slice(1)].join("_");
    tokens.push({ start: found.index, end: at, folded: key, exact: key, parts });
  }
  addWords(text, at, text.length, tokens);
  return tokens;
}

function addWords(text: string, from: number, to: number, tokens: Token[]): void {
  for (const { 0: word, index } of text.slice(from, to).matchAll(WORD)) {
    const kept = word.slice(0, LONGEST_WORD);
    const start = from + index;
    const folded = fold(kept);
    // An accent that stands on no letter is no word: PostgreSQL refuses an empty one.
    if (folded !== "") tokens.push({ start, end: start + word.length, folded, exact: toneFold(kept) });
  }
}

/** What is put into the index for a text: each symbol is found whole and by its parts. Both lists are equally long. */
export function indexWords(text: string): { folded: string[]; exact: string[] } {
  const folded: string[] = [];
  const exact: string[] = [];
  for (const token of tokensOf(text)) {
    folded.push(token.folded, ...(token.parts ?? []));
    exact.push(token.exact, ...(token.parts ?? []));
  }
  return { folded, exact };
}
