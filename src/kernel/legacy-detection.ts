import { fromLegacy, type LegacyEncoding } from "./legacy-encodings.ts";
import { isSyllable } from "./vietnamese-syllable.ts";

/**
 * Finds words left in TCVN3 or VNI in text whose font is no longer known. A word counts only when it is no
 * Vietnamese syllable as it stands and becomes one when converted; and one such word is not enough, since
 * "5 µm" or a foreign name can do that by chance.
 */

const WORD = /[A-Za-z\u00A1-\u00A3\u00A6-\u00AF\u00B5-\u00FE\uF020-\uF0FF]+/g;
const PLAIN = /^[A-Za-z]+$/;

/** What no writer of any language types: a capital with a mark behind a small letter, or ® in front of one. */
const ODD_CASE = /[a-z][\u00C6-\u00DE]|^®[a-z\u00B5-\u00FE]/;

/** Marks of VNI that are no Vietnamese letters. Without one of them nothing is called VNI. */
const VNI_SIGN = /[aeouyôö][øûïåäëü]|[ñöæ]/i;

/** Where text in a legacy encoding begins, and in which, or null. Made to be silent when in doubt. */
export function findLegacyText(text: string): { index: number; encoding: LegacyEncoding } | null {
  if (!/[\u00A1-\u00FE\uF020-\uF0FF]/.test(text)) return null;
  for (const line of linesOf(text)) {
    const index = firstCluster(line.text, "tcvn3");
    if (index >= 0) return { index: line.start + index, encoding: "tcvn3" };
    const vni = firstCluster(line.text, "vni");
    if (vni >= 0) return { index: line.start + vni, encoding: "vni" };
  }
  return null;
}

function* linesOf(text: string): Generator<{ start: number; text: string }> {
  let start = 0;
  for (const line of text.split("\n")) {
    yield { start, text: line };
    start += line.length + 1;
  }
}

/**
 * The start of two different converted words that follow each other among the marked words of a line (words
 * of plain letters between them do not matter, a proper Vietnamese one does); or of one unmistakable word.
 */
function firstCluster(line: string, encoding: LegacyEncoding): number {
  let previous: { word: string; index: number; sign: boolean } | null = null;
  for (const match of line.matchAll(WORD)) {
    const word = match[0];
    if (PLAIN.test(word)) continue;
    const next = line.charAt(match.index + word.length);
    const before = line.charAt(match.index - 1);
    const whole = !/[\p{L}\p{N}\p{M}]/u.test(next + before);
    if (!whole || !convertsToSyllable(word, encoding)) {
      // A lone mark such as "·" between words says nothing; another word ends the cluster.
      if (/[A-Za-z\u00C0-\u024F\u1EA0-\u1EF9]/.test(word) || !whole) previous = null;
      continue;
    }
    if (encoding === "tcvn3" && isUnmistakable(word)) return previous?.index ?? match.index;
    const sign = encoding === "tcvn3" ? hasTcvn3Sign(word) : VNI_SIGN.test(word);
    if (previous && previous.word !== word && (sign || previous.sign)) return previous.index;
    previous = { word, index: match.index, sign };
  }
  return -1;
}

function convertsToSyllable(word: string, encoding: LegacyEncoding): boolean {
  if (isSyllable(word)) return false;
  const converted = fromLegacy(word, encoding);
  return converted !== word && isSyllable(converted);
}

/** Also a soft hyphen without which the word would be none: "tr\u00ADêng". */
function isUnmistakable(word: string): boolean {
  return ODD_CASE.test(word) || (word.includes("\u00AD") && !isSyllable(word.replaceAll("\u00AD", "")));
}

/** A character inside a word that is no letter of any language written in Latin-1. */
function hasTcvn3Sign(word: string): boolean {
  return /[\u00A6-\u00B1\u00B5-\u00BE\uF020-\uF0FF]/.test(word) && /[A-Za-z]/.test(word);
}
