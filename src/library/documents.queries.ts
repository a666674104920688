import type { Actor } from "../board/actor.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { DocumentFile, DocumentKind, LibraryDocument, Relation, RelationKind } from "./document.ts";
import { mayKeep, type Shelves } from "./rules.ts";
import type { DocumentFileTable, DocumentTable } from "./tables.ts";

export interface Library {
  /** Newest first. */
  readonly documents: readonly LibraryDocument[];
  /** Those that stand; withdrawn ones are left out. */
  readonly relations: readonly Relation[];
}

/**
 * Every document and relation; with `isPublic` only what the public may know. A centre has hundreds, and validity needs
 * them all. The long text is left out.
 */
export async function readLibrary(db: Db | Tx, { isPublic = false } = {}): Promise<Library> {
  let query = db.selectFrom("document").select(LISTED);
  if (isPublic) query = query.where("state", "=", "PUBLIC");
  const rows = await query.orderBy("issued_on", "desc").orderBy("id").execute();
  const documents = rows.map((row) => documentOf({ ...row, body_text: "" }));
  const shown = new Set(documents.map(({ id }) => id));
  const relations = await db
    .selectFrom("document_relation")
    .select(["id", "from_id", "to_id", "kind", "on_day"])
    .where("withdrawn_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return {
    documents,
    relations: relations
      .filter(({ from_id, to_id }) => shown.has(from_id) && shown.has(to_id))
      .map(({ id, from_id, to_id, kind, on_day }) => ({
        id,
        from: from_id,
        to: to_id,
        kind: kind as RelationKind,
        on: on_day,
      })),
  };
}

const LISTED = [
  "id",
  "slug",
  "state",
  "version",
  "kind",
  "number_symbol",
  "number_typed",
  "issued_on",
  "issuer",
  "signer",
  "abstract",
  "effective_on",
  "effective_to",
  "field_id",
  "unit_id",
  "early_reason",
  "review_on",
  "confirmed_at",
  "published_at",
] as const;

type Listed = Pick<DocumentTable, (typeof LISTED)[number] | "body_text">;

function documentOf(row: Listed): LibraryDocument {
  return {
    id: row.id,
    slug: row.slug,
    isPublic: row.state === "PUBLIC",
    version: row.version,
    kind: row.kind as DocumentKind,
    number: row.number_symbol,
    typed: row.number_typed,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    signer: row.signer,
    abstract: row.abstract,
    effectiveOn: row.effective_on,
    effectiveTo: row.effective_to,
    field: row.field_id,
    unit: row.unit_id,
    earlyReason: row.early_reason,
    text: row.body_text,
    reviewOn: row.review_on,
    confirmedAt: row.confirmed_at,
    publishedAt: row.published_at,
  };
}

/** What a new or changed document is judged against. */
export async function readShelves(db: Db | Tx): Promise<Shelves> {
  const units = await db.selectFrom("unit").select("id").execute();
  const fields = await db.selectFrom("field").select("id").execute();
  const { documents } = await readLibrary(db);
  return { units: new Set(units.map(({ id }) => id)), fields: new Set(fields.map(({ id }) => id)), documents };
}

export async function documentById(db: Db | Tx, id: Id): Promise<LibraryDocument | null> {
  const row = await db.selectFrom("document").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? documentOf(row) : null;
}

export async function publicDocument(db: Db, slug: string): Promise<LibraryDocument | null> {
  const row = await db
    .selectFrom("document")
    .selectAll()
    .where("slug", "=", slug)
    .where("state", "=", "PUBLIC")
    .executeTakeFirst();
  return row ? documentOf(row) : null;
}

/** Every version of every file of a document. */
export async function filesOfDocument(db: Db | Tx, document: Id): Promise<DocumentFile[]> {
  const rows = await db
    .selectFrom("document_file")
    .selectAll()
    .where("document_id", "=", document)
    .orderBy("slot")
    .orderBy("version")
    .execute();
  return rows.map(fileOf);
}

const fileOf = (row: DocumentFileTable): DocumentFile => ({
  slot: row.slot,
  version: row.version,
  hash: row.hash,
  name: row.name,
  title: row.title,
  language: row.language,
  isPrimary: row.is_primary === 1,
  mime: row.mime,
  size: row.size,
  note: row.note,
  addedAt: row.added_at,
});

export interface WordingChange {
  readonly version: number;
  readonly at: string;
  readonly note: string;
  readonly by: string;
}

/** The wordings of a document, newest first; with `since`, only those saved after that instant. */
export async function wordings(db: Db, document: Id, since = ""): Promise<WordingChange[]> {
  return db
    .selectFrom("document_version")
    .leftJoin("person", "person.id", "document_version.saved_by")
    .select((is) => [
      "version",
      "saved_at as at",
      "note",
      is.fn.coalesce("person.full_name", is.val("Hệ thống")).as("by"),
    ])
    .where("document_id", "=", document)
    .where("saved_at", ">", since)
    .orderBy("version", "desc")
    .execute();
}

/** Whether a stored file is, or was, a file of a document that is public. */
export async function isLibraryFile(db: Db, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom("document_file")
    .innerJoin("document", "document.id", "document_file.document_id")
    .select("document.id")
    .where("document_file.hash", "=", hash)
    .where("document.state", "=", "PUBLIC")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Names of units and fields, by id, in their order. */
export async function shelfNames(db: Db): Promise<{ units: ReadonlyMap<Id, string>; fields: ReadonlyMap<Id, string> }> {
  const units = await db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
  const fields = await db.selectFrom("field").select(["id", "name"]).orderBy("name").execute();
  return {
    units: new Map(units.map(({ id, name }) => [id, name])),
    fields: new Map(fields.map(({ id, name }) => [id, name])),
  };
}

/** Names in addresses of everything public, for the sitemap. */
export async function publicSlugs(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("document")
    .select("slug")
    .where("state", "=", "PUBLIC")
    .orderBy("issued_on", "desc")
    .execute();
  return rows.flatMap(({ slug }) => slug ?? []);
}

/** The address of the public document with this number, if there is one. */
export async function addressOfNumber(db: Db, number: string): Promise<string | null> {
  const row = await db
    .selectFrom("document")
    .select("slug")
    .where("number_symbol", "=", number)
    .where("state", "=", "PUBLIC")
    .orderBy("issued_on", "desc")
    .executeTakeFirst();
  return row?.slug ?? null;
}

/** How many reviews are due today that this person answers for: what the desk's menu reminds of (REQ-071). */
export async function countDueReviews(db: Db, by: Actor, today: Day): Promise<number> {
  const due = await db
    .selectFrom("document")
    .select(["unit_id as unit", "field_id as field"])
    .where("review_on", "<=", today)
    .execute();
  return due.filter((document) => mayKeep(by, document)).length;
}
