import { actWithin } from "../act.ts";
import { actorOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import type { Job, JobKind } from "../jobs/job.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Tx } from "../storage/database.ts";
import { formatNumber } from "../ui/format.ts";
import { type Batch, type BatchRow, batchById, countOutcomes, nextRow, type Outcome } from "./batches.queries.ts";
import { IMPORT_JOB } from "./commands/start-import.ts";
import type { AnyImportKind } from "./import-kind.ts";
import { faultsOf, refusalSentences } from "./judge.ts";
import { IMPORT_KINDS } from "./kinds.ts";

const batchOf = ({ input }: Job): Id => (input as { batch: Id }).batch;

/** Enters a spreadsheet row by row, each by the command of its form and in the hat of whoever sent it. */
export const IMPORTING: JobKind = {
  name: IMPORT_JOB,
  async step(portal, job) {
    const row = await nextRow(portal.db, batchOf(job));
    const batch = row && (await batchById(portal.db, batchOf(job)));
    const kind = IMPORT_KINDS.find(({ name }) => name === batch?.kind);
    if (!row || !batch || !kind) return null;
    return async (tx) => {
      const { outcome, reasons } = await enter(tx, portal.clock.now(), kind, batch, row, job);
      await tx
        .updateTable("import_row")
        .set({ outcome, reasons: JSON.stringify(reasons) })
        .where("batch_id", "=", batch.id)
        .where("line", "=", row.line)
        .execute();
      return { cursor: String(row.line), done: job.done + 1 };
    };
  },
  async outcome(portal, job) {
    const { entered, present, refused, waiting } = await countOutcomes(portal.db, batchOf(job));
    const parts = [
      `Đã nhập ${formatNumber(entered)} dòng`,
      ...(present > 0 ? [`${formatNumber(present)} dòng đã có từ trước`] : []),
      ...(refused > 0 ? [`${formatNumber(refused)} dòng không nhập được`] : []),
      ...(waiting > 0 ? [`${formatNumber(waiting)} dòng chưa làm`] : []),
    ];
    return `${parts.join(", ")}.`;
  },
};

async function enter(
  tx: Tx,
  at: string,
  kind: AnyImportKind,
  { places }: Batch,
  { line, cells }: BatchRow,
  { person, hat }: Job,
): Promise<{ outcome: Outcome; reasons: readonly string[] }> {
  const day = dayOf(at);
  const units = actorOn(await readRoster(tx, day), person, hat as Hat, day)?.units ?? [];
  const meaning = (await kind.reader(tx, { units }, day))(cells);
  const faults = faultsOf(meaning, line, places);
  if (faults.length > 0) return { outcome: "refused", reasons: faults };
  if (meaning.present !== undefined) return { outcome: "present", reasons: [meaning.present] };
  const answer = await actWithin(tx, at, { person, hat }, kind.command, meaning.input);
  return answer.ok
    ? { outcome: "entered", reasons: [] }
    : { outcome: "refused", reasons: refusalSentences(kind, answer.error, line, places) };
}
