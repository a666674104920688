import { sql } from "kysely";
import type { Clock } from "../kernel/clock.ts";
import { fold } from "../kernel/vietnamese.ts";
import { engineOf, type SearchDb } from "./engine.ts";
import type { Vocabulary } from "./suggest.ts";

/** Every word of the index, as written most often. A look over the whole index: see `rememberedVocabulary`. */
export async function readVocabulary(db: SearchDb): Promise<Vocabulary> {
  const found =
    engineOf(db) === "sqlite"
      ? sql<{ word: string; uses: number }>`
          select term as word, sum(doc) as uses from search_word
          where col in ('title_exact', 'summary_exact', 'body_exact') group by term`
      : sql<{ word: string; uses: number }>`
          select word, ndoc as uses from ts_stat('select exact_words from search_index')`;
  const words = new Map<string, { uses: number; written: string; most: number }>();
  for (const { word, uses } of (await found.execute(db as never)).rows) {
    const folded = fold(word);
    const known = words.get(folded) ?? { uses: 0, written: word, most: 0 };
    known.uses += uses;
    if (uses > known.most) [known.most, known.written] = [uses, word];
    words.set(folded, known);
  }
  return words;
}

const MILLISECONDS = 10 * 60 * 1000;

/** The vocabulary, read again at most every ten minutes: a suggestion need not know what was published just now. */
export function rememberedVocabulary(db: SearchDb, clock: Clock): () => Promise<Vocabulary> {
  let kept: { until: number; words: Promise<Vocabulary> } | null = null;
  return () => {
    const now = Date.parse(clock.now());
    if (!kept || now >= kept.until) {
      const words = readVocabulary(db);
      kept = { until: now + MILLISECONDS, words };
      words.catch(() => {
        kept = null;
      });
    }
    return kept.words;
  };
}
