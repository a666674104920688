import type { Instant } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";

export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly doneAt: Instant | null;
  readonly nextTryAt: Instant;
  readonly lastError: string | null;
}

export async function countMails(db: Db): Promise<number> {
  const row = await db
    .selectFrom("outbox")
    .select((is) => is.fn.countAll().as("rows"))
    .where("kind", "=", "mail")
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}

/** Mails that were sent or wait to be, latest first; without their text. */
export async function readMails(
  db: Db,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<OutgoingMail[]> {
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("kind", "=", "mail")
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => {
    const { to, subject } = JSON.parse(row.payload) as { to: string; subject: string };
    return {
      id: row.id,
      to,
      subject,
      createdAt: row.created_at,
      attempts: row.attempts,
      doneAt: row.done_at,
      nextTryAt: row.next_try_at,
      lastError: row.last_error,
    };
  });
}
