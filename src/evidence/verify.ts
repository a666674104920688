import type { Db } from "../storage/database.ts";
import { brokenLink } from "./chain.ts";
import type { EvidenceTable } from "./tables.ts";

export interface ChainReport {
  readonly rows: number;
  /** Hash of the last row: the digest that seals everything before it. */
  readonly head: string | null;
  /** The first row that is not as it was written. */
  readonly bad: { readonly seq: number; readonly why: string } | null;
}

const BATCH = 5000;

/** Re-computes the chain from its first row. Reads in batches, so memory stays flat however long the log is. */
export async function verifyChain(db: Db, onRow?: (row: EvidenceTable) => void): Promise<ChainReport> {
  let previous: EvidenceTable | undefined;
  let rows = 0;
  for (;;) {
    const batch = await db
      .selectFrom("evidence")
      .selectAll()
      .where("seq", ">", previous?.seq ?? 0)
      .orderBy("seq")
      .limit(BATCH)
      .execute();
    for (const row of batch) {
      const why = brokenLink(previous, row);
      if (why) return { rows, head: previous?.hash ?? null, bad: { seq: row.seq, why } };
      onRow?.(row);
      previous = row;
      rows += 1;
    }
    if (batch.length < BATCH) return { rows, head: previous?.hash ?? null, bad: null };
  }
}
