import type { Db } from "../storage/database.ts";
import type { Round } from "./proof.ts";

/** Rounds since an instant, oldest first. */
export async function readRounds(db: Db, since: string): Promise<Round[]> {
  const rows = await db
    .selectFrom("disclosure_round")
    .select(["started_at", "addresses", "failed"])
    .where("started_at", ">=", since)
    .orderBy("started_at")
    .execute();
  return rows.map(({ started_at, addresses, failed }) => ({ at: started_at, addresses, failed }));
}

export interface Fault {
  readonly address: string;
  readonly status: number;
  readonly fault: string;
  readonly at: string;
}

/** The last addresses that did not give the reader what was published, newest first. */
export function readFaults(db: Db, limit: number): Promise<Fault[]> {
  return db
    .selectFrom("disclosure_check")
    .select(["address", "status", "fault", "at"])
    .where("fault", "<>", "")
    .orderBy("at", "desc")
    .limit(limit)
    .execute();
}
