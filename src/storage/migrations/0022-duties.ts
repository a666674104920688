import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid } from "../guards.ts";

/** Who was told of what is due (Đ8.k2.g5, requirements §8): each stage of an item once, never an earlier one after it. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("duty_notice")
    .addColumn("duty", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("period", "text", (c) => c.notNull())
    .addColumn("minutes_ahead", "integer", (c) => c.notNull())
    .addColumn("due_at", "text", (c) => c.notNull())
    .addColumn("told", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("duty_notice_once", ["duty", "subject", "period", "minutes_ahead"])
    .execute();
  // Duties are computed from the acts that closed them.
  await db.schema.createIndex("evidence_act").on("evidence").columns(["act", "seq"]).execute();
  await appendOnly(db, engine, "duty_notice", ["duty", "subject", "period", "minutes_ahead"]);
  await forbid(db, engine, {
    name: "duty_notice_in_order",
    table: "duty_notice",
    on: "insert",
    when: `exists (select 1 from duty_notice n where n.duty = NEW.duty and n.subject = NEW.subject
      and n.period = NEW.period and n.minutes_ahead <= NEW.minutes_ahead)`,
    message: "duty_notice: this stage, or a later one, was told before",
  });
  await forbid(db, engine, {
    name: "duty_notice_is_logged",
    table: "duty_notice",
    on: "insert",
    when: `NEW.minutes_ahead < -1 or (NEW.minutes_ahead = -1 and NEW.at <= NEW.due_at)
      or not exists (select 1 from evidence e where e.seq = NEW.evidence_seq and e.act = 'duty.tell'
        and e.person = 'system' and e.at = NEW.at)`,
    message: "duty_notice: only what the clock told and logged, and late only what is late",
  });
}
