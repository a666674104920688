import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** Requests to take something down, their steps and proofs (Đ15.k3). */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("takedown_move")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("request_id", "text", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text")
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("delegation_id", "text", (c) => c.references("delegation.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("clause", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema.createIndex("takedown_move_of").on("takedown_move").columns(["request_id", "evidence_seq"]).execute();
  await db.schema
    .createTable("takedown_request")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("requester_name", "text", (c) => c.notNull())
    .addColumn("requester_email", "text", (c) => c.notNull())
    .addColumn("requester_phone", "text", (c) => c.notNull())
    .addColumn("target_kind", "text", (c) => c.notNull())
    .addColumn("target_id", "text", (c) => c.notNull())
    .addColumn("target_path", "text", (c) => c.notNull())
    .addColumn("target_title", "text", (c) => c.notNull())
    .addColumn("reason_class", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("content_hash", "text", (c) => c.notNull())
    .addColumn("consent_at", "text", (c) => c.notNull())
    .addColumn("received_at", "text", (c) => c.notNull())
    .addColumn("due_on", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("state_since", "text", (c) => c.notNull())
    .addColumn("last_move_id", "text", (c) => c.notNull().references("takedown_move.id"))
    .addColumn("decided_class", "text")
    .addColumn("answer", "text", (c) => c.notNull())
    .addColumn("erased_at", "text")
    .execute();
  await db.schema.createIndex("takedown_open").on("takedown_request").columns(["state", "due_on"]).execute();
  await db.schema
    .createTable("takedown_file")
    .addColumn("request_id", "text", (c) => c.notNull().references("takedown_request.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("size", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("takedown_file_key", ["request_id", "hash"])
    .execute();

  await appendOnly(db, engine, "takedown_move", ["id"]);
  await neverDeleted(db, engine, "takedown_request", ["id"], [["code"]]);
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `takedown_moved_${on}`,
      table: "takedown_request",
      on,
      when: "not exists (select 1 from takedown_move m where m.id = NEW.last_move_id and m.request_id = NEW.id and m.to_state = NEW.state)",
      message: "a request is where its last step put it",
    });
    await forbid(db, engine, {
      name: `takedown_erased_${on}`,
      table: "takedown_request",
      on,
      when: "NEW.erased_at is not null and (NEW.requester_name <> '' or NEW.requester_email <> '' or NEW.requester_phone <> '' or NEW.content <> '' or NEW.answer <> '')",
      message: "what was erased stays erased",
    });
    await forbid(db, engine, {
      name: `takedown_not_disclosure_${on}`,
      table: "takedown_request",
      on,
      when: "NEW.target_path = '/cong-khai' or NEW.target_path like '/cong-khai/%' or NEW.target_kind not in ('article', 'answer')",
      message: "a disclosure is never taken down",
    });
  }
  await forbid(db, engine, {
    name: "takedown_decided_first",
    table: "takedown_request",
    on: "update",
    when: "NEW.state = 'EXECUTED' and not exists (select 1 from takedown_move m where m.request_id = NEW.id and m.act = 'accept' and m.hat in ('CHIEF', 'STANDING_DEPUTY'))",
    message: "nothing is taken down without the decision of the head of the board",
  });
  await forbid(db, engine, {
    name: "takedown_as_sent",
    table: "takedown_request",
    on: "update",
    when: "(NEW.content <> OLD.content and NEW.erased_at is null) or NEW.content_hash <> OLD.content_hash or NEW.code <> OLD.code or NEW.received_at <> OLD.received_at or NEW.target_path <> OLD.target_path or NEW.target_id <> OLD.target_id or (OLD.erased_at is not null and NEW.erased_at is null)",
    message: "a request is kept as sent until it is erased",
  });
}
