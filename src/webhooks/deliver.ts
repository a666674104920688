import { addSeconds, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { fetchOutside } from "../outbound/fetch-outside.ts";
import type { Reach } from "../outbound/public-address.ts";
import { OUTSIDE_WORDS } from "../outbound/words.ts";
import type { Portal } from "../portal.ts";
import { siteOrigin } from "../settings/origin.ts";
import type { Tx } from "../storage/database.ts";
import { isWebhookEvent } from "./events.ts";
import { signedHeaders } from "./signature.ts";
import { bodyOf, queue } from "./store.ts";
import { bodyNow, type Delivery, deliveryOf, readSubscribers } from "./webhooks.queries.ts";

/** Waiting times after a failed try, in seconds; the last one repeats until the message is three days old. */
const WAITS = [30, 120, 600, 3600, 21_600] as const;
const GIVE_UP_AFTER_MS = 3 * 24 * 3600 * 1000;
/** A receiver has this long to say that it took a message. */
const PATIENCE_MS = 10_000;
const AT_ONCE = 20;

/** An event as an act left it in the outbox. */
interface Happened {
  readonly name: string;
  readonly subject: string;
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Turns events into one message for each receiver that asked for them; done together or not at all. */
export async function spreadEvents({ database, settings }: Portal): Promise<void> {
  const waiting = await database.db
    .selectFrom("outbox")
    .select("id")
    .where("kind", "=", "event")
    .where("done_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (!waiting) return;
  const origin = siteOrigin(await settings());
  await database.transact(async (tx) => {
    const rows = await tx
      .selectFrom("outbox")
      .selectAll()
      .where("kind", "=", "event")
      .where("done_at", "is", null)
      .orderBy("created_at")
      .limit(200)
      .execute();
    const subscribers = (await readSubscribers(tx)).filter(({ state }) => state === "ACTIVE");
    for (const { id, payload, created_at } of rows) {
      const { name, subject, path, data } = JSON.parse(payload) as Happened;
      if (name === "article.taken_down") await dropWaiting(tx, subject, created_at);
      const body = bodyOf(name, created_at, { ...data, address: origin + path });
      const told = subscribers.filter(({ events }) => isWebhookEvent(name) && events.includes(name));
      await queue(
        tx,
        created_at,
        told.map((subscriber) => ({ subscriber: subscriber.id, event: name, subject, body })),
      );
      await tx.updateTable("outbox").set({ done_at: created_at }).where("id", "=", id).execute();
    }
  });
}

/** What still waits to be told of an article that was taken down is not told any more (Đ15.k3). */
async function dropWaiting(tx: Tx, subject: string, at: Instant): Promise<void> {
  const rows = await tx
    .selectFrom("outbox")
    .selectAll()
    .where("kind", "=", "webhook")
    .where("done_at", "is", null)
    .execute();
  const over = rows.map(deliveryOf).filter((one) => one.subject === subject && one.event !== "article.taken_down");
  for (const { id } of over) {
    const end = { done_at: at, last_error: "Bài đã được gỡ bỏ trước khi gửi." };
    await tx.updateTable("outbox").set(end).where("id", "=", id).execute();
  }
}

/**
 * Sends what is due: to each receiver in order, to all of them side by side, so that one that hangs holds up nobody
 * else. The first failure of a receiver puts off the rest of what is due to it. No transaction is open meanwhile.
 */
export async function deliverWebhooks(portal: Portal, reach: Reach): Promise<{ sent: number; failed: number }> {
  const { database, db, clock } = portal;
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("kind", "=", "webhook")
    .where("done_at", "is", null)
    .where("next_try_at", "<=", clock.now())
    .orderBy("created_at")
    .execute();
  if (rows.length === 0) return { sent: 0, failed: 0 };
  const receivers = await db.selectFrom("webhook_subscriber").select(["id", "address", "secret", "state"]).execute();
  const known = new Map(receivers.map((one) => [one.id, one]));
  // All that is due, however much waits for a receiver that is paused: it takes nobody else's place.
  const lines = Map.groupBy(rows.map(deliveryOf), ({ subscriber }) => subscriber);
  const outcomes = await Promise.all([...lines.values()].map((line) => sendLine(line.slice(0, AT_ONCE))));
  return {
    sent: outcomes.reduce((sum, { sent }) => sum + sent, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };

  async function sendLine(line: readonly Delivery[]): Promise<{ sent: number; failed: number }> {
    let sent = 0;
    for (const [index, delivery] of line.entries()) {
      const receiver = known.get(delivery.subscriber);
      if (receiver?.state === "PAUSED") return { sent, failed: 0 };
      const body = await bodyNow(db, delivery);
      if (receiver?.state !== "ACTIVE" || body === null) {
        await settle(delivery.id, {
          done_at: clock.now(),
          last_error: "Không gửi nữa: đã bỏ nơi nhận hoặc đã gỡ bài.",
        });
        continue;
      }
      const problem = await send(receiver, delivery.id, body);
      const now = clock.now();
      const attempts = delivery.attempts + 1;
      if (problem === null) {
        const { subscriber, event, subject } = delivery;
        const payload = JSON.stringify({ subscriber, event, subject, body });
        await settle(delivery.id, { attempts, done_at: now, last_error: null, payload });
        sent += 1;
        continue;
      }
      const next = addSeconds(now, WAITS[Math.min(delivery.attempts, WAITS.length - 1)]!);
      const isOver = Date.parse(now) - Date.parse(delivery.createdAt) > GIVE_UP_AFTER_MS;
      await settle(delivery.id, { attempts, done_at: isOver ? now : null, last_error: problem, next_try_at: next });
      for (const { id } of line.slice(index + 1)) await settle(id, { next_try_at: next });
      return { sent, failed: 1 };
    }
    return { sent, failed: 0 };
  }

  async function send({ address, secret }: { address: string; secret: string }, id: Id, body: string) {
    const answer = await fetchOutside({
      url: address,
      reach,
      method: "POST",
      headers: { "Content-Type": "application/json; charset=utf-8", ...signedHeaders(secret, id, clock.now(), body) },
      body,
      maxBytes: 64 * 1024,
      timeoutMs: PATIENCE_MS,
    });
    if (!answer.ok) return OUTSIDE_WORDS[answer.error];
    const { status } = answer.value;
    return status >= 200 && status < 300 ? null : `Máy nhận trả lời mã ${status}, không phải mã thành công (200–299).`;
  }

  function settle(
    id: Id,
    set: Partial<{
      attempts: number;
      done_at: Instant | null;
      last_error: string | null;
      next_try_at: Instant;
      payload: string;
    }>,
  ) {
    return database.transact((tx) => tx.updateTable("outbox").set(set).where("id", "=", id).execute());
  }
}
