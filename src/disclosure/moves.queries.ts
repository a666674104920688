import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

export interface RecordedMove {
  readonly seq: number;
  readonly act: string;
  readonly person: Id;
  readonly hat: string;
  readonly at: string;
  readonly reason: string | null;
  readonly hash: string;
}

/** Every step of an entry, oldest first. */
export async function readMoves(db: Db, entry: Id): Promise<RecordedMove[]> {
  const rows = await db
    .selectFrom("disclosure_move")
    .select(["evidence_seq", "act", "person_id", "hat", "at", "reason", "content_hash"])
    .where("entry_id", "=", entry)
    .orderBy("evidence_seq")
    .execute();
  return rows.map((row) => ({
    seq: row.evidence_seq,
    act: row.act,
    person: row.person_id,
    hat: row.hat,
    at: row.at,
    reason: row.reason,
    hash: row.content_hash,
  }));
}
