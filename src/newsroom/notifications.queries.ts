import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";

export interface Notification {
  readonly id: Id;
  readonly edition: Id | null;
  /** Page of the desk that it speaks of, where that is no article. */
  readonly path: string | null;
  readonly kind: string;
  readonly text: string;
  readonly at: Instant;
  readonly readAt: Instant | null;
}

/** What a person was told, latest first. */
export async function readNotifications(
  db: Db,
  person: Id,
  page: { readonly limit: number; readonly offset: number },
): Promise<Notification[]> {
  const rows = await db
    .selectFrom("notification")
    .selectAll()
    .where("person_id", "=", person)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    edition: row.edition_id,
    path: row.path,
    kind: row.kind,
    text: row.text,
    at: row.created_at,
    readAt: row.read_at,
  }));
}

export async function countNotifications(
  db: Db,
  person: Id,
): Promise<{ readonly all: number; readonly unread: number }> {
  const row = await db
    .selectFrom("notification")
    .select((is) => [is.fn.countAll().as("all"), is.fn.count("read_at").as("read")])
    .where("person_id", "=", person)
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), unread: Number(row.all) - Number(row.read) };
}

/** Marks what a person was told as read: some notices, those about one article or page, or all of it. His own only. */
export async function markRead(
  tx: Tx,
  person: Id,
  what: { readonly notices: readonly Id[] } | { readonly edition: Id } | { readonly path: string } | "all",
  at: Instant,
): Promise<void> {
  if (what !== "all" && "notices" in what && what.notices.length === 0) return;
  let query = tx.updateTable("notification").set({ read_at: at }).where("person_id", "=", person);
  query = query.where("read_at", "is", null);
  if (what !== "all") {
    if ("notices" in what) query = query.where("id", "in", [...what.notices]);
    else if ("edition" in what) query = query.where("edition_id", "=", what.edition);
    else query = query.where("path", "=", what.path);
  }
  await query.execute();
}
