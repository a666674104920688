import { sql } from "kysely";
import type { Day } from "../kernel/clock.ts";
import { normalizeLine, normalizeText } from "../kernel/vietnamese.ts";
import { engineOf, type SearchDb } from "./engine.ts";
import { KIND_NAMES, type SearchKind } from "./kinds.ts";
import { indexWords } from "./tokens.ts";

/** What a room tells of a thing it makes public, so that it is found. */
export interface SearchEntry {
  readonly kind: SearchKind;
  /** Its id in its own room. */
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly summary?: string;
  /** All its words, those of its files too. */
  readonly body?: string;
  readonly day: Day;
  /** Shown name of its section or field, and of the unit that answers for it. */
  readonly category?: string;
  readonly unit?: string;
  /** Of a document, for example `27/QĐ-GDTXHP`. */
  readonly number?: string;
}

/** Longer texts are found by their beginning only; the engines take no more words with their places. */
const LONGEST_BODY = 300_000;

/**
 * Makes a thing findable as it is now, in the transaction that publishes it; what stood there before is replaced.
 * Tell only what everybody may read.
 */
export async function indexEntry(tx: SearchDb, entry: SearchEntry): Promise<void> {
  await dropEntry(tx, entry.kind, entry.id);
  const row = {
    kind: entry.kind,
    subject: entry.id,
    path: entry.path,
    title: normalizeLine(entry.title),
    summary: normalizeLine(entry.summary ?? ""),
    body: normalizeText(entry.body ?? "").slice(0, LONGEST_BODY),
    day: entry.day,
    year: entry.day.slice(0, 4),
    category: normalizeLine(entry.category ?? ""),
    unit: normalizeLine(entry.unit ?? ""),
    number_symbol: normalizeLine(entry.number ?? ""),
  };
  const { row_id } = await tx.insertInto("search_entry").values(row).returning("row_id").executeTakeFirstOrThrow();
  // "công khai tài chính 2026" names the kind, the section and the year of a text that may hold none of these words.
  const about = [row.body, row.category, row.unit, KIND_NAMES[entry.kind], row.year].join("\n");
  const [number, title, summary, body] = [row.number_symbol, row.title, row.summary, about].map(indexWords);
  if (engineOf(tx) === "sqlite") {
    const plain = [number!, title!, summary!, body!].map(({ folded }) => folded.join(" "));
    const exact = [title!, summary!, body!].map((words) => words.exact.join(" "));
    await sql`
      insert into search_index (rowid, number, title, summary, body, title_exact, summary_exact, body_exact)
      values (${row_id}, ${sql.join([...plain, ...exact])})`.execute(tx as never);
    return;
  }
  const weighted = [
    { words: number!, weight: "A" },
    { words: title!, weight: "A" },
    { words: summary!, weight: "B" },
    { words: body!, weight: "D" },
  ];
  await sql`
    insert into search_index (row_id, words, exact_words)
    values (${row_id}, ${vector(weighted.map(({ words, weight }) => ({ words: words.folded, weight })))}::tsvector,
      ${vector(weighted.slice(1).map(({ words, weight }) => ({ words: words.exact, weight })))}::tsvector)`.execute(
    tx as never,
  );
}

/** Makes a thing no longer findable; nothing happens when it never was. */
export async function dropEntry(tx: SearchDb, kind: SearchKind, id: string): Promise<void> {
  const found = await tx
    .selectFrom("search_entry")
    .select("row_id")
    .where("kind", "=", kind)
    .where("subject", "=", id)
    .executeTakeFirst();
  if (!found) return;
  const key = sql.ref(engineOf(tx) === "sqlite" ? "rowid" : "row_id");
  await sql`delete from search_index where ${key} = ${found.row_id}`.execute(tx as never);
  await tx.deleteFrom("search_entry").where("row_id", "=", found.row_id).execute();
}

/**
 * A unit or a section has another name: everything that carries it is found by the new one, and no longer by the old
 * one, in the transaction that renames it.
 */
export async function renameInSearch(
  tx: SearchDb,
  what: "unit" | "category",
  kinds: readonly SearchKind[],
  before: string,
  after: string,
): Promise<void> {
  if (before === "" || before === after) return;
  const rows = await tx
    .selectFrom("search_entry")
    .selectAll()
    .where(what, "=", normalizeLine(before))
    .where("kind", "in", kinds)
    .execute();
  for (const row of rows) {
    await indexEntry(tx, {
      kind: row.kind as SearchKind,
      id: row.subject,
      path: row.path,
      title: row.title,
      summary: row.summary,
      body: row.body,
      day: row.day,
      category: row.category,
      unit: row.unit,
      number: row.number_symbol,
      [what]: after,
    });
  }
}

/** The parts of a text after one another, so far apart that no phrase reaches from one into the next. */
const GAP = 20;
const LAST_PLACE = 16_383;

/** PostgreSQL's own text of a vector: each word with its places and weight. */
function vector(parts: readonly { words: readonly string[]; weight: string }[]): string {
  const places = new Map<string, string[]>();
  let at = 0;
  for (const { words, weight } of parts) {
    for (const word of words) {
      at += 1;
      const list = places.get(word) ?? [];
      // Beyond these limits the engine forgets places by itself.
      if (list.length < 255 && (at < LAST_PLACE || list.length === 0))
        list.push(`${Math.min(at, LAST_PLACE)}${weight}`);
      places.set(word, list);
    }
    at += GAP;
  }
  return [...places].map(([word, list]) => `'${word}':${list.join(",")}`).join(" ");
}
