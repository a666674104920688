import { type RawBuilder, sql } from "kysely";
import type { Engine } from "../storage/database.ts";
import { hasAccents, type Term } from "./query.ts";

/**
 * How many of the words an entry must have: every one, all but one, or any. Words are looked for without accents;
 * those typed with accents lift the entries that have them exactly.
 */
export type Strictness = "all" | "allButOne" | "any";

/** A condition on `search_entry` (as `e`), and what orders the best first (higher is better). */
export interface Match {
  readonly where: RawBuilder<boolean>;
  readonly rank: RawBuilder<number>;
  /** What `e` must be joined with for them to hold. */
  readonly join: RawBuilder<unknown>;
}

export function matchOf(engine: Engine, terms: readonly Term[], strictness: Strictness): Match {
  return engine === "sqlite" ? sqliteMatch(terms, strictness) : postgresMatch(terms, strictness);
}

/** The words every one of which, or all but one, or any, must be there. Operators as both engines' own texts. */
function combined(words: readonly string[], strictness: Strictness, and: string, or: string): string {
  if (words.length === 1) return words[0]!;
  if (strictness !== "allButOne") return words.join(strictness === "all" ? and : or);
  const leftOut = words.map((_, out) => `(${words.filter((_, at) => at !== out).join(and)})`);
  return leftOut.join(or);
}

/** Tokens are letters, digits and `_` only, so quoting them is enough. */
const fts = (words: readonly string[]) => `"${words.join(" ")}"`;

function sqliteMatch(terms: readonly Term[], strictness: Strictness): Match {
  const words = terms.map(({ kind, folded, parts }) =>
    kind === "symbol" ? `(${fts(folded)} * OR (${parts.map((part) => fts([part])).join(" AND ")}))` : fts(folded),
  );
  const exact = terms.filter(hasAccents).map((term) => fts(term.exact));
  const plain = `{number title summary body} : (${combined(words, strictness, " AND ", " OR ")})`;
  const asked =
    exact.length === 0
      ? plain
      : `(${plain}) AND ((${plain}) OR ({title_exact summary_exact body_exact} : (${exact.join(" OR ")})))`;
  return {
    join: sql`inner join search_index on search_index.rowid = e.row_id`,
    where: sql`search_index match ${asked}`,
    rank: sql`-bm25(search_index, 8.0, 8.0, 3.0, 1.0, 8.0, 3.0, 2.0)`,
  };
}

const lexeme = (word: string, more = "") => `'${word}'${more}`;

function postgresMatch(terms: readonly Term[], strictness: Strictness): Match {
  const words = terms.map(({ kind, folded, parts }) =>
    kind === "symbol"
      ? `(${lexeme(folded[0]!, ":*")} | (${parts.map((part) => lexeme(part)).join(" & ")}))`
      : `(${folded.map((word) => lexeme(word)).join(" <-> ")})`,
  );
  const exact = terms
    .filter(hasAccents)
    .map((term) => `(${term.exact.map((word) => lexeme(word)).join(" <-> ")})`)
    .join(" | ");
  const asked = combined(words, strictness, " & ", " | ");
  const weights = sql`array[0.1, 0.1, 0.4, 1.0]::real[]`;
  const plain = sql`ts_rank(${weights}, search_index.words, ${asked}::tsquery, 1)`;
  return {
    join: sql`inner join search_index on search_index.row_id = e.row_id`,
    where: sql`search_index.words @@ ${asked}::tsquery`,
    rank:
      exact === ""
        ? sql`${plain}`
        : sql`${plain} + 1.5 * ts_rank(${weights}, search_index.exact_words, ${exact}::tsquery, 1)`,
  };
}
