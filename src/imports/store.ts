import type { By } from "../act.ts";
import { OPEN_JOBS } from "../jobs/job.ts";
import { addSeconds, type Instant } from "../kernel/clock.ts";
import { type Id, newId } from "../kernel/ids.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import type { Tx } from "../storage/database.ts";
import type { ReadSheet } from "./read-sheet.ts";

/** Keeps a spreadsheet that was sent, to be looked at. Nothing of it is entered by this. */
export async function keepBatch(
  tx: Tx,
  { kind, fileName, by, at }: { kind: string; fileName: string; by: By; at: Instant },
  { rows, places }: ReadSheet,
): Promise<Id> {
  const id = newId();
  await tx
    .insertInto("import_batch")
    .values({
      id,
      kind,
      file_name: normalizeLine(fileName).slice(0, 200),
      person_id: by.person,
      hat: by.hat,
      created_at: at,
      places: JSON.stringify(places),
      job_id: null,
    })
    .execute();
  for (let from = 0; from < rows.length; from += 100) {
    await tx
      .insertInto("import_row")
      .values(
        rows.slice(from, from + 100).map(({ line, cells }) => ({
          batch_id: id,
          line,
          cells: JSON.stringify(cells),
          outcome: null,
          reasons: "[]",
        })),
      )
      .execute();
  }
  return id;
}

/** A spreadsheet may hold names and addresses of people: it is kept no longer than its result is of use. Days. */
const KEPT_DAYS = 30;

/** Forgets old spreadsheets with all their rows; what was entered from them stays, and so does the job's summary. */
export async function forgetBatches(tx: Tx, now: Instant): Promise<number> {
  const old = await tx
    .selectFrom("import_batch")
    .leftJoin("job", "job.id", "import_batch.job_id")
    .select("import_batch.id")
    .where("import_batch.created_at", "<", addSeconds(now, -KEPT_DAYS * 24 * 60 * 60))
    .where((is) => is.or([is("job.state", "is", null), is("job.state", "not in", [...OPEN_JOBS])]))
    .limit(50)
    .execute();
  for (const { id } of old) {
    await tx.deleteFrom("import_row").where("batch_id", "=", id).execute();
    await tx.deleteFrom("import_batch").where("id", "=", id).execute();
  }
  return old.length;
}
