import type { ExpressionBuilder } from "kysely";
import type { Actor } from "../board/actor.ts";
import { addDays, type Day, startOfDay } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Db } from "../storage/database.ts";
import type { Schema } from "../storage/schema.ts";
import type { EvidenceTable } from "./tables.ts";

/** What of the log is asked for; empty text for no condition. Days are whole days in Vietnam, both included. */
export interface LogFilter {
  readonly act: string;
  readonly person: Id | "";
  readonly subject: string;
  readonly from: Day | "";
  readonly to: Day | "";
}

/** Who may read all of the log (law.md §11, "Audit log read"). */
const READS_ALL: readonly Hat[] = ["CHIEF", "STANDING_DEPUTY", "SECRETARY", "ADMIN", "DIRECTOR", "INSPECTOR"];

/**
 * Whose acts a reader may see: null for everybody's. A contributor's own; a head's and a deputy's own and those of the
 * people of their units (law.md §11).
 */
export async function peopleInReach(db: Db, by: Actor): Promise<readonly Id[] | null> {
  if (READS_ALL.some((hat) => hat === by.hat)) return null;
  if (by.hat === "CONTRIBUTOR" || by.units.length === 0) return [by.person];
  const people = await db
    .selectFrom("person")
    .select("id")
    .where("unit_id", "in", [...by.units])
    .execute();
  return [...new Set([by.person, ...people.map(({ id }) => id)])];
}

const matching = (filter: LogFilter, reach: readonly Id[] | null) => (is: ExpressionBuilder<Schema, "evidence">) => {
  const conditions = [
    ...(filter.act ? [is("act", "=", filter.act)] : []),
    ...(filter.person ? [is("person", "=", filter.person)] : []),
    ...(filter.subject ? [is("subject", "=", filter.subject)] : []),
    ...(filter.from ? [is("at", ">=", startOfDay(filter.from))] : []),
    ...(filter.to ? [is("at", "<", startOfDay(addDays(filter.to, 1)))] : []),
    ...(reach ? [is("person", "in", [...reach])] : []),
  ];
  return is.and(conditions);
};

export async function countLog(db: Db, filter: LogFilter, reach: readonly Id[] | null): Promise<number> {
  const row = await db
    .selectFrom("evidence")
    .select((is) => is.fn.countAll().as("rows"))
    .where(matching(filter, reach))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}

/** Latest first. */
export function readLog(
  db: Db,
  filter: LogFilter,
  reach: readonly Id[] | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<EvidenceTable[]> {
  return db
    .selectFrom("evidence")
    .selectAll()
    .where(matching(filter, reach))
    .orderBy("seq", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
}

/**
 * All of it, latest first, part by part: however long the log, no more than one part is held. Rows written meanwhile
 * are not among it.
 */
export async function* logInParts(
  db: Db,
  filter: LogFilter,
  reach: readonly Id[] | null,
  size = 500,
): AsyncGenerator<readonly EvidenceTable[]> {
  for (let below: number | undefined; ; ) {
    let query = db.selectFrom("evidence").selectAll().where(matching(filter, reach));
    if (below !== undefined) query = query.where("seq", "<", below);
    const rows = await query.orderBy("seq", "desc").limit(size).execute();
    if (rows.length === 0) return;
    yield rows;
    below = rows.at(-1)!.seq;
  }
}

/** The kinds of act that occur in reach, for the choice in the form. */
export async function actsInLog(db: Db, reach: readonly Id[] | null): Promise<string[]> {
  let query = db.selectFrom("evidence").select("act").distinct().orderBy("act");
  if (reach) query = query.where("person", "in", [...reach]);
  return (await query.execute()).map(({ act }) => act);
}

/** What ids in the log stand for: people, units, fields and categories. */
export async function namesInLog(db: Db): Promise<ReadonlyMap<string, string>> {
  const people = await db.selectFrom("person").select(["id", "full_name as name"]).execute();
  const units = await db.selectFrom("unit").select(["id", "name"]).execute();
  const fields = await db.selectFrom("field").select(["id", "name"]).execute();
  const categories = await db.selectFrom("category").select(["id", "name"]).execute();
  return new Map([...people, ...units, ...fields, ...categories].map(({ id, name }) => [id, name]));
}

/** Titles of the editions that these rows speak of. */
export async function titlesOf(db: Db, rows: readonly EvidenceTable[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ subject }) => /^edition:(.+)$/.exec(subject)?.[1] ?? []);
  if (ids.length === 0) return new Map();
  const found = await db.selectFrom("edition").select(["id", "title"]).where("id", "in", ids).execute();
  return new Map(found.map(({ id, title }) => [id, title]));
}
