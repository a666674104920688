import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { ActingHat } from "../regulation/hats.ts";
import type { Tx } from "../storage/database.ts";
import { type Evidence, nextRow } from "./chain.ts";

/** Adds one row to the log inside the transaction of the act itself, and returns its number. */
export async function record(
  tx: Tx,
  by: { person: Id; hat: ActingHat },
  at: Instant,
  evidence: Evidence,
): Promise<number> {
  const previous = await tx
    .selectFrom("evidence")
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const row = nextRow(previous, by, at, evidence);
  await tx.insertInto("evidence").values(row).execute();
  return row.seq;
}
