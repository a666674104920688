import { isLoopback } from "../settings/origin.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { SentNotice } from "./address-task.ts";

/** Every change of the official host, newest first: by the log, which cannot be altered. */
async function hostChanges(db: Db | Tx): Promise<{ at: string; before: string; after: string }[]> {
  const rows = await db
    .selectFrom("evidence")
    .select(["at", "content"])
    .where("act", "=", "settings.change")
    .where("content", "like", '%"site.canonicalHost"%')
    .orderBy("seq", "desc")
    .execute();
  return rows.flatMap(({ at, content }) => {
    const change = (JSON.parse(content) as Record<string, { before?: string; after?: string }>)["site.canonicalHost"];
    const { before = "", after = "" } = change ?? {};
    return before === after ? [] : [{ at, before, after }];
  });
}

/** Every official host with the instant since which it was that, in order of time; the first since the first act of all. */
export async function addressChanges(db: Db | Tx, present: string): Promise<{ host: string; at: string }[]> {
  const changes = (await hostChanges(db)).reverse();
  const first = await db.selectFrom("evidence").select("at").orderBy("seq").limit(1).executeTakeFirst();
  const begin = first ? [{ host: changes[0]?.before ?? present, at: first.at }] : [];
  return [...begin, ...changes.map(({ after, at }) => ({ host: after, at }))];
}

/** When the official host last became what it is; else the first act of all. */
export async function addressChangedAt(db: Db | Tx): Promise<string | null> {
  const [last] = await hostChanges(db);
  if (last) return last.at;
  const first = await db.selectFrom("evidence").select("at").orderBy("seq").limit(1).executeTakeFirst();
  return first?.at ?? null;
}

/**
 * Hosts under which the section was ever official, or of which Sở was told. The portal leads their readers on for
 * ever, whatever the settings say of other names.
 */
export async function formerHosts(db: Db | Tx): Promise<string[]> {
  const told = (await readNotices(db)).map(({ address }) => new URL(address).host);
  const were = (await hostChanges(db)).map(({ before }) => before);
  return [...new Set([...were, ...told])].filter((host) => host !== "" && !isLoopback(host));
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
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }));
}
