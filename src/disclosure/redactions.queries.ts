import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Db, Tx } from "../storage/database.ts";
import { type DisclosureContent, filesOf, readContent } from "./content.ts";

/** An order to withhold data, and how far it is. */
export interface Redaction {
  readonly id: Id;
  readonly entry: Id;
  readonly orderNumber: string;
  readonly orderDay: string;
  readonly orderIssuer: string;
  readonly reason: string;
  readonly content: DisclosureContent;
  readonly hash: string;
  readonly proposedBy: Id;
  readonly proposedAt: string;
  readonly executedAt: string | null;
  readonly confirmations: readonly { readonly person: Id; readonly hat: Hat; readonly at: string }[];
}

/** Orders in the order in which they were entered; of one entry, of one order, or all. */
export async function readRedactions(
  db: Db | Tx,
  { entry, id }: { readonly entry?: Id; readonly id?: Id } = {},
): Promise<Redaction[]> {
  let query = db.selectFrom("disclosure_redaction").selectAll();
  if (entry !== undefined) query = query.where("entry_id", "=", entry);
  if (id !== undefined) query = query.where("id", "=", id);
  const rows = await query.orderBy("proposed_at").orderBy("id").execute();
  if (rows.length === 0) return [];
  const confirmations = await db
    .selectFrom("disclosure_confirmation")
    .selectAll()
    .where(
      "redaction_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    entry: row.entry_id,
    orderNumber: row.order_number,
    orderDay: row.order_day,
    orderIssuer: row.order_issuer,
    reason: row.reason,
    content: readContent(row.content),
    hash: row.content_hash,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    executedAt: row.executed_at,
    confirmations: confirmations
      .filter(({ redaction_id }) => redaction_id === row.id)
      .map(({ person_id, hat, at }) => ({ person: person_id, hat: hat as Hat, at })),
  }));
}

/** The last order carried out, if any: its text is what the public reads. */
export const inForce = (redactions: readonly Redaction[], entry: Id): Redaction | undefined =>
  redactions.filter((one) => one.entry === entry && one.executedAt !== null).at(-1);

/** Whether a published entry offers this file to everybody: withheld files are not. */
export async function isDisclosedFile(db: Db | Tx, hash: string): Promise<boolean> {
  const rows = await db
    .selectFrom("disclosure_file")
    .innerJoin("disclosure_entry", "disclosure_entry.id", "entry_id")
    .select("entry_id")
    .where("hash", "=", hash)
    .where("state", "in", ["PUBLISHED", "SUPERSEDED"])
    .execute();
  for (const { entry_id } of rows) {
    const order = inForce(await readRedactions(db, { entry: entry_id }), entry_id);
    if (!order || filesOf(order.content).includes(hash)) return true;
  }
  return false;
}
