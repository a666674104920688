import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid } from "../guards.ts";

/** The twice-daily check (Đ12.k2): what was checked, when, by whom; and files read again in the meantime. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("content_check")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("slot", "text", (c) => c.notNull().unique())
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("due_at", "text", (c) => c.notNull())
    .addColumn("outcome", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("seen_seq", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema.createIndex("content_check_day").on("content_check").columns(["day"]).execute();
  await db.schema
    .createTable("file_proof")
    .addColumn("hash", "text", (c) => c.primaryKey().references("file.hash"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("fault", "text", (c) => c.notNull())
    .execute();
  await appendOnly(db, engine, "content_check", ["id"], [["slot"]]);
  await forbid(db, engine, {
    name: "content_check_by_a_person",
    table: "content_check",
    on: "insert",
    when: `NEW.hat <> 'ADMIN' or NEW.outcome not in ('ok', 'problem') or (NEW.outcome = 'problem' and NEW.note = '')
      or NEW.slot not in (NEW.day || ' sang', NEW.day || ' chieu')
      or not exists (select 1 from evidence where seq = NEW.evidence_seq and act = 'check.record'
        and subject = 'check:' || NEW.slot and person = NEW.person_id and at = NEW.at)`,
    message: "content_check: only what the administrator himself recorded",
  });
}
