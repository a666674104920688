import { createHmac } from "node:crypto";
import { addSeconds, type Instant } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { fold } from "../kernel/vietnamese.ts";
import type { Db, Tx } from "../storage/database.ts";
import { formatDateTime } from "../ui/format.ts";
import { isFlooded, nextSending, PACE_WINDOW } from "./pace.ts";

/** What is known of a sending for telling floods and repetitions; holds no address and no name. */
export interface Marks {
  readonly origin: string;
  readonly words: string;
}

/** Marks of a form: keyed, so that nobody can find an address or a person by trying. */
export function marksOf(secret: string, address: string, words: readonly string[]): Marks {
  const mark = (text: string) => createHmac("sha256", secret).update(text).digest("base64url");
  const text = words.map((word) => fold(word).replace(/\s+/g, " ").trim()).join("\n");
  return { origin: mark(`from ${network(address)}`), words: mark(`words ${text}`) };
}

/** A customer's IPv6 network is one place, as one IPv4 address is. */
function network(address: string): string {
  return address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
}

/** Why nothing is taken from this place now, if so; asked before files are read, and again when it is written. */
export async function paceRefusals(db: Db | Tx, { origin }: Pick<Marks, "origin">, now: Instant): Promise<Refusal[]> {
  const rows = await db
    .selectFrom("intake_attempt")
    .select("at")
    .where("origin", "=", origin)
    .where("at", ">", addSeconds(now, -PACE_WINDOW))
    .execute();
  const next = nextSending(
    rows.map(({ at }) => at),
    now,
  );
  if (next) return [{ code: "sentTooOften", clause: "Đ17.k3", detail: { at: formatDateTime(next) } }];
  const all = await db
    .selectFrom("intake_attempt")
    .select((is) => is.fn.countAll().as("count"))
    .where("at", ">", addSeconds(now, -3600))
    .executeTakeFirstOrThrow();
  return isFlooded(Number(all.count)) ? [{ code: "intakeFlooded", clause: "Đ17.k3" }] : [];
}

export interface Earlier {
  readonly code: string;
  /** Sent from where it comes from now: whoever pressed the button twice. */
  readonly isSamePlace: boolean;
}

/** The same words from the same contact within a day, if they came. */
export async function earlierSending(db: Db | Tx, marks: Marks, now: Instant): Promise<Earlier | null> {
  const row = await db
    .selectFrom("intake_attempt")
    .select(["code", "origin"])
    .where("words", "=", marks.words)
    .where("at", ">", addSeconds(now, -PACE_WINDOW))
    .orderBy("at")
    .executeTakeFirst();
  return row ? { code: row.code, isSamePlace: row.origin === marks.origin } : null;
}

/** Remembers a sending for a day; older ones are forgotten. */
export async function rememberSending(tx: Tx, marks: Marks, code: string, at: Instant): Promise<void> {
  await tx.deleteFrom("intake_attempt").where("at", "<=", addSeconds(at, -PACE_WINDOW)).execute();
  await tx
    .insertInto("intake_attempt")
    .values({ id: newId(), at, code, ...marks })
    .execute();
}
