import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** Documents with their versions, files and relations; legal bases (Đ14.k3, REQ-002, REQ-071, REQ-082). */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await tables(db);
  const index = (name: string, table: string, columns: string[]) =>
    db.schema.createIndex(name).on(table).columns(columns).execute();
  await index("document_newest", "document", ["state", "issued_on", "id"]);
  await index("document_review", "document", ["state", "review_on"]);
  await index("document_file_hash", "document_file", ["hash"]);
  await index("document_relation_to", "document_relation", ["to_id"]);
  await promises(db, engine);
}

async function tables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("document_version")
    .addColumn("document_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("saved_by", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("saved_at", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("document_version_pk", ["document_id", "version"])
    .execute();
  await db.schema
    .createTable("document_file")
    .addColumn("document_id", "text", (c) => c.notNull())
    .addColumn("slot", "integer", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("is_primary", "integer", (c) => c.notNull())
    .addColumn("mime", "text", (c) => c.notNull())
    .addColumn("size", "integer", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("added_by", "text", (c) => c.notNull())
    .addColumn("added_at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("document_file_pk", ["document_id", "slot", "version"])
    .execute();
  await db.schema
    .createTable("document")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("slug", "text", (c) => c.unique())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("number_symbol", "text", (c) => c.notNull())
    .addColumn("number_typed", "text", (c) => c.notNull())
    .addColumn("issued_on", "text", (c) => c.notNull())
    .addColumn("issuer", "text", (c) => c.notNull())
    .addColumn("signer", "text", (c) => c.notNull())
    .addColumn("abstract", "text", (c) => c.notNull())
    .addColumn("effective_on", "text", (c) => c.notNull())
    .addColumn("effective_to", "text")
    .addColumn("field_id", "text", (c) => c.references("field.id"))
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("early_reason", "text", (c) => c.notNull())
    .addColumn("body_text", "text", (c) => c.notNull())
    .addColumn("review_on", "text", (c) => c.notNull())
    .addColumn("confirmed_at", "text")
    .addColumn("confirmed_by", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("published_at", "text")
    .addUniqueConstraint("document_number", ["number_symbol", "issued_on", "issuer"])
    .execute();
  await db.schema
    .createTable("document_relation")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("from_id", "text", (c) => c.notNull().references("document.id"))
    .addColumn("to_id", "text", (c) => c.notNull().references("document.id"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("on_day", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull())
    .addColumn("withdrawn_at", "text")
    .addColumn("withdraw_reason", "text")
    .execute();
  await db.schema
    .createTable("legal_basis")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("number_symbol", "text", (c) => c.notNull().unique())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("issuer", "text", (c) => c.notNull())
    .addColumn("topic", "text", (c) => c.notNull())
    .addColumn("issued_on", "text")
    .addColumn("in_force_from", "text")
    .addColumn("in_force_to", "text")
    .addColumn("replaced_by", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("checked_on", "text")
    .execute();
}

/** What a document says of itself: it changes only by a version. */
const CONTENT = [
  "kind",
  "number_symbol",
  "number_typed",
  "issued_on",
  "issuer",
  "signer",
  "abstract",
  "effective_on",
  "coalesce(effective_to)",
  "coalesce(field_id)",
  "unit_id",
  "early_reason",
  "body_text",
];
const differs = (column: string) => {
  const inner = /^coalesce\((\w+)\)$/.exec(column)?.[1];
  return inner ? `coalesce(NEW.${inner}, '') <> coalesce(OLD.${inner}, '')` : `NEW.${column} <> OLD.${column}`;
};
const evidenced = (acts: string, extra = "") =>
  `not exists (select 1 from evidence e where e.seq = NEW.evidence_seq and e.subject = 'document:' || NEW.document_id and e.act in (${acts})${extra})`;
const ENDING = "('REPLACES', 'ABOLISHES')";

async function promises(db: AnyDb, engine: Engine): Promise<void> {
  await appendOnly(db, engine, "document_version", ["document_id", "version"]);
  await appendOnly(db, engine, "document_file", ["document_id", "slot", "version"]);
  await neverDeleted(db, engine, "document", ["id"], [["slug"], ["number_symbol", "issued_on", "issuer"]]);
  await neverDeleted(db, engine, "document_relation", ["id"]);
  await neverDeleted(db, engine, "legal_basis", ["id"], [["number_symbol"]]);
  await forbid(db, engine, {
    name: "document_version_evidenced",
    table: "document_version",
    on: "insert",
    when: evidenced("'document.add', 'document.change'", " and e.person = NEW.saved_by and e.at = NEW.saved_at"),
    message: "a wording without its evidence",
  });
  await forbid(db, engine, {
    name: "document_file_evidenced",
    table: "document_file",
    on: "insert",
    when: evidenced("'document.file'", " and e.person = NEW.added_by and e.at = NEW.added_at"),
    message: "a file without its evidence",
  });
  await document(db, engine);
  await relation(db, engine);
}

async function document(db: AnyDb, engine: Engine): Promise<void> {
  for (const on of ["insert", "update"] as const) {
    const guard = (name: string, when: string, message: string) =>
      forbid(db, engine, { name: `document_${name}_${on}`, table: "document", on, when, message });
    await guard(
      "whole",
      "NEW.number_symbol = '' or NEW.abstract = '' or NEW.issuer = '' or NEW.unit_id = '' or NEW.review_on = '' or (NEW.effective_on < NEW.issued_on and NEW.early_reason = '') or (NEW.effective_to is not null and NEW.effective_to < NEW.effective_on) or NEW.state not in ('DRAFT', 'PUBLIC')",
      "a document needs its number, its owner and a possible period",
    );
    await guard(
      "version",
      "not exists (select 1 from document_version v where v.document_id = NEW.id and v.version = NEW.version and v.hash = NEW.hash) or exists (select 1 from document_version v where v.document_id = NEW.id and v.version > NEW.version)",
      "a wording without its version, or an old one",
    );
    await guard(
      "public",
      "NEW.state = 'PUBLIC' and (NEW.slug is null or NEW.published_at is null or not exists (select 1 from document_file f where f.document_id = NEW.id) or not exists (select 1 from evidence e where e.subject = 'document:' || NEW.id and e.act = 'document.publish'))",
      "public only with an address, a file and the act of publishing",
    );
  }
  await forbid(db, engine, {
    name: "document_silent",
    table: "document",
    on: "update",
    when: `NEW.version = OLD.version and (NEW.hash <> OLD.hash or ${CONTENT.map(differs).join(" or ")})`,
    message: "a document changes only by a version",
  });
  await forbid(db, engine, {
    name: "document_stays_public",
    table: "document",
    on: "update",
    when: "NEW.created_at <> OLD.created_at or NEW.version < OLD.version or (OLD.state = 'PUBLIC' and (NEW.state <> 'PUBLIC' or NEW.slug is null or NEW.slug <> OLD.slug or NEW.published_at <> OLD.published_at))",
    message: "a public document stays public, at its address",
  });
  await forbid(db, engine, {
    name: "document_order",
    table: "document",
    on: "update",
    when: `NEW.issued_on <> OLD.issued_on and exists (select 1 from document_relation r join document d on d.id = case when r.from_id = NEW.id then r.to_id else r.from_id end where r.withdrawn_at is null and r.kind in ${ENDING} and ((r.from_id = NEW.id and NEW.issued_on < d.issued_on) or (r.to_id = NEW.id and d.issued_on < NEW.issued_on)))`,
    message: "nothing is replaced by an older document",
  });
}

async function relation(db: AnyDb, engine: Engine): Promise<void> {
  const guard = (name: string, on: "insert" | "update", when: string, message: string) =>
    forbid(db, engine, { name: `document_relation_${name}`, table: "document_relation", on, when, message });
  await guard(
    "sound",
    "insert",
    "NEW.from_id = NEW.to_id or NEW.kind not in ('REPLACES', 'AMENDS', 'ABOLISHES', 'GUIDES', 'BASED_ON')",
    "a document has no relation to itself",
  );
  await guard(
    "evidenced",
    "insert",
    "not exists (select 1 from evidence e where e.seq = NEW.evidence_seq and e.subject = 'document:' || NEW.from_id and e.act = 'document.relate')",
    "a relation without its evidence",
  );
  await guard(
    "order",
    "insert",
    `NEW.withdrawn_at is null and NEW.kind in ${ENDING} and (exists (select 1 from document a join document b on b.id = NEW.to_id where a.id = NEW.from_id and a.issued_on < b.issued_on) or exists (select 1 from document_relation r where r.from_id = NEW.to_id and r.to_id = NEW.from_id and r.kind in ${ENDING} and r.withdrawn_at is null))`,
    "nothing is replaced by an older document, nor by what it replaces",
  );
  await guard(
    "fixed",
    "update",
    "NEW.from_id <> OLD.from_id or NEW.to_id <> OLD.to_id or NEW.kind <> OLD.kind or NEW.on_day <> OLD.on_day or NEW.created_at <> OLD.created_at or NEW.evidence_seq <> OLD.evidence_seq or OLD.withdrawn_at is not null or NEW.withdrawn_at is null or coalesce(NEW.withdraw_reason, '') = '' or not exists (select 1 from evidence e where e.subject = 'document:' || NEW.from_id and e.act = 'document.unrelate' and e.at = NEW.withdrawn_at)",
    "a relation is withdrawn with a reason, never rewritten",
  );
}
