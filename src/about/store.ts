import type { Actor } from "../board/actor.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";

export interface NewMove {
  readonly page: Id;
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly version: number;
  readonly hash: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string | null;
  readonly seq: number;
}

/** Keeps a step of a page under the next number. */
export async function keepMove(tx: Tx, move: NewMove): Promise<void> {
  const last = await tx
    .selectFrom("page_move")
    .select((is) => is.fn.max("number").as("number"))
    .where("page_id", "=", move.page)
    .executeTakeFirst();
  await tx
    .insertInto("page_move")
    .values({
      page_id: move.page,
      number: Number(last?.number ?? 0) + 1,
      act: move.act,
      from_state: move.from,
      to_state: move.to,
      version: move.version,
      hash: move.hash,
      person_id: move.by.person,
      hat: move.by.hat,
      at: move.at,
      reason: move.reason,
      seq: move.seq,
    })
    .execute();
}
