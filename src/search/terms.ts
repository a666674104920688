import type { Day } from "../kernel/clock.ts";
import type { Database, Db } from "../storage/database.ts";

/** So many different terms are counted in a day; a flood of nonsense fills no disk. */
const MOST_IN_A_DAY = 5_000;
/** Fewer searches for a term may be one person's own matter; they are not shown. */
export const SHOWN_FROM = 3;

/** Counts that something was looked for on a day. Keeps the words only: not who, not from where, not when. */
export async function countTerm(database: Database, day: Day, term: string, isEmpty: boolean): Promise<void> {
  const empty = isEmpty ? 1 : 0;
  await database.transact(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("search_term")
      .set((is) => ({ searches: is("searches", "+", 1), empty: is("empty", "+", empty) }))
      .where("day", "=", day)
      .where("term", "=", term)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return;
    const { terms } = await tx
      .selectFrom("search_term")
      .select((is) => is.fn.countAll<number>().as("terms"))
      .where("day", "=", day)
      .executeTakeFirstOrThrow();
    if (Number(terms) >= MOST_IN_A_DAY) return;
    await tx.insertInto("search_term").values({ day, term, searches: 1, empty }).execute();
  });
}

export interface TermCount {
  readonly term: string;
  readonly searches: number;
  readonly empty: number;
}

/** What was looked for from one day to another, most often first; `onlyEmpty` for what was not found. */
export async function termsSince(
  db: Db,
  day: Day,
  onlyEmpty: boolean,
  limit = 50,
  until: Day = "9999-12-31",
): Promise<TermCount[]> {
  const column = onlyEmpty ? ("empty" as const) : ("searches" as const);
  const rows = await db
    .selectFrom("search_term")
    .select((is) => ["term", is.fn.sum<number>("searches").as("searches"), is.fn.sum<number>("empty").as("empty")])
    .where("day", ">=", day)
    .where("day", "<=", until)
    .groupBy("term")
    .having((is) => is.fn.sum<number>(column), ">=", SHOWN_FROM)
    .orderBy((is) => is.fn.sum<number>(column), "desc")
    .orderBy("term")
    .limit(limit)
    .execute();
  return rows.map(({ term, searches, empty }) => ({ term, searches: Number(searches), empty: Number(empty) }));
}

/** All searches since a day, and how many found nothing, rare ones included. */
export async function searchesSince(db: Db, day: Day): Promise<{ searches: number; empty: number }> {
  const row = await db
    .selectFrom("search_term")
    .select((is) => [is.fn.sum<number>("searches").as("searches"), is.fn.sum<number>("empty").as("empty")])
    .where("day", ">=", day)
    .executeTakeFirst();
  return { searches: Number(row?.searches ?? 0), empty: Number(row?.empty ?? 0) };
}
