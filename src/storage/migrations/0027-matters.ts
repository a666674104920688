import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** What the board raises, answers and ends (Đ8.k2, Đ12.k2, Đ18.k2, Đ20.k2, Đ21.k3). */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await tables(db);
  await appendOnly(db, engine, "matter_version", ["matter_id", "version"]);
  await appendOnly(db, engine, "matter_addressee", ["matter_id", "version", "place"]);
  await appendOnly(db, engine, "matter_move", ["id"], [["matter_id", "number"]]);
  await appendOnly(db, engine, "matter_file", ["move_id", "hash"]);
  await neverDeleted(db, engine, "matter", ["id"], [["code"]]);
  await forbid(db, engine, {
    name: "matter_move_by_the_rules",
    table: "matter_move",
    on: "insert",
    when: `NEW.hat = 'SYSTEM'
      or not exists (select 1 from evidence where seq = NEW.evidence_seq and act = 'matter.' || NEW.act
        and subject = 'matter:' || NEW.matter_id and person = NEW.person_id and at = NEW.at)
      or (NEW.act not in ('raise', 'accept') and NEW.words = '')
      or (NEW.act = 'raise') <> (NEW.from_state is null)
      or (NEW.rule = 'task.raise' and NEW.hat not in ('CHIEF', 'DIRECTOR')
        and (NEW.hat <> 'STANDING_DEPUTY' or NEW.delegation_id is null))
      or (NEW.rule like 'authority.%' and NEW.act <> 'comment' and NEW.hat <> 'SECRETARY')
      or (NEW.rule in ('ticket.accept', 'ticket.answer', 'upgrade.plan', 'upgrade.finish') and NEW.hat <> 'ADMIN')
      or (NEW.rule = 'upgrade.agree' and NEW.hat <> 'CHIEF')
      or (NEW.rule in ('proposal.agree', 'review.agree', 'workplan.agree') and NEW.hat not in ('CHIEF', 'DIRECTOR'))`,
    message: "matter_move: only what somebody did whose part it is, with his words",
  });
  const byItsMove = `not exists (select 1 from matter_move m where m.id = NEW.last_move_id and m.matter_id = NEW.id
      and m.to_state = NEW.state and m.rule = NEW.kind || '.' || m.act and m.number = NEW.moves
      and coalesce(m.due_on, '') = coalesce(NEW.due_on, ''))
    or not exists (select 1 from matter_version v where v.matter_id = NEW.id and v.version = NEW.version)
    or (NEW.kind in ('task', 'reminder') and not exists (select 1 from matter_addressee a where a.matter_id = NEW.id and a.version = NEW.version))
    or (NEW.kind in ('task', 'authority') and NEW.due_on is null)`;
  await forbid(db, engine, {
    name: "matter_as_its_moves_insert",
    table: "matter",
    on: "insert",
    when: `${byItsMove} or (NEW.kind in ('review', 'workplan') and (NEW.year is null or (NEW.state <> 'DECLINED'
      and exists (select 1 from matter x where x.kind = NEW.kind and x.year = NEW.year and x.state <> 'DECLINED'))))`,
    message: "matter: it is where its last move put it, and names whom it is for",
  });
  await forbid(db, engine, {
    name: "matter_as_its_moves_update",
    table: "matter",
    on: "update",
    when: `${byItsMove} or NEW.kind <> OLD.kind or NEW.code <> OLD.code or NEW.raised_by <> OLD.raised_by
      or NEW.raised_hat <> OLD.raised_hat or NEW.raised_at <> OLD.raised_at or NEW.moves <> OLD.moves + 1
      or NEW.version < OLD.version or NEW.version > OLD.version + 1
      or not exists (select 1 from matter_move m where m.id = NEW.last_move_id and m.from_state = OLD.state)
      or (OLD.state = 'DECLINED' and NEW.state <> 'DECLINED')
      or (NEW.kind in ('review', 'workplan') and (NEW.year is null or exists (select 1 from matter x
        where x.kind = NEW.kind and x.year = NEW.year and x.state <> 'DECLINED' and x.id <> NEW.id and NEW.state <> 'DECLINED')))`,
    message: "matter: it is where its last move put it, and names whom it is for",
  });
}

async function tables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("matter_move")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("matter_id", "text", (c) => c.notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text")
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("said", "text", (c) => c.notNull())
    .addColumn("due_on", "text")
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("delegation_id", "text", (c) => c.references("delegation.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("clause", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addUniqueConstraint("matter_move_number", ["matter_id", "number"])
    .execute();
  await db.schema
    .createTable("matter_version")
    .addColumn("matter_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("matter_version_key", ["matter_id", "version"])
    .execute();
  await db.schema
    .createTable("matter_addressee")
    .addColumn("matter_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("place", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.references("person.id"))
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addPrimaryKeyConstraint("matter_addressee_key", ["matter_id", "version", "place"])
    .execute();
  await db.schema
    .createTable("matter_file")
    .addColumn("matter_id", "text", (c) => c.notNull())
    .addColumn("move_id", "text", (c) => c.notNull().references("matter_move.id"))
    .addColumn("hash", "text", (c) => c.notNull().references("file.hash"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("size", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("matter_file_key", ["move_id", "hash"])
    .execute();
  await db.schema
    .createTable("matter")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("raised_by", "text", (c) => c.notNull().references("person.id"))
    .addColumn("raised_hat", "text", (c) => c.notNull())
    .addColumn("raised_at", "text", (c) => c.notNull())
    .addColumn("year", "integer")
    .addColumn("is_urgent", "integer", (c) => c.notNull())
    .addColumn("due_on", "text")
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("state_since", "text", (c) => c.notNull())
    .addColumn("moves", "integer", (c) => c.notNull())
    .addColumn("last_move_id", "text", (c) => c.notNull().references("matter_move.id"))
    .execute();
  await db.schema.createIndex("matter_open").on("matter").columns(["kind", "state", "due_on"]).execute();
  await db.schema.createIndex("matter_raised").on("matter").columns(["raised_by", "raised_at"]).execute();
  await db.schema.createIndex("matter_addressee_person").on("matter_addressee").columns(["person_id"]).execute();
}
