import type { RecordContent } from "../desk/record-fields.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { compareVi } from "../kernel/vietnamese.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { EntryFile, EntryKind } from "./fields.ts";

/** A procedure or a service as it stands now. */
export interface Entry {
  readonly id: Id;
  readonly kind: EntryKind;
  readonly code: string;
  readonly slug: string;
  readonly unit: Id;
  readonly unitName: string;
  readonly status: "DRAFT" | "PUBLIC";
  readonly version: number;
  readonly reviewOn: Day;
  readonly confirmedOn: Day;
  readonly expiredOn: Day | null;
  readonly expiredReason: string | null;
  readonly content: RecordContent;
  readonly files: readonly EntryFile[];
  /** When the version that holds was saved. */
  readonly savedAt: string;
}

function entries(db: Db | Tx) {
  return db
    .selectFrom("catalogue_entry as e")
    .innerJoin("catalogue_version as v", (join) =>
      join.onRef("v.entry_id", "=", "e.id").onRef("v.version", "=", "e.version"),
    )
    .innerJoin("unit as u", "u.id", "e.unit_id")
    .selectAll("e")
    .select(["v.content", "v.files", "v.at", "u.name as unit_name"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>["execute"]>>[number];

const entryFrom = (row: Row): Entry => ({
  id: row.id,
  kind: row.kind as EntryKind,
  code: row.code,
  slug: row.slug,
  unit: row.unit_id,
  unitName: row.unit_name,
  status: row.status as Entry["status"],
  version: row.version,
  reviewOn: row.review_on,
  confirmedOn: row.confirmed_on,
  expiredOn: row.expired_on,
  expiredReason: row.expired_reason,
  content: JSON.parse(row.content) as RecordContent,
  files: JSON.parse(row.files) as EntryFile[],
  savedAt: row.at,
});

/** Every entry of a kind, drafts too, by field and name. */
export async function allEntries(db: Db | Tx, kind: EntryKind): Promise<Entry[]> {
  const rows = await entries(db).where("e.kind", "=", kind).execute();
  return rows
    .map(entryFrom)
    .sort(
      (a, b) =>
        compareVi(a.content.field ?? "", b.content.field ?? "") ||
        compareVi(a.content.name ?? "", b.content.name ?? "") ||
        (a.id < b.id ? -1 : 1),
    );
}

/** What the public is shown: those in force first, then those that are over. */
export async function publicEntries(db: Db | Tx, kind: EntryKind): Promise<Entry[]> {
  const all = (await allEntries(db, kind)).filter(({ status }) => status === "PUBLIC");
  return [...all.filter(({ expiredOn }) => expiredOn === null), ...all.filter(({ expiredOn }) => expiredOn !== null)];
}

export async function entryBySlug(db: Db | Tx, kind: EntryKind, slug: string): Promise<Entry | null> {
  const row = await entries(db).where("e.kind", "=", kind).where("e.slug", "=", slug).executeTakeFirst();
  return row ? entryFrom(row) : null;
}

export async function entryById(db: Db | Tx, id: Id): Promise<Entry | null> {
  const row = await entries(db).where("e.id", "=", id).executeTakeFirst();
  return row ? entryFrom(row) : null;
}

export interface KeptVersion {
  readonly version: number;
  readonly at: string;
  readonly person: string;
  readonly hat: string;
  readonly name: string;
}

/** Every version of an entry, newest first. */
export async function entryVersions(db: Db, id: Id): Promise<KeptVersion[]> {
  const rows = await db
    .selectFrom("catalogue_version as v")
    .innerJoin("person as p", "p.id", "v.person_id")
    .select(["v.version", "v.at", "v.hat", "v.content", "p.full_name"])
    .where("v.entry_id", "=", id)
    .orderBy("v.version", "desc")
    .execute();
  return rows.map(({ version, at, hat, content, full_name }) => ({
    version,
    at,
    hat,
    person: full_name,
    name: (JSON.parse(content) as RecordContent).name ?? "",
  }));
}

/** Whether a stored file is a form of a public entry. */
export async function isPublicForm(db: Db, hash: string): Promise<boolean> {
  const row = await db.selectFrom("catalogue_file").select("hash").where("hash", "=", hash).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The code of each procedure, by its id: what a service names in a spreadsheet. */
export async function procedureCodes(db: Db): Promise<ReadonlyMap<Id, string>> {
  const rows = await db.selectFrom("catalogue_entry").select(["id", "code"]).where("kind", "=", "procedure").execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}
