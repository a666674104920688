import { createIntakeTables, createSlipTable } from "../../intake/migration.ts";
import type { Engine } from "../database.ts";
import { type AnyDb, forbid, neverDeleted } from "../guards.ts";

/** Days off the centre enters, what comes in from the public, its questions and their answers. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("holiday")
    .addColumn("day", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("is_off", "integer", (c) => c.notNull())
    .addColumn("changed_at", "text", (c) => c.notNull())
    .addColumn("changed_by", "text", (c) => c.notNull())
    .execute();
  await createIntakeTables(db, engine);
  await createSlipTable(db, engine, {
    table: "enquiry",
    own: (table) =>
      table
        .addColumn("kind", "text", (c) => c.notNull())
        .addColumn("topic", "text", (c) => c.notNull())
        .addColumn("public_question", "text", (c) => c.notNull())
        .addColumn("is_public", "integer", (c) => c.notNull())
        .addColumn("drafted_by", "text", (c) => c.references("person.id"))
        .addColumn("released_by", "text", (c) => c.references("person.id")),
    personal: ["topic", "public_question"],
    fixed: ["kind"],
  });
  await db.schema
    .createTable("published_answer")
    .addColumn("number", "integer", (c) => c.primaryKey())
    .addColumn("enquiry_id", "text", (c) => c.notNull().unique().references("enquiry.id"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("question", "text", (c) => c.notNull())
    .addColumn("answer", "text", (c) => c.notNull())
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
  await neverDeleted(db, engine, "published_answer", ["number"], [["enquiry_id"]]);
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `enquiry_four_eyes_${on}`,
      table: "enquiry",
      on,
      when: "NEW.state = 'RELEASED' and (NEW.released_by is null or NEW.drafted_by is null or (NEW.released_by = NEW.drafted_by and not exists (select 1 from slip_move m where m.slip_id = NEW.id and m.act = 'release' and m.person_id = NEW.released_by and m.exception_reason <> '')))",
      message: "who drafted an answer does not release it, unless by an exception with its reason",
    });
  }
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
