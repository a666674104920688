import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid } from "../guards.ts";

/** The log, the outbox, the settings. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("evidence")
    .addColumn("seq", "integer", (c) => c.primaryKey())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("delegation_id", "text")
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("clause", "text")
    .addColumn("reason", "text")
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("prev_hash", "text", (c) => c.notNull().unique())
    .addColumn("hash", "text", (c) => c.notNull().unique())
    .execute();
  await db.schema.createIndex("evidence_subject").on("evidence").columns(["subject", "seq"]).execute();
  await db.schema.createIndex("evidence_person").on("evidence").columns(["person", "seq"]).execute();
  await appendOnly(db, engine, "evidence", ["seq"], [["prev_hash"], ["hash"]]);
  await forbid(db, engine, {
    name: "evidence_follows",
    table: "evidence",
    on: "insert",
    when: `NEW.seq <> coalesce((select max(e.seq) from evidence e), 0) + 1 or NEW.prev_hash <> coalesce((select e.hash from evidence e order by e.seq desc limit 1), '${"0".repeat(64)}')`,
    message: "a row of the log follows the one before",
  });

  await db.schema
    .createTable("outbox")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("payload", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("next_try_at", "text", (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull())
    .addColumn("done_at", "text")
    .addColumn("last_error", "text")
    .execute();
  await db.schema.createIndex("outbox_due").on("outbox").columns(["done_at", "next_try_at"]).execute();

  await db.schema
    .createTable("setting")
    .addColumn("key", "text", (c) => c.primaryKey())
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("changed_at", "text", (c) => c.notNull())
    .addColumn("changed_by", "text", (c) => c.notNull())
    .execute();
}
