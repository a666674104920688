import type { EvidenceTable } from "../evidence/tables.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

/** When the newest row of the log citing each clause was written. */
export async function newestByClause(db: Db): Promise<ReadonlyMap<string, Instant>> {
  const rows = await db
    .selectFrom("evidence")
    .select((is) => ["clause", is.fn.max("at").as("at")])
    .where("clause", "is not", null)
    .groupBy("clause")
    .execute();
  return new Map(rows.flatMap(({ clause, at }) => (clause === null ? [] : [[clause, at] as const])));
}

export interface ClauseEvidence {
  readonly total: number;
  /** Newest first, those the reader may see. */
  readonly rows: readonly EvidenceTable[];
}

/** Rows of the log that cite a clause. `reach`: whose acts the reader may see; null for everybody's. */
export async function evidenceOf(
  db: Db,
  clause: string,
  reach: readonly Id[] | null,
  limit: number,
): Promise<ClauseEvidence> {
  const { total } = await db
    .selectFrom("evidence")
    .select((is) => is.fn.countAll().as("total"))
    .where("clause", "=", clause)
    .executeTakeFirstOrThrow();
  let rows = db.selectFrom("evidence").selectAll().where("clause", "=", clause);
  if (reach !== null) rows = rows.where("person", "in", [...reach]);
  return { total: Number(total), rows: await rows.orderBy("seq", "desc").limit(limit).execute() };
}
