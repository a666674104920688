import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { Cells } from "./import-kind.ts";

export type Outcome = "entered" | "present" | "refused";

export interface Batch {
  readonly id: Id;
  readonly kind: string;
  readonly fileName: string;
  readonly person: Id;
  readonly hat: string;
  readonly createdAt: Instant;
  readonly places: Readonly<Record<string, string>>;
  readonly job: Id | null;
}

export interface BatchRow {
  readonly line: number;
  readonly cells: Cells;
  readonly outcome: Outcome | null;
  readonly reasons: readonly string[];
}

export async function batchById(db: Db | Tx, id: Id): Promise<Batch | null> {
  const row = await db.selectFrom("import_batch").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    person: row.person_id,
    hat: row.hat,
    createdAt: row.created_at,
    places: JSON.parse(row.places) as Record<string, string>,
    job: row.job_id,
  };
}

export async function batchRows(db: Db | Tx, batch: Id): Promise<BatchRow[]> {
  const rows = await db.selectFrom("import_row").selectAll().where("batch_id", "=", batch).orderBy("line").execute();
  return rows.map(rowFrom);
}

/** The first row that has no outcome yet. */
export async function nextRow(db: Db | Tx, batch: Id): Promise<BatchRow | null> {
  const row = await db
    .selectFrom("import_row")
    .selectAll()
    .where("batch_id", "=", batch)
    .where("outcome", "is", null)
    .orderBy("line")
    .limit(1)
    .executeTakeFirst();
  return row ? rowFrom(row) : null;
}

const rowFrom = (row: { line: number; cells: string; outcome: string | null; reasons: string }): BatchRow => ({
  line: row.line,
  cells: JSON.parse(row.cells) as Cells,
  outcome: row.outcome as Outcome | null,
  reasons: JSON.parse(row.reasons) as string[],
});

/** How many rows ended how; those that wait under "waiting". */
export async function countOutcomes(db: Db | Tx, batch: Id): Promise<Record<Outcome | "waiting", number>> {
  const rows = await db
    .selectFrom("import_row")
    .select((is) => ["outcome", is.fn.countAll().as("rows")])
    .where("batch_id", "=", batch)
    .groupBy("outcome")
    .execute();
  const of = (outcome: string | null) => Number(rows.find((row) => row.outcome === outcome)?.rows ?? 0);
  return { entered: of("entered"), present: of("present"), refused: of("refused"), waiting: of(null) };
}
