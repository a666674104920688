import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** Days off the centre enters, marks of what came in, questions of the public and their answers. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("holiday")
    .addColumn("day", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("is_off", "integer", (c) => c.notNull())
    .addColumn("changed_at", "text", (c) => c.notNull())
    .addColumn("changed_by", "text", (c) => c.notNull())
    .execute();
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
    .createTable("enquiry_move")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("enquiry_id", "text", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text")
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("clause", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema.createIndex("enquiry_move_of").on("enquiry_move").columns(["enquiry_id", "evidence_seq"]).execute();
  await db.schema
    .createTable("enquiry")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("topic", "text", (c) => c.notNull())
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
    .addColumn("last_move_id", "text", (c) => c.notNull().references("enquiry_move.id"))
    .addColumn("public_question", "text", (c) => c.notNull())
    .addColumn("answer", "text", (c) => c.notNull())
    .addColumn("is_public", "integer", (c) => c.notNull())
    .addColumn("drafted_by", "text", (c) => c.references("person.id"))
    .addColumn("released_by", "text", (c) => c.references("person.id"))
    .addColumn("erased_at", "text")
    .execute();
  await db.schema.createIndex("enquiry_open").on("enquiry").columns(["state", "due_on"]).execute();
  await db.schema
    .createTable("enquiry_file")
    .addColumn("enquiry_id", "text", (c) => c.notNull().references("enquiry.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("size", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("enquiry_file_key", ["enquiry_id", "hash"])
    .execute();
  await db.schema
    .createTable("published_answer")
    .addColumn("number", "integer", (c) => c.primaryKey())
    .addColumn("enquiry_id", "text", (c) => c.notNull().unique().references("enquiry.id"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("question", "text", (c) => c.notNull())
    .addColumn("answer", "text", (c) => c.notNull())
    .addColumn("folded", "text", (c) => c.notNull())
    .addColumn("asked_on", "text", (c) => c.notNull())
    .addColumn("published_at", "text", (c) => c.notNull())
    .addColumn("taken_down_at", "text")
    .addColumn("takedown_reason", "text")
    .execute();
  await db.schema
    .createIndex("published_answer_newest")
    .on("published_answer")
    .columns(["published_at", "number"])
    .execute();
  await guard(db, engine);
}

async function guard(db: AnyDb, engine: Engine): Promise<void> {
  await appendOnly(db, engine, "enquiry_move", ["id"]);
  await neverDeleted(db, engine, "enquiry", ["id"], [["code"]]);
  await neverDeleted(db, engine, "published_answer", ["number"], [["enquiry_id"]]);
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `enquiry_moved_${on}`,
      table: "enquiry",
      on,
      when: "not exists (select 1 from enquiry_move m where m.id = NEW.last_move_id and m.enquiry_id = NEW.id and m.to_state = NEW.state)",
      message: "an enquiry is where its last step put it",
    });
    await forbid(db, engine, {
      name: `enquiry_four_eyes_${on}`,
      table: "enquiry",
      on,
      when: "NEW.state = 'RELEASED' and (NEW.released_by is null or NEW.drafted_by is null or NEW.released_by = NEW.drafted_by)",
      message: "who drafted an answer does not release it",
    });
    await forbid(db, engine, {
      name: `enquiry_erased_${on}`,
      table: "enquiry",
      on,
      when: "NEW.erased_at is not null and (NEW.sender_name <> '' or NEW.sender_email <> '' or NEW.sender_phone <> '' or NEW.content <> '' or NEW.topic <> '' or NEW.public_question <> '' or NEW.answer <> '')",
      message: "what was erased stays erased",
    });
  }
  await forbid(db, engine, {
    name: "enquiry_as_sent",
    table: "enquiry",
    on: "update",
    when: "(NEW.content <> OLD.content and NEW.erased_at is null) or NEW.content_hash <> OLD.content_hash or NEW.code <> OLD.code or NEW.received_at <> OLD.received_at or NEW.consent_at <> OLD.consent_at or (OLD.erased_at is not null and NEW.erased_at is null)",
    message: "what was sent is kept as sent until it is erased",
  });
  await forbid(db, engine, {
    name: "published_answer_released",
    table: "published_answer",
    on: "insert",
    when: "not exists (select 1 from enquiry e where e.id = NEW.enquiry_id and e.state = 'RELEASED' and e.is_public = 1 and (e.erased_at is not null or (e.answer = NEW.answer and e.public_question = NEW.question)))",
    message: "only a released answer is public",
  });
  await forbid(db, engine, {
    name: "published_answer_as_released",
    table: "published_answer",
    on: "update",
    when: "NEW.question <> OLD.question or NEW.answer <> OLD.answer or NEW.enquiry_id <> OLD.enquiry_id or NEW.published_at <> OLD.published_at or (OLD.taken_down_at is not null and (NEW.taken_down_at is null or NEW.taken_down_at <> OLD.taken_down_at))",
    message: "a released answer is never rewritten",
  });
}
