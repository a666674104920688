import type { CreateTableBuilder } from "kysely";
import type { Engine } from "../storage/database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../storage/guards.ts";

/** Marks of what came in, and the steps and files of every slip. */
export async function createIntakeTables(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("intake_attempt")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("origin", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("code", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("intake_attempt_origin").on("intake_attempt").columns(["origin", "at"]).execute();
  await db.schema.createIndex("intake_attempt_at").on("intake_attempt").column("at").execute();
  await db.schema
    .createTable("slip_move")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("slip_id", "text", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text")
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("delegation_id", "text", (c) => c.references("delegation.id"))
    .addColumn("exception_reason", "text")
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("clause", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema.createIndex("slip_move_of").on("slip_move").columns(["slip_id", "evidence_seq"]).execute();
  await appendOnly(db, engine, "slip_move", ["id"]);
  await db.schema
    .createTable("slip_file")
    .addColumn("slip_id", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("size", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("slip_file_key", ["slip_id", "hash"])
    .execute();
}

interface NewTable {
  readonly table: string;
  /** Columns of its own, beside those that every slip has. */
  readonly own: (table: CreateTableBuilder<string, never>) => CreateTableBuilder<string, never>;
  /** Those of them that may name somebody, and so are emptied in time. */
  readonly personal: readonly string[];
  /** Those of them that stay as they were sent. */
  readonly fixed: readonly string[];
}

/** One kind of slip, with what the database promises of each: where its last step put it, as sent, erased for good. */
export async function createSlipTable(
  db: AnyDb,
  engine: Engine,
  { table, own, personal, fixed }: NewTable,
): Promise<void> {
  const common = db.schema
    .createTable(table)
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("sender_name", "text", (c) => c.notNull())
    .addColumn("sender_email", "text", (c) => c.notNull())
    .addColumn("sender_phone", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("content_hash", "text", (c) => c.notNull())
    .addColumn("consent_at", "text", (c) => c.notNull())
    .addColumn("received_at", "text", (c) => c.notNull())
    .addColumn("due_on", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("state_since", "text", (c) => c.notNull())
    .addColumn("last_move_id", "text", (c) => c.notNull().references("slip_move.id"))
    .addColumn("answer", "text", (c) => c.notNull())
    .addColumn("article_id", "text", (c) => c.references("article.id"))
    .addColumn("erased_at", "text");
  await own(common as never).execute();
  await db.schema.createIndex(`${table}_open`).on(table).columns(["state", "due_on"]).execute();
  await neverDeleted(db, engine, table, ["id"], [["code"]]);
  const emptied = ["sender_name", "sender_email", "sender_phone", "content", "answer", ...personal];
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `${table}_moved_${on}`,
      table,
      on,
      when: "not exists (select 1 from slip_move m where m.id = NEW.last_move_id and m.slip_id = NEW.id and m.to_state = NEW.state)",
      message: "a slip is where its last step put it",
    });
    await forbid(db, engine, {
      name: `${table}_erased_${on}`,
      table,
      on,
      when: `NEW.erased_at is not null and (${emptied.map((column) => `NEW.${column} <> ''`).join(" or ")})`,
      message: "what was erased stays erased",
    });
  }
  const kept = ["content_hash", "code", "received_at", "consent_at", ...fixed];
  await forbid(db, engine, {
    name: `${table}_as_sent`,
    table,
    on: "update",
    when: `(NEW.content <> OLD.content and NEW.erased_at is null) or ${kept.map((column) => `NEW.${column} <> OLD.${column}`).join(" or ")} or (OLD.erased_at is not null and NEW.erased_at is null)`,
    message: "what was sent is kept as sent until it is erased",
  });
}
