import { hasAccents, type Term } from "./query.ts";
import { tokensOf } from "./tokens.ts";

/** What ranking knows of an entry besides how well the engine likes it. */
export interface Rankable {
  readonly title: string;
  readonly summary: string;
  readonly number: string;
  readonly year: number;
  /** The engine's own measure, higher is better. */
  readonly rank: number;
}

/**
 * The best first, judged alike whatever the engine: the asked number itself, then words in the title (next to each
 * other, with the same accents), then in the summary, then what the engine says of the whole text. Newer ones come
 * first only among equals.
 */
export function ranked<Entry extends Rankable>(entries: readonly Entry[], terms: readonly Term[]): Entry[] {
  const best = Math.max(...entries.map(({ rank }) => rank), 0);
  const newest = Math.max(...entries.map(({ year }) => year), 0);
  return entries
    .map((entry) => {
      const engine = best > 0 ? entry.rank / best : 0;
      const fresh = 1 / (1 + newest - entry.year);
      return { entry, score: engine + wordsScore(entry, terms) + 0.1 * fresh };
    })
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function wordsScore({ title, summary, number }: Rankable, terms: readonly Term[]): number {
  const inTitle = fieldOf(title);
  const inSummary = fieldOf(summary);
  const own = fieldOf(number).folded;
  const symbols = terms.filter(({ kind }) => kind === "symbol").map(({ folded }) => folded[0]!);
  const numbered = symbols.some((symbol) => own.includes(symbol))
    ? 3
    : symbols.some((symbol) => own.some((word) => word.startsWith(symbol)))
      ? 1.5
      : 0;
  return (
    numbered +
    1.2 * share(terms, (term) => has(inTitle.folded, term.folded)) +
    0.6 * share(terms.filter(hasAccents), (term) => has(inTitle.exact, term.exact)) +
    0.8 * together(inTitle.folded, terms) +
    0.4 * share(terms, (term) => has(inSummary.folded, term.folded)) +
    0.2 * share(terms.filter(hasAccents), (term) => has(inSummary.exact, term.exact)) +
    (inTitle.folded.length <= terms.length + 1 && terms.every((term) => has(inTitle.folded, term.folded)) ? 0.5 : 0)
  );
}

interface Field {
  readonly folded: readonly string[];
  readonly exact: readonly string[];
}

function fieldOf(text: string): Field {
  const tokens = tokensOf(text);
  return { folded: tokens.map(({ folded }) => folded), exact: tokens.map(({ exact }) => exact) };
}

function share(terms: readonly Term[], holds: (term: Term) => boolean): number {
  return terms.length === 0 ? 0 : terms.filter(holds).length / terms.length;
}

/** Whether these words stand there one after the other. */
function has(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, at) => wanted.every((word, next) => words[at + next] === word));
}

/** Of the pairs of neighbours that were asked for, how many are neighbours in the text. */
function together(words: readonly string[], terms: readonly Term[]): number {
  const asked = terms.flatMap(({ folded }) => folded);
  const pairs = asked.slice(1).map((word, at) => [asked[at]!, word]);
  return pairs.length === 0 ? 0 : pairs.filter((pair) => has(words, pair)).length / pairs.length;
}
