import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid } from "../guards.ts";

/** Heads of units acknowledge the regulation themselves (QĐ-Đ3); evidence is found by its clause (board of clauses). */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("regulation_acknowledgement")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("regulation", "text", (c) => c.notNull())
    .addColumn("appointment_id", "text", (c) => c.notNull().references("appointment.id"))
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addUniqueConstraint("regulation_acknowledgement_once", ["regulation", "appointment_id"])
    .execute();
  await db.schema.createIndex("evidence_clause").on("evidence").columns(["clause", "seq"]).execute();
  await appendOnly(db, engine, "regulation_acknowledgement", ["id"], [["regulation", "appointment_id"]]);
  await forbid(db, engine, {
    name: "regulation_acknowledged_by_the_head",
    table: "regulation_acknowledgement",
    on: "insert",
    when: `NEW.hat <> 'MEMBER'
      or not exists (select 1 from appointment where id = NEW.appointment_id and person_id = NEW.person_id
        and hat = 'MEMBER' and unit_id = NEW.unit_id)
      or not exists (select 1 from evidence where seq = NEW.evidence_seq and act = 'regulation.acknowledge'
        and person = NEW.person_id and hat = 'MEMBER' and at = NEW.at)`,
    message: "regulation_acknowledgement: only by the head of the unit himself",
  });
}
