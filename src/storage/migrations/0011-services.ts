import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** The catalogue of procedures and services (Đ14.k5): kept in versions, labelled when over, never deleted. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("catalogue_entry")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("code", "text", (c) => c.notNull())
    .addColumn("slug", "text", (c) => c.notNull().unique())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("review_on", "text", (c) => c.notNull())
    .addColumn("confirmed_on", "text", (c) => c.notNull())
    .addColumn("expired_on", "text")
    .addColumn("expired_reason", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .addUniqueConstraint("catalogue_entry_code", ["kind", "code"])
    .execute();
  // The version comes before its entry, so that an entry can be held to it.
  await db.schema
    .createTable("catalogue_version")
    .addColumn("entry_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("files", "text", (c) => c.notNull())
    .addColumn("level", "text")
    .addColumn("days", "integer")
    .addColumn("dossier_count", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("catalogue_version_key", ["entry_id", "version"])
    .execute();
  await db.schema
    .createTable("catalogue_file")
    .addColumn("entry_id", "text", (c) => c.notNull().references("catalogue_entry.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("catalogue_file_key", ["entry_id", "hash"])
    .execute();
  await db.schema.createIndex("catalogue_file_hash").on("catalogue_file").column("hash").execute();

  await neverDeleted(db, engine, "catalogue_entry", ["id"], [["slug"], ["kind", "code"]]);
  await appendOnly(db, engine, "catalogue_version", ["entry_id", "version"]);
  await appendOnly(db, engine, "catalogue_file", ["entry_id", "hash"]);

  const whole =
    "(NEW.kind = 'procedure' and v.days >= 1 and v.dossier_count >= 1) or (NEW.kind = 'service' and v.level in ('FULL_ONLINE', 'PARTIAL_ONLINE', 'INFORMATION_ONLY'))";
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `catalogue_entry_whole_${on}`,
      table: "catalogue_entry",
      on,
      when: `NEW.status not in ('DRAFT', 'PUBLIC') or not exists (select 1 from catalogue_version v where v.entry_id = NEW.id and v.version = NEW.version and (NEW.status = 'DRAFT' or ${whole}))`,
      message: "a public procedure has its time limit and dossier, a public service its level",
    });
  }
  await forbid(db, engine, {
    name: "catalogue_entry_stays",
    table: "catalogue_entry",
    on: "update",
    when: "(OLD.status = 'PUBLIC' and NEW.status <> 'PUBLIC') or NEW.slug <> OLD.slug or NEW.kind <> OLD.kind or NEW.code <> OLD.code or NEW.version < OLD.version or (OLD.expired_on is not null and (NEW.expired_on is null or NEW.expired_on <> OLD.expired_on or NEW.version <> OLD.version))",
    message: "an entry that was public stays public at its address, and what is over stays over",
  });
  await forbid(db, engine, {
    name: "catalogue_file_public",
    table: "catalogue_file",
    on: "insert",
    when: "not exists (select 1 from catalogue_entry e where e.id = NEW.entry_id and e.status = 'PUBLIC')",
    message: "only forms of a public entry are public",
  });
}
