import type { Db, Tx } from "../storage/database.ts";
import type { SentNotice } from "./address-task.ts";

/** When the official host last became what it is: by the log, which cannot be altered; else the first act of all. */
export async function addressChangedAt(db: Db | Tx): Promise<string | null> {
  const changes = await db
    .selectFrom("evidence")
    .select(["at", "content"])
    .where("act", "=", "settings.change")
    .where("content", "like", '%"site.canonicalHost"%')
    .orderBy("seq", "desc")
    .execute();
  for (const { at, content } of changes) {
    const { before, after } = (JSON.parse(content) as Record<string, { before?: string; after?: string }>)[
      "site.canonicalHost"
    ] ?? { before: "", after: "" };
    if (before !== after) return at;
  }
  const first = await db.selectFrom("evidence").select("at").orderBy("seq").limit(1).executeTakeFirst();
  return first?.at ?? null;
}

/** Every notice to Sở, newest first. */
export async function readNotices(db: Db | Tx): Promise<SentNotice[]> {
  const rows = await db
    .selectFrom("disclosure_notice")
    .selectAll()
    .orderBy("sent_on", "desc")
    .orderBy("recorded_at", "desc")
    .execute();
  return rows.map((row) => ({
    address: row.address,
    sentOn: row.sent_on,
    documentNumber: row.document_number,
    note: row.note,
    recordedAt: row.recorded_at,
  }));
}
