import type { ExpressionBuilder } from "kysely";
import type { EvidenceTable } from "../evidence/tables.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Db } from "../storage/database.ts";
import type { Schema } from "../storage/schema.ts";
import { VIOLATION_PERMISSIONS } from "../violations/permissions.ts";

/** Acts about prohibited acts: not even that there was one is anybody else's to know (REQ-144). */
const INCIDENTS = "incident.%";
const isTold = (hat: Hat) => (is: ExpressionBuilder<Schema, "evidence">) =>
  VIOLATION_PERMISSIONS["incident.read"].some((one) => one === hat) ? is.lit(true) : is("act", "not like", INCIDENTS);

/** When the newest row of the log citing each clause was written, as far as this hat is told. */
export async function newestByClause(db: Db, hat: Hat): Promise<ReadonlyMap<string, Instant>> {
  const rows = await db
    .selectFrom("evidence")
    .select((is) => ["clause", is.fn.max("at").as("at")])
    .where("clause", "is not", null)
    .where(isTold(hat))
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
  { reach, hat }: { readonly reach: readonly Id[] | null; readonly hat: Hat },
  limit: number,
): Promise<ClauseEvidence> {
  const { total } = await db
    .selectFrom("evidence")
    .select((is) => is.fn.countAll().as("total"))
    .where("clause", "=", clause)
    .where(isTold(hat))
    .executeTakeFirstOrThrow();
  let rows = db.selectFrom("evidence").selectAll().where("clause", "=", clause).where(isTold(hat));
  if (reach !== null) rows = rows.where("person", "in", [...reach]);
  return { total: Number(total), rows: await rows.orderBy("seq", "desc").limit(limit).execute() };
}
