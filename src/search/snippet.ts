import { hasAccents, type Term } from "./query.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A piece of shown text; `hit` is drawn with a marker. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const SHOWN_WORDS = 36;
/** Farther down nobody looks for a place to show. */
const LOOKED_AT = 60_000;

/** The whole of a short text with the words that were asked for marked, as they are written there. */
export function marked(text: string, terms: readonly Term[]): Piece[] {
  const tokens = tokensOf(text);
  return pieces(text, 0, text.length, hitsOf(tokens, terms));
}

/**
 * The place of a text that has the most of what was asked for, a few dozen words long, words with the same accents
 * preferred. The beginning when nothing is found.
 */
export function snippet(text: string, terms: readonly Term[]): Piece[] {
  const whole = text.slice(0, LOOKED_AT).replace(/\s+/g, " ").trim();
  const tokens = tokensOf(whole);
  const hits = hitsOf(tokens, terms);
  const first = bestStart(tokens, hits);
  const last = Math.min(first + SHOWN_WORDS, tokens.length) - 1;
  if (last < 0) return [];
  const start = first === 0 ? 0 : tokens[first]!.start;
  const isEnd = last === tokens.length - 1;
  const end = isEnd ? whole.length : tokens[last]!.end;
  const cut = isEnd && text.length <= LOOKED_AT;
  return [
    ...(start > 0 ? [{ text: "… ", hit: false }] : []),
    ...pieces(whole, start, end, hits),
    ...(cut ? [] : [{ text: " …", hit: false }]),
  ];
}

interface Hit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly worth: number;
}

/** By the number of the token each begins at. */
type Hits = ReadonlyMap<number, Hit>;

function hitsOf(tokens: readonly Token[], terms: readonly Term[]): Hits {
  const hits = new Map<number, Hit>();
  for (const at of tokens.keys()) {
    for (const [term, { kind, folded, exact, parts }] of terms.entries()) {
      const run = tokens.slice(at, at + folded.length);
      const isFound =
        kind === "symbol"
          ? tokens[at]!.folded.startsWith(folded[0]!) || parts.includes(tokens[at]!.folded)
          : run.length === folded.length && run.every((token, next) => token.folded === folded[next]);
      if (!isFound) continue;
      const isExact = !hasAccents(terms[term]!) || run.every((token, next) => token.exact === exact[next]);
      const before = hits.get(at);
      const worth = isExact ? 2 : 1;
      if (!before || before.worth < worth) hits.set(at, { term, start: run[0]!.start, end: run.at(-1)!.end, worth });
    }
  }
  return hits;
}

/** Of all places, the first with the most different terms; a few words are shown before its first hit. */
function bestStart(tokens: readonly Token[], hits: Hits): number {
  let best = { worth: 0, at: 0 };
  const places = [...hits.keys()];
  for (const [index, at] of places.entries()) {
    const seen = new Map<number, number>();
    for (let next = index; next < places.length && places[next]! < at + SHOWN_WORDS - 6; next += 1) {
      const { term, worth } = hits.get(places[next]!)!;
      seen.set(term, Math.max(seen.get(term) ?? 0, worth));
    }
    const worth = [...seen.values()].reduce((sum, one) => sum + 1 + one, 0);
    if (worth > best.worth) best = { worth, at };
  }
  return Math.max(0, Math.min(best.at - 6, tokens.length - SHOWN_WORDS));
}

function pieces(text: string, from: number, to: number, hits: Hits): Piece[] {
  const out: Piece[] = [];
  let at = from;
  for (const { start, end } of [...hits.values()].sort((a, b) => a.start - b.start)) {
    if (start < at || end > to) continue;
    // Neighbours that only a blank parts are marked as one.
    const last = out.at(-1);
    const between = text.slice(at, start);
    if (last?.hit && between === " ")
      out[out.length - 1] = { text: `${last.text} ${text.slice(start, end)}`, hit: true };
    else {
      if (between !== "") out.push({ text: between, hit: false });
      out.push({ text: text.slice(start, end), hit: true });
    }
    at = end;
  }
  if (at < to) out.push({ text: text.slice(at, to), hit: false });
  return out;
}
