import { type RawBuilder, sql } from "kysely";
import type { Day } from "../kernel/clock.ts";
import { engineOf, type SearchDb } from "./engine.ts";
import { type Match, matchOf, type Strictness } from "./match.ts";
import type { Query, Term } from "./query.ts";
import { ranked } from "./ranking.ts";
import { marked, type Piece, snippet } from "./snippet.ts";

/** What results are narrowed to, each by the shown name but `kind`. */
export interface Filters {
  readonly kind?: string | undefined;
  readonly category?: string | undefined;
  readonly unit?: string | undefined;
  readonly year?: string | undefined;
}

export type FilterName = keyof Filters;

export interface Hit {
  readonly kind: string;
  readonly path: string;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
  readonly day: Day;
  readonly category: string;
  readonly unit: string;
  readonly number: string;
}

export interface Choice {
  readonly value: string;
  readonly count: number;
}

export interface Found {
  readonly total: number;
  readonly pages: number;
  readonly hits: readonly Hit[];
  /** Whether these have every word, all but one, or only some. */
  readonly strictness: Strictness;
  /** How many have every word, filters aside. */
  readonly complete: number;
  /** How many there would be under each value of a filter, the other filters kept. */
  readonly choices: Readonly<Record<FilterName, readonly Choice[]>>;
}

export const HITS_ON_PAGE = 20;
/** So many of the engine's best are put in order by our own ranking; what comes after them stays in the engine's. */
const RANKED = 200;

/** Of a long question so few may have every word by chance that those with all but one are shown too. */
const LONG = 4;
const FEW = 5;

const COLUMNS = { kind: "kind", category: "category", unit: "unit", year: "year" } as const;
const NOTHING: Found = {
  total: 0,
  pages: 1,
  hits: [],
  strictness: "all",
  complete: 0,
  choices: { kind: [], category: [], unit: [], year: [] },
};

/**
 * What the public may read of this, the best first, one page of it. When nothing has every word, what has all but
 * one is given, then what has any. Whatever was typed, it is never an error.
 */
export async function search(db: SearchDb, query: Query, filters: Filters, page: number): Promise<Found> {
  if (query.terms.length === 0) return NOTHING;
  let complete = 0;
  const levels: readonly Strictness[] = query.terms.length > 2 ? ["all", "allButOne", "any"] : ["all", "any"];
  for (const strictness of query.terms.length === 1 ? (["all"] as const) : levels) {
    const match = matchOf(engineOf(db), query.terms, strictness);
    const total = await count(db, match, filters);
    const unfiltered = total > 0 || !isFiltered(filters) ? total : await count(db, match, {});
    if (strictness === "all") complete = unfiltered;
    if (unfiltered === 0 || (strictness === "all" && query.terms.length >= LONG && unfiltered < FEW)) continue;
    const hits = total > 0 ? await hitsOf(db, match, query.terms, filters, page) : [];
    return {
      total,
      pages: Math.max(1, Math.ceil(total / HITS_ON_PAGE)),
      hits,
      strictness,
      complete,
      choices: await choicesOf(db, match, filters),
    };
  }
  return NOTHING;
}

const isFiltered = (filters: Filters) => Object.values(filters).some((value) => value !== undefined);

function conditions(match: Match, filters: Filters): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`${match.where}`];
  for (const [name, value] of Object.entries(filters) as [FilterName, string | undefined][]) {
    if (value !== undefined) parts.push(sql`${sql.ref(`e.${COLUMNS[name]}`)} = ${value}`);
  }
  return sql.join(parts, sql` and `);
}

async function rows<Row>(db: SearchDb, text: RawBuilder<Row>): Promise<Row[]> {
  return (await text.execute(db as never)).rows;
}

async function count(db: SearchDb, match: Match, filters: Filters): Promise<number> {
  const found = await rows(
    db,
    sql<{ total: number | string }>`
      select count(*) as total from search_entry e ${match.join} where ${conditions(match, filters)}`,
  );
  return Number(found[0]?.total ?? 0);
}

interface Row {
  row_id: number;
  kind: string;
  path: string;
  title: string;
  summary: string;
  day: Day;
  category: string;
  unit: string;
  number: string;
  rank: number;
}

async function hitsOf(db: SearchDb, match: Match, terms: readonly Term[], filters: Filters, page: number) {
  const from = (page - 1) * HITS_ON_PAGE;
  const isRanked = from < RANKED;
  const found = await rows(
    db,
    sql<Row>`
      select e.row_id, e.kind, e.path, e.title, e.summary, e.day, e.category, e.unit, e.number_symbol as number,
        ${match.rank} as rank
      from search_entry e ${match.join} where ${conditions(match, filters)}
      order by rank desc, e.day desc, e.row_id
      limit ${isRanked ? RANKED : HITS_ON_PAGE} offset ${isRanked ? 0 : from}`,
  );
  const ordered = isRanked
    ? ranked(
        found.map((row) => ({ ...row, rank: Number(row.rank), year: Number(row.day.slice(0, 4)) })),
        terms,
      ).slice(from, from + HITS_ON_PAGE)
    : found;
  if (ordered.length === 0) return [];
  const bodies = new Map(
    (
      await db
        .selectFrom("search_entry")
        .select(["row_id", "body"])
        .where(
          "row_id",
          "in",
          ordered.map(({ row_id }) => row_id),
        )
        .execute()
    ).map(({ row_id, body }) => [row_id, body]),
  );
  return ordered.map(({ row_id, kind, path, title, summary, day, category, unit, number }) => ({
    ...{ kind, path, day, category, unit, number },
    title: marked(title, terms),
    snippet: bestSnippet(summary, bodies.get(row_id) ?? "", terms),
  }));
}

/** From the summary, unless the text has more of what was asked for. */
function bestSnippet(summary: string, body: string, terms: readonly Term[]): Piece[] {
  const [short, long] = [snippet(summary, terms), snippet(body, terms)];
  const hits = (pieces: readonly Piece[]) => pieces.filter(({ hit }) => hit).length;
  return short.length > 0 && hits(short) >= hits(long) ? short : long;
}

async function choicesOf(db: SearchDb, match: Match, filters: Filters): Promise<Found["choices"]> {
  const of = async (name: FilterName): Promise<Choice[]> => {
    const column = sql.ref(`e.${COLUMNS[name]}`);
    const found = await rows(
      db,
      sql<{ value: string; count: number | string }>`
        select ${column} as value, count(*) as count from search_entry e ${match.join}
        where ${conditions(match, { ...filters, [name]: undefined })} and ${column} <> ''
        group by ${column} order by count(*) desc, ${column} limit 30`,
    );
    return found.map(({ value, count }) => ({ value, count: Number(count) }));
  };
  const [kind, category, unit, year] = await Promise.all([of("kind"), of("category"), of("unit"), of("year")]);
  return { kind, category, unit, year: year.sort((a, b) => b.value.localeCompare(a.value)) };
}
