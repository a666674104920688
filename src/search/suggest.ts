import { fold } from "../kernel/vietnamese.ts";
import type { Query } from "./query.ts";
import { tokensOf } from "./tokens.ts";

/** The words of all that is public, without accents: in how many texts each stands, and how it is mostly written. */
export type Vocabulary = ReadonlyMap<string, { readonly uses: number; readonly written: string }>;

/**
 * What somebody may have meant whose words are not all known: slips of a letter or two, words run together, and
 * letters of a Telex keyboard that was not switched on ("tuyeenr sinh"). Null when there is nothing better to offer.
 */
export function suggestion(query: Query, vocabulary: Vocabulary): string | null {
  let text = "";
  let at = 0;
  let changed = false;
  for (const token of tokensOf(query.typed)) {
    const better = token.parts || vocabulary.has(token.folded) ? null : nearest(token.folded, vocabulary);
    text += query.typed.slice(at, token.start) + (better ?? query.typed.slice(token.start, token.end));
    at = token.end;
    changed ||= better !== null;
  }
  return changed ? text + query.typed.slice(at) : null;
}

function nearest(word: string, vocabulary: Vocabulary): string | null {
  if (word.length < 2 || /\d/.test(word)) return null;
  const plain = vocabulary.get(withoutTelex(word));
  if (plain) return plain.written;
  const parted = partedIn(word, vocabulary);
  if (parted) return parted;
  const most = word.length <= 3 ? 1 : 2;
  let best: { distance: number; uses: number; written: string } | null = null;
  for (const [known, { uses, written }] of vocabulary) {
    if (Math.abs(known.length - word.length) > most || /[\d_]/.test(known)) continue;
    const distance = editDistance(word, known, most);
    if (distance > most) continue;
    if (!best || distance < best.distance || (distance === best.distance && uses > best.uses)) {
      best = { distance, uses, written };
    }
  }
  return best?.written ?? null;
}

/** What Telex letters would have become: doubled vowels, dd, w, and the letter of a tone at the end. */
function withoutTelex(word: string): string {
  return fold(word)
    .replace(/([aeo])\1/g, "$1")
    .replaceAll("dd", "d")
    .replaceAll("w", "")
    .replace(/(?<=[aeiouy][a-z]*)[sfrxj](?=[a-z]{0,2}$)/, "");
}

function partedIn(word: string, vocabulary: Vocabulary): string | null {
  let best: { uses: number; written: string } | null = null;
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [one, other] = [vocabulary.get(word.slice(0, at)), vocabulary.get(word.slice(at))];
    const uses = Math.min(one?.uses ?? 0, other?.uses ?? 0);
    if (one && other && uses > (best?.uses ?? 0)) best = { uses, written: `${one.written} ${other.written}` };
  }
  return best?.written ?? null;
}

/** Letters to add, drop, change, or swap with the next. Anything over `most` is as good as `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, above[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    before = above;
    above = row;
  }
  return above[b.length]!;
}
