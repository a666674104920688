import { sql } from "kysely";
import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid } from "../guards.ts";

/**
 * The lists of disclosure change by dated rows only: what an item or a regime began with stays as it was, and
 * no row reaches back to a day before it was written.
 */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  for (const column of ["from_year", "to_year"]) {
    await db.schema.alterTable("disclosure_item").addColumn(column, "integer").execute();
  }
  await db.schema
    .createTable("disclosure_item_change")
    .addColumn("evidence_seq", "integer", (c) => c.primaryKey().references("evidence.seq"))
    .addColumn("item_id", "text", (c) => c.notNull().references("disclosure_item.id"))
    .addColumn("changed_on", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("citation", "text", (c) => c.notNull())
    .addColumn("forms", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("to_year", "integer")
    .addColumn("due_from", "text", (c) => c.notNull())
    .addColumn("due_month", "integer", (c) => c.notNull())
    .addColumn("due_day", "integer", (c) => c.notNull())
    .addColumn("change_days", "integer", (c) => c.notNull())
    .addCheckConstraint("disclosure_item_change_titled", sql`length(trim(title)) > 0`)
    .addCheckConstraint("disclosure_item_change_ahead", sql`due_from >= changed_on`)
    .execute();
  await db.schema
    .createTable("disclosure_regime_change")
    .addColumn("evidence_seq", "integer", (c) => c.primaryKey().references("evidence.seq"))
    .addColumn("regime_id", "text", (c) => c.notNull().references("disclosure_regime.id"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("citation", "text", (c) => c.notNull())
    .addColumn("to_year", "integer")
    .addCheckConstraint("disclosure_regime_change_named", sql`length(trim(name)) > 0 and length(trim(citation)) > 0`)
    .execute();

  await appendOnly(db, engine, "disclosure_item_change", ["evidence_seq"]);
  await appendOnly(db, engine, "disclosure_regime_change", ["evidence_seq"]);
  for (const table of ["disclosure_item", "disclosure_regime"]) {
    await forbid(db, engine, {
      name: `${table}_begins_once`,
      table,
      on: "update",
      when: engine === "sqlite" ? "1" : "true",
      message: `${table}: what it began with is never changed`,
    });
  }
  const logged = (act: string, subject: string) =>
    `exists (select 1 from evidence e where e.seq = NEW.evidence_seq and e.act = '${act}' and e.subject = ${subject}`;
  await forbid(db, engine, {
    name: "disclosure_item_change_logged",
    table: "disclosure_item_change",
    on: "insert",
    // The log keeps UTC; its day is never after the day here, so a row that is not older than it was not backdated.
    when: `not ${logged("disclosure.changeItem", "'disclosureItem:' || NEW.item_id")} and NEW.changed_on >= substr(e.at, 1, 10))`,
    message: "disclosure_item_change: only what the log tells of, not backdated",
  });
  await forbid(db, engine, {
    name: "disclosure_regime_change_logged",
    table: "disclosure_regime_change",
    on: "insert",
    when: `not ${logged("disclosure.changeRegime", "'disclosureRegime:' || NEW.regime_id")})`,
    message: "disclosure_regime_change: only what the log tells of",
  });
}
