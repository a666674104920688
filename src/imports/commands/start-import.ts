import type { Command } from "../../act.ts";
import { insertJob } from "../../jobs/store.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { type Batch, batchById, countOutcomes } from "../batches.queries.ts";
import { no } from "../words.ts";

export const IMPORT_JOB = "import";

interface Asked {
  readonly batch: Id;
  /** "Nhập văn bản từ bang.xlsx" */
  readonly title: string;
}

interface State {
  readonly batch: Batch | null;
  readonly rows: number;
}

interface Started extends Asked {
  readonly kind: string;
  readonly rows: number;
  /** Filled by writing. */
  readonly jobs: Id[];
}

/** Has a spreadsheet entered that was looked at, by whoever sent it. Each row is judged again by its own command. */
export const startImport: Command<Asked, State, Started> = {
  name: "import.start",
  async load({ tx }, { batch }) {
    const { waiting } = await countOutcomes(tx, batch);
    return { batch: await batchById(tx, batch), rows: waiting };
  },
  decide({ batch, rows }, asked, by) {
    if (!batch || batch.person !== by.person) return refused([no("importUnknown")]);
    if (batch.job !== null) return refused([no("importStarted")]);
    return done({ ...asked, kind: batch.kind, rows, jobs: [] });
  },
  evidence: ({ batch, kind, rows, title }) => ({
    act: "import.start",
    subject: `import:${batch}`,
    clause: "Đ7.k3",
    content: { kind, rows, title },
  }),
  async write(moment, { batch, title, rows, jobs }, _, seq) {
    const job = await insertJob(moment, { kind: IMPORT_JOB, title, input: { batch }, total: rows }, seq);
    await moment.tx.updateTable("import_batch").set({ job_id: job }).where("id", "=", batch).execute();
    jobs.push(job);
    return [];
  },
};
