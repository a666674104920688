import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** Fixed pages and admissions with their approvals (Đ14.k1, Đ14.k7), and how units and leaders are reached (Đ14.k4). */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("page")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("lang", "text", (c) => c.notNull())
    .addColumn("slug", "text", (c) => c.notNull().unique())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("live_version", "integer")
    .addColumn("live_at", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  // Versions and steps come before the page they change, so that the page can be held to them.
  await db.schema
    .createTable("page_version")
    .addColumn("page_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("files", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("page_version_key", ["page_id", "version"])
    .execute();
  await db.schema
    .createTable("page_move")
    .addColumn("page_id", "text", (c) => c.notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text", (c) => c.notNull())
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("page_move_key", ["page_id", "number"])
    .execute();
  await db.schema
    .createTable("page_file")
    .addColumn("page_id", "text", (c) => c.notNull().references("page.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("page_file_key", ["page_id", "hash"])
    .execute();
  await db.schema.createIndex("page_file_hash").on("page_file").column("hash").execute();
  await db.schema
    .createTable("contact")
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("subject_id", "text", (c) => c.notNull())
    .addColumn("phone", "text", (c) => c.notNull())
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("task", "text", (c) => c.notNull())
    .addColumn("is_shown", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("contact_key", ["subject", "subject_id"])
    .execute();

  await neverDeleted(db, engine, "page", ["id"], [["slug"]]);
  await appendOnly(db, engine, "page_version", ["page_id", "version"]);
  await appendOnly(db, engine, "page_move", ["page_id", "number"]);
  await appendOnly(db, engine, "page_file", ["page_id", "hash"]);

  const approved =
    "exists (select 1 from page_move m join page_version v on v.page_id = m.page_id and v.version = m.version and v.hash = m.hash where m.page_id = NEW.id and m.version = NEW.live_version and m.to_state = 'LIVE' and m.hat in ('CHIEF', 'STANDING_DEPUTY') and m.person_id <> v.person_id)";
  const moved =
    "exists (select 1 from page_move m where m.page_id = NEW.id and m.to_state = NEW.state and m.version = NEW.version and m.number = (select max(x.number) from page_move x where x.page_id = NEW.id))";
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `page_approved_${on}`,
      table: "page",
      on,
      when: `NEW.live_version is not null and not ${approved}`,
      message: "the public reads only what the head of the board or the standing deputy approved",
    });
    await forbid(db, engine, {
      name: `page_moved_${on}`,
      table: "page",
      on,
      when: `not ${moved}`,
      message: "no state of a page without its step",
    });
  }
  await forbid(db, engine, {
    name: "page_stays",
    table: "page",
    on: "update",
    when: "(OLD.live_version is not null and (NEW.live_version is null or NEW.live_version < OLD.live_version)) or NEW.slug <> OLD.slug or NEW.kind <> OLD.kind or NEW.version < OLD.version",
    message: "what was public stays at its address and is replaced only by what came later",
  });
  await forbid(db, engine, {
    name: "page_file_public",
    table: "page_file",
    on: "insert",
    when: "not exists (select 1 from page p where p.id = NEW.page_id and p.live_version is not null)",
    message: "only files of a public page are public",
  });
}
