import nodemailer from "nodemailer";
import { addSeconds, type Clock } from "../kernel/clock.ts";
import type { Settings } from "../settings/settings.ts";
import type { Database } from "../storage/database.ts";

/** Waiting times after a failed try, in seconds; the last one repeats until the mail is a week old. */
const WAITS = [60, 300, 1800, 7200, 21_600] as const;
const GIVE_UP_AFTER_DAYS = 7;

export interface Delivery {
  readonly sent: number;
  readonly failed: number;
}

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Sends the mails that are due, one after another. A mail is done when the server of the settings took it; until
 * then it is tried again with growing waits, and what went wrong stays readable. Without settings nothing is tried.
 */
export async function deliverMails(
  database: Database,
  clock: Clock,
  settings: Settings,
  limit = 50,
): Promise<Delivery> {
  if (settings["mail.host"] === "") return { sent: 0, failed: 0 };
  const due = await database.db
    .selectFrom("outbox")
    .selectAll()
    .where("kind", "=", "mail")
    .where("done_at", "is", null)
    .where("next_try_at", "<=", clock.now())
    .orderBy("next_try_at")
    .limit(limit)
    .execute();
  if (due.length === 0) return { sent: 0, failed: 0 };
  const transport = nodemailer.createTransport({
    host: settings["mail.host"],
    port: settings["mail.port"],
    secure: settings["mail.secure"],
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    ...(settings["mail.user"] ? { auth: { user: settings["mail.user"], pass: settings["mail.password"] } } : {}),
  });
  const from = settings["mail.from"] || settings["site.email"];
  let sent = 0;
  for (const row of due) {
    const { to, subject, text } = JSON.parse(row.payload) as Mail;
    const problem = await transport
      .sendMail({ from, to, subject, text, messageId: `<${row.id}@${settings["site.canonicalHost"].split(":")[0]}>` })
      .then(() => null)
      .catch((error: Error) => error.message.slice(0, 300));
    const now = clock.now();
    const wait = WAITS[Math.min(row.attempts, WAITS.length - 1)]!;
    const next = problem === null ? row.next_try_at : addSeconds(now, wait);
    await database.transact((tx) =>
      tx
        .updateTable("outbox")
        .set({
          attempts: row.attempts + 1,
          done_at: problem === null || isOld(row.created_at, now) ? now : null,
          last_error: problem,
          next_try_at: next,
        })
        .where("id", "=", row.id)
        .execute(),
    );
    if (problem === null) sent += 1;
  }
  transport.close();
  return { sent, failed: due.length - sent };
}

const isOld = (created: string, now: string) =>
  Date.parse(now) - Date.parse(created) > GIVE_UP_AFTER_DAYS * 24 * 3600 * 1000;

export interface PageTags {
  readonly drop: readonly string[];
  /** May not be shown again, not even when the new page cannot be made. */
  readonly forget: readonly string[];
}

/** Cache tags that committed acts, of this process or another, want dropped; each is answered once. */
export async function takePageTags(database: Database, clock: Clock): Promise<PageTags> {
  const rows = await database.db
    .selectFrom("outbox")
    .select(["id", "payload"])
    .where("kind", "=", "pages")
    .where("done_at", "is", null)
    .orderBy("created_at")
    .execute();
  if (rows.length === 0) return { drop: [], forget: [] };
  await database.transact((tx) =>
    tx
      .updateTable("outbox")
      .set({ done_at: clock.now() })
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .execute(),
  );
  const wishes = rows.map(({ payload }) => JSON.parse(payload) as { tags: string[]; forget?: true });
  const tagsOf = (forget: boolean) => [
    ...new Set(wishes.filter((wish) => (wish.forget ?? false) === forget).flatMap(({ tags }) => tags)),
  ];
  return { drop: tagsOf(false), forget: tagsOf(true) };
}
