import { readEntry } from "../disclosure/disclosure.queries.ts";
import { shownContent } from "../disclosure/public-models.ts";
import { readRedactions } from "../disclosure/redactions.queries.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import { isWebhookEvent, type WebhookEvent } from "./events.ts";

export interface Subscriber {
  readonly id: Id;
  readonly name: string;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
  readonly state: "ACTIVE" | "PAUSED" | "REMOVED";
  readonly createdAt: Instant;
}

const SHOWN = ["id", "name", "address", "events", "state", "created_at"] as const;

/** Every receiver, those removed too, oldest first. Keys are not among what is read. */
export async function readSubscribers(db: Db | Tx): Promise<Subscriber[]> {
  const rows = await db.selectFrom("webhook_subscriber").select(SHOWN).orderBy("created_at").orderBy("id").execute();
  return rows.map(({ created_at, events, state, ...row }) => ({
    ...row,
    events: (JSON.parse(events) as string[]).filter(isWebhookEvent),
    state: state as Subscriber["state"],
    createdAt: created_at,
  }));
}

/** What an outbox row of this kind holds: one message to one receiver, the bytes that are signed: before it is sent, as it was queued. */
export interface Message {
  readonly subscriber: Id;
  readonly event: string;
  /** `article:<id>` or `disclosure:<id>`. */
  readonly subject: string;
  readonly body: string;
}

export interface Delivery extends Message {
  readonly id: Id;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly nextTryAt: Instant;
  readonly doneAt: Instant | null;
  readonly problem: string | null;
}

const deliveries = (db: Db | Tx) => db.selectFrom("outbox").where("kind", "=", "webhook");

export async function countDeliveries(db: Db): Promise<number> {
  const row = await deliveries(db)
    .select((is) => is.fn.countAll().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}

/** Messages that were sent or wait to be, latest first. */
export async function readDeliveries(db: Db, limit: number, offset: number): Promise<Delivery[]> {
  const rows = await deliveries(db)
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(deliveryOf);
}

export async function readDelivery(db: Db | Tx, id: Id): Promise<Delivery | null> {
  const row = await deliveries(db).selectAll().where("id", "=", id).executeTakeFirst();
  return row ? deliveryOf(row) : null;
}

interface Row {
  readonly id: string;
  readonly payload: string;
  readonly created_at: string;
  readonly attempts: number;
  readonly next_try_at: string;
  readonly done_at: string | null;
  readonly last_error: string | null;
}

export const deliveryOf = (row: Row): Delivery => ({
  ...(JSON.parse(row.payload) as Message),
  id: row.id,
  createdAt: row.created_at,
  attempts: row.attempts,
  nextTryAt: row.next_try_at,
  doneAt: row.done_at,
  problem: row.last_error,
});

/**
 * The bytes of a message as they may go out now: a message that waited, or is sent again, says what the public reads at
 * this moment. Words that were corrected or withheld since are told in their new form (Đ13.k1.c.g3); null when the
 * article was taken down (Đ15.k3).
 */
export async function bodyNow(
  db: Db | Tx,
  { event, subject, body }: Pick<Message, "event" | "subject" | "body">,
): Promise<string | null> {
  const id = subject.slice(subject.indexOf(":") + 1);
  if (event === "article.published" || event === "article.updated") {
    const article = await db
      .selectFrom("published_article")
      .select(["title", "lead"])
      .where("article_id", "=", id)
      .executeTakeFirst();
    return article ? withData(body, article) : null;
  }
  if (event !== "disclosure.published") return body;
  const entry = await readEntry(db, id);
  if (!entry) return null;
  const { title } = shownContent(entry, await readRedactions(db, { entry: id })).content;
  return withData(body, { title });
}

function withData(body: string, now: object): string {
  const { data, ...told } = JSON.parse(body) as { readonly data: object };
  return JSON.stringify({ ...told, data: { ...data, ...now } });
}
