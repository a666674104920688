import { sql } from "kysely";
import type { Id } from "../kernel/ids.ts";
import type { Database, Tx } from "../storage/database.ts";
import { engineOf } from "./engine.ts";
import type { SearchKind } from "./kinds.ts";
import { dropEntry, indexEntry, type SearchEntry } from "./questions.ts";

/** How a room tells all it has public. Listed in `sources.ts`. */
export interface SearchSource {
  readonly kind: SearchKind;
  /** Ids of all that is public now. */
  ids(tx: Tx): Promise<readonly Id[]>;
  entry(tx: Tx, id: Id): Promise<SearchEntry>;
}

const AT_ONCE = 50;

/**
 * Makes the index anew from what is public, while the portal runs: in small transactions, each leaving the index
 * true for the things it touched, so that it may be stopped at any time. `onProgress` hears how many of how many are
 * done. Returns how many entries there are.
 */
export async function rebuildIndex(
  database: Database,
  sources: readonly SearchSource[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<number> {
  const all = await database.transact((tx) => publicThings(tx, sources));
  return indexAll(database, sources, all, onProgress);
}

/** Adds what is public and not yet in the index, such as what an older release published, and drops what is gone. */
export async function completeIndex(database: Database, sources: readonly SearchSource[]): Promise<number> {
  const missing = await database.transact(async (tx) => {
    const rows = await tx.selectFrom("search_entry").select(["kind", "subject"]).execute();
    const known = new Set(rows.map(({ kind, subject }) => `${kind} ${subject}`));
    return (await publicThings(tx, sources)).filter((thing) => !known.has(nameOf(thing)));
  });
  return indexAll(database, sources, missing);
}

async function indexAll(
  database: Database,
  sources: readonly SearchSource[],
  all: readonly Thing[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<number> {
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE).map(nameOf);
    await database.transact((tx) => indexNamed(tx, sources, some));
    onProgress(Math.min(at + AT_ONCE, all.length), all.length);
  }
  return database.transact((tx) => dropGone(tx, sources));
}

/** `kind id` of everything public, in a fixed order: what a rebuild works through. */
export async function publicNames(tx: Tx, sources: readonly SearchSource[]): Promise<string[]> {
  return (await publicThings(tx, sources)).map(nameOf).sort();
}

/** Indexes the named things that are still public; some may have been taken down meanwhile. */
export async function indexNamed(tx: Tx, sources: readonly SearchSource[], some: readonly string[]): Promise<void> {
  const things = new Map((await publicThings(tx, sources)).map((thing) => [nameOf(thing), thing]));
  for (const name of some) {
    const thing = things.get(name);
    if (thing) await indexEntry(tx, await thing.source.entry(tx, thing.id));
  }
}

/** Drops from the index what is no longer public. Returns how many entries there are. */
export async function dropGone(tx: Tx, sources: readonly SearchSource[]): Promise<number> {
  const known = names(await publicThings(tx, sources));
  const kinds = sources.map(({ kind }) => kind);
  const entries = await tx
    .selectFrom("search_entry")
    .select(["kind", "subject"])
    .where("kind", "in", kinds.length > 0 ? kinds : [""])
    .execute();
  for (const { kind, subject } of entries) {
    if (!known.has(`${kind} ${subject}`)) await dropEntry(tx, kind as SearchKind, subject);
  }
  return known.size;
}

interface Thing {
  readonly source: SearchSource;
  readonly id: Id;
}

const nameOf = ({ source, id }: Thing) => `${source.kind} ${id}`;
const names = (things: readonly Thing[]) => new Set(things.map(nameOf));

async function publicThings(tx: Tx, sources: readonly SearchSource[]): Promise<Thing[]> {
  const lists = await Promise.all(sources.map(async (source) => (await source.ids(tx)).map((id) => ({ source, id }))));
  return lists.flat();
}

/** Where index and published content disagree: `kind id: what is wrong`. Empty when all is well. */
export async function disagreements(tx: Tx, sources: readonly SearchSource[]): Promise<string[]> {
  const wrong: string[] = [];
  const left = names(await publicThings(tx, sources));
  const rows = await tx.selectFrom("search_entry").selectAll().execute();
  const key = sql.ref(engineOf(tx) === "sqlite" ? "rowid" : "row_id");
  const words = await sql<{ id: number }>`select ${key} as id from search_index`.execute(tx);
  const indexed = new Set(words.rows.map(({ id }) => id));
  for (const row of rows) {
    const name = `${row.kind} ${row.subject}`;
    const source = sources.find(({ kind }) => kind === row.kind);
    if (!source) {
      indexed.delete(row.row_id);
      continue;
    }
    if (!left.delete(name)) wrong.push(`${name}: indexed but not public`);
    else {
      const entry = await source.entry(tx, row.subject);
      if (entry.title !== row.title || entry.path !== row.path || entry.day !== row.day)
        wrong.push(`${name}: outdated`);
    }
    if (!indexed.delete(row.row_id)) wrong.push(`${name}: without words`);
  }
  for (const name of left) wrong.push(`${name}: public but not indexed`);
  for (const id of indexed) wrong.push(`row ${id}: words of nothing`);
  return wrong;
}
