import type { EvidenceTable } from "../evidence/tables.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { ContentCheckTable } from "./tables.ts";

export type RecordedCheck = ContentCheckTable & { readonly name: string };

/** Checks recorded for the days from one to another, both included, by slot. */
export async function checksBetween(db: Db, from: Day, to: Day): Promise<ReadonlyMap<string, RecordedCheck>> {
  const rows = await db
    .selectFrom("content_check")
    .innerJoin("person", "person.id", "content_check.person_id")
    .selectAll("content_check")
    .select("person.full_name as name")
    .where("day", ">=", from)
    .where("day", "<=", to)
    .execute();
  return new Map(rows.map((row) => [row.slot, row]));
}

/** Up to which row of the log somebody has looked; 0 before the first check. */
export async function lastSeen(db: Db): Promise<number> {
  const row = await db
    .selectFrom("content_check")
    .select((is) => is.fn.max("seen_seq").as("seq"))
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

/** When the portal began to be used: nothing was due before. Null on empty data. */
export async function beganAt(db: Db | Tx): Promise<Instant | null> {
  const row = await db.selectFrom("evidence").select("at").orderBy("seq").limit(1).executeTakeFirst();
  return row?.at ?? null;
}

/** Acts after which the public may see something else. */
const PUBLIC_ACTS = [
  ...["edition.publish", "edition.publishScheduled", "edition.executeTakedown"],
  ...["disclosure.publish", "disclosure.executeRedaction", "takedown.execute", "enquiry.release"],
  ...["page.approve", "contact.set", "document.publish", "document.change", "document.file", "document.relate"],
  ...["consultation.approve", "arrangement.apply", "event.save", "event.move", "event.cancel"],
  ...["catalogue.save", "catalogue.expire", "category.add", "category.rename", "unit.change", "settings.change"],
];
/** Acts that are rare and worth a second look. */
const UNUSUAL_ACTS = [
  ...["signin.refused", "password.refused", "account.create", "account.password", "account.disable"],
  ...["account.enable", "appointment.add", "appointment.end", "delegation.add", "delegation.revoke"],
];

/** What happened after a row of the log, oldest first: what the public sees otherwise, and what is unusual. */
export async function changesAfter(
  db: Db,
  seq: number,
): Promise<{ readonly shown: readonly EvidenceTable[]; readonly unusual: readonly EvidenceTable[] }> {
  const rows = (acts: readonly string[]) =>
    db
      .selectFrom("evidence")
      .selectAll()
      .where("seq", ">", seq)
      .where("act", "in", [...acts])
      .orderBy("seq")
      .execute();
  return { shown: await rows(PUBLIC_ACTS), unusual: await rows(UNUSUAL_ACTS) };
}

/** What the subjects of these rows are called where the public reads them, and where that is, by their ids. */
export async function publicPlaces(
  db: Db,
  rows: readonly EvidenceTable[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly path: string | null }>> {
  const ids = [...new Set(rows.flatMap(({ subject }) => subject.split(":", 2)[1] ?? []))];
  if (ids.length === 0) return new Map();
  const listed = await db
    .selectFrom("search_entry")
    .select(["subject", "title", "path"])
    .where("subject", "in", ids)
    .execute();
  const offered = await db
    .selectFrom("catalogue_entry as entry")
    .innerJoin("catalogue_version as version", (is) =>
      is.onRef("version.entry_id", "=", "entry.id").onRef("version.version", "=", "entry.version"),
    )
    .select(["entry.id", "version.content"])
    .where("entry.id", "in", ids)
    .execute();
  const disclosed = await db.selectFrom("disclosure_entry").select(["id", "content"]).where("id", "in", ids).execute();
  const titled = [...offered, ...disclosed].map(({ id, content }) => {
    const { title, name } = JSON.parse(content) as { title?: string; name?: string };
    return [id, { title: title ?? name ?? "", path: null as string | null }] as const;
  });
  return new Map([
    ...titled.filter(([, { title }]) => title !== ""),
    ...listed.map(({ subject, title, path }) => [subject, { title, path }] as const),
  ]);
}

/** The newest row of the log. */
export async function newestSeq(db: Db): Promise<number> {
  const row = await db
    .selectFrom("evidence")
    .select((is) => is.fn.max("seq").as("seq"))
    .executeTakeFirstOrThrow();
  return Number(row.seq ?? 0);
}

export interface FileHealth {
  readonly files: number;
  /** Not read again yet. */
  readonly unread: number;
  readonly oldest: Instant | null;
  readonly faults: readonly { readonly hash: string; readonly fault: string }[];
}

/** What reading the stored files again has found. */
export async function fileHealth(db: Db): Promise<FileHealth> {
  const sums = await db
    .selectFrom("file")
    .leftJoin("file_proof", "file_proof.hash", "file.hash")
    .select((is) => [
      is.fn.countAll().as("files"),
      is.fn.count("file_proof.hash").as("read"),
      is.fn.min("file_proof.at").as("oldest"),
    ])
    .executeTakeFirstOrThrow();
  const faults = await db
    .selectFrom("file_proof")
    .select(["hash", "fault"])
    .where("fault", "<>", "")
    .orderBy("hash")
    .execute();
  return {
    files: Number(sums.files),
    unread: Number(sums.files) - Number(sums.read),
    oldest: sums.oldest,
    faults,
  };
}
