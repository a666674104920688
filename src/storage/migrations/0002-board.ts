import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** Units, people, appointments, delegations. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("unit")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("duties", "text", (c) => c.notNull())
    .addColumn("is_standing", "integer", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("active_from", "text", (c) => c.notNull())
    .addColumn("active_to", "text")
    .execute();
  await db.schema
    .createTable("field")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("name", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("person")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("full_name", "text", (c) => c.notNull())
    .addColumn("position", "text", (c) => c.notNull())
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("is_external", "integer", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("left_on", "text")
    .execute();
  await db.schema
    .createTable("appointment")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("is_acting", "integer", (c) => c.notNull())
    .addColumn("from_day", "text", (c) => c.notNull())
    .addColumn("to_day", "text")
    .addColumn("decision_number", "text", (c) => c.notNull())
    .addColumn("decision_day", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("appointment_person").on("appointment").columns(["person_id", "hat"]).execute();
  await db.schema
    .createTable("charge")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("appointment_id", "text", (c) => c.notNull().references("appointment.id"))
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("field_id", "text", (c) => c.references("field.id"))
    .execute();
  await db.schema
    .createTable("delegation")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("from_person", "text", (c) => c.notNull().references("person.id"))
    .addColumn("from_hat", "text", (c) => c.notNull())
    .addColumn("to_person", "text", (c) => c.notNull().references("person.id"))
    .addColumn("to_hat", "text", (c) => c.notNull())
    .addColumn("powers", "text", (c) => c.notNull())
    .addColumn("from_day", "text", (c) => c.notNull())
    .addColumn("to_day", "text", (c) => c.notNull())
    .addColumn("document_number", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("revoked_at", "text")
    .addColumn("revoke_reason", "text")
    .execute();

  for (const table of ["person", "appointment", "delegation"]) await neverDeleted(db, engine, table, ["id"]);
  for (const table of ["unit", "field"]) await neverDeleted(db, engine, table, ["id"], [["code"]]);
  await appendOnly(db, engine, "charge", ["id"]);

  const overlap = `a.id <> NEW.id and (a.to_day is null or a.to_day >= NEW.from_day) and (NEW.to_day is null or a.from_day <= NEW.to_day)`;
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `appointment_one_standing_deputy_${on}`,
      table: "appointment",
      on,
      when: `NEW.hat = 'STANDING_DEPUTY' and exists (select 1 from appointment a where a.hat = 'STANDING_DEPUTY' and ${overlap})`,
      message: "one standing deputy at most",
    });
    await forbid(db, engine, {
      name: `appointment_whole_${on}`,
      table: "appointment",
      on,
      when: `NEW.decision_number = '' or (NEW.to_day is not null and NEW.to_day < NEW.from_day) or (NEW.hat in ('MEMBER', 'CONTRIBUTOR') and NEW.unit_id is null)`,
      message: "an appointment needs a decision, a period, and its unit",
    });
    await forbid(db, engine, {
      name: `delegation_whole_${on}`,
      table: "delegation",
      on,
      when: `NEW.from_person = NEW.to_person or NEW.to_day < NEW.from_day or NEW.document_number = '' or NEW.powers = '[]'`,
      message: "a delegation needs another person, a period, a document and its powers",
    });
  }
  // What a paper said stays said: only its end may be written later.
  await forbid(db, engine, {
    name: "appointment_fixed",
    table: "appointment",
    on: "update",
    when: "NEW.person_id <> OLD.person_id or NEW.hat <> OLD.hat or coalesce(NEW.unit_id, '') <> coalesce(OLD.unit_id, '') or NEW.is_acting <> OLD.is_acting or NEW.from_day <> OLD.from_day or NEW.decision_number <> OLD.decision_number or NEW.decision_day <> OLD.decision_day or (OLD.to_day is not null and (NEW.to_day is null or NEW.to_day > OLD.to_day))",
    message: "an appointment is closed, never rewritten or reopened",
  });
  await forbid(db, engine, {
    name: "delegation_fixed",
    table: "delegation",
    on: "update",
    when: "NEW.from_person <> OLD.from_person or NEW.from_hat <> OLD.from_hat or NEW.to_person <> OLD.to_person or NEW.to_hat <> OLD.to_hat or NEW.powers <> OLD.powers or NEW.from_day <> OLD.from_day or NEW.to_day <> OLD.to_day or NEW.document_number <> OLD.document_number or NEW.reason <> OLD.reason or NEW.created_at <> OLD.created_at or OLD.revoked_at is not null",
    message: "a delegation is revoked, never rewritten",
  });
  await forbid(db, engine, {
    name: "person_gone",
    table: "person",
    on: "update",
    when: "OLD.left_on is not null and (NEW.left_on is null or NEW.left_on > OLD.left_on)",
    message: "who left has left",
  });
}
