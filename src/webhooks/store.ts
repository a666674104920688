import type { Instant } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";
import type { Message } from "./webhooks.queries.ts";

/** The bytes of a message: what happened, when, and to what. */
export const bodyOf = (type: string, timestamp: Instant, data: object): string =>
  JSON.stringify({ type, timestamp, data });

/** Puts messages into the outbox, one row for each receiver. */
export async function queue(tx: Tx, at: Instant, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => ({
    id: newId(),
    kind: "webhook",
    payload: JSON.stringify(message),
    created_at: at,
    next_try_at: at,
    attempts: 0,
    done_at: null,
    last_error: null,
  }));
  await tx.insertInto("outbox").values(rows).execute();
}
