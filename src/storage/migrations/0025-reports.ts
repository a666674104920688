import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** Reports (Đ8, Đ11, Đ12, Đ18, Đ20): what was submitted is kept word by word, what was accepted never changes. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("report")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("period", "text", (c) => c.notNull())
    .addColumn("from_day", "text", (c) => c.notNull())
    .addColumn("to_day", "text", (c) => c.notNull())
    .addColumn("due_at", "text", (c) => c.notNull())
    .addColumn("topic", "text", (c) => c.notNull())
    .addColumn("author_hat", "text", (c) => c.notNull())
    .addColumn("receiver_hat", "text", (c) => c.notNull())
    .addColumn("ordered_by", "text", (c) => c.references("person.id"))
    .addColumn("ordered_hat", "text")
    .addColumn("request_number", "text")
    .addColumn("request_day", "text")
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("round", "integer", (c) => c.notNull())
    .addColumn("assessment", "text", (c) => c.notNull())
    .addColumn("difficulties", "text", (c) => c.notNull())
    .addColumn("proposals", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("first_submitted_at", "text")
    .addColumn("submitted_at", "text")
    .addColumn("submitted_by", "text", (c) => c.references("person.id"))
    .addColumn("accepted_at", "text")
    .addColumn("sent_number", "integer")
    .addColumn("sent_on", "text")
    .addColumn("last_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addUniqueConstraint("report_period", ["kind", "period"])
    .execute();
  // Steps and what was submitted are restored before their report, so that it can be held to them.
  await db.schema
    .createTable("report_snapshot")
    .addColumn("report_id", "text", (c) => c.notNull())
    .addColumn("round", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("since_at", "text", (c) => c.notNull())
    .addColumn("until_at", "text", (c) => c.notNull())
    .addColumn("seal_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addColumn("seal_hash", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("report_snapshot_key", ["report_id", "round"])
    .execute();
  await db.schema
    .createTable("report_move")
    .addColumn("seq", "integer", (c) => c.primaryKey().references("evidence.seq"))
    .addColumn("report_id", "text", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text", (c) => c.notNull())
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("both_hats", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("report_move_of").on("report_move").columns(["report_id", "seq"]).execute();

  await neverDeleted(db, engine, "report", ["id"], [["kind", "period"]]);
  await appendOnly(db, engine, "report_snapshot", ["report_id", "round"]);
  await appendOnly(db, engine, "report_move", ["seq"]);
  await guardReport(db, engine);
  await guardSnapshot(db, engine);
  await guardMove(db, engine);
}

const differs = (columns: readonly string[]) =>
  columns.map((column) => `coalesce(NEW.${column}, '') <> coalesce(OLD.${column}, '')`).join(" or ");
const TEXTS = ["assessment", "difficulties", "proposals"] as const;
/** Columns that say what a report is: as they were when it began. */
const IDENTITY = [
  ...["kind", "period", "from_day", "to_day", "due_at", "topic", "author_hat", "receiver_hat"],
  ...["ordered_by", "ordered_hat", "request_number", "request_day", "created_at"],
] as const;
const COURSE = ["state", "first_submitted_at", "submitted_at", "submitted_by", "accepted_at"] as const;

/** A draft that its act has just begun. */
const FRESH = `NEW.state = 'DRAFT' and NEW.round = 0
  and NEW.submitted_at is null and NEW.first_submitted_at is null and NEW.submitted_by is null
  and NEW.accepted_at is null and NEW.sent_on is null and NEW.sent_number is null
  and not exists (select 1 from report_move m where m.report_id = NEW.id)
  and exists (select 1 from evidence e where e.seq = NEW.last_seq and e.subject = 'report:' || NEW.id
    and e.act in ('report.prepare', 'report.order') and e.at = NEW.created_at)`;

const step = (column: string, where: string) =>
  `(select m.${column} from report_move m where m.report_id = NEW.id and ${where} order by m.seq desc limit 1)`;
const same = (column: string, value: string) => `coalesce(NEW.${column}, '') = coalesce(${value}, '')`;

/** A report of a backup: its steps came before it, and it stands where they left it. */
const AS_ITS_STEPS_SAY = `exists (select 1 from report_move m where m.report_id = NEW.id)
  and NEW.state = ${step("to_state", "1 = 1")}
  and NEW.round = (select count(*) from report_move m where m.report_id = NEW.id and m.act = 'submit')
  and ${same("submitted_at", step("at", "m.act = 'submit'"))}
  and ${same("submitted_by", step("person_id", "m.act = 'submit'"))}
  and ${same("first_submitted_at", "(select min(m.at) from report_move m where m.report_id = NEW.id and m.act = 'submit')")}
  and ${same("accepted_at", step("at", "m.from_state <> 'ACCEPTED' and m.to_state = 'ACCEPTED'"))}
  and ((NEW.sent_on is null and NEW.sent_number is null)
    or exists (select 1 from report_move m where m.report_id = NEW.id and m.act = 'send'))
  and not exists (select 1 from report_move m where m.report_id = NEW.id and m.act = 'accept' and m.both_hats = 0
    and m.person_id = NEW.submitted_by)
  and not exists (select 1 from report_move m where m.report_id = NEW.id and ((m.act = 'submit' and m.hat <> NEW.author_hat)
    or (m.act in ('accept', 'return') and m.hat <> NEW.receiver_hat)))
  and not exists (select 1 from report_move m where m.report_id = NEW.id and m.both_hats = 1
    and (select count(distinct a.hat) from appointment a where a.person_id = m.person_id
      and a.hat in (NEW.author_hat, NEW.receiver_hat)) < 2)
  and (NEW.state not in ('SUBMITTED', 'ACCEPTED') or (trim(NEW.assessment) <> '' and trim(NEW.difficulties) <> ''
    and trim(NEW.proposals) <> '' and exists (select 1 from report_snapshot s
      where s.report_id = NEW.id and s.round = NEW.round and s.hash = ${step("hash", "m.act in ('submit', 'accept')")})))`;

async function guardReport(db: AnyDb, engine: Engine): Promise<void> {
  await forbid(db, engine, {
    name: "report_begins_as_draft",
    table: "report",
    on: "insert",
    when: `NEW.from_day > NEW.to_day or not ((${FRESH}) or (${AS_ITS_STEPS_SAY}))`,
    message:
      "report: begins as a draft over a period that is one, by an act in the log; restored, it is what its steps say",
  });
  await forbid(db, engine, {
    name: "report_stays_itself",
    table: "report",
    on: "update",
    when: differs(IDENTITY),
    message: "report: kind, period and parties stay",
  });
  await forbid(db, engine, {
    name: "report_accepted_is_frozen",
    table: "report",
    on: "update",
    when: `OLD.state = 'ACCEPTED' and (${differs([...COURSE, ...TEXTS])} or NEW.round <> OLD.round
      or OLD.sent_on is not null)`,
    message: "report: what was accepted is never changed",
  });
  await forbid(db, engine, {
    name: "report_submitted_stays",
    table: "report",
    on: "update",
    when: `OLD.state = 'SUBMITTED' and (${differs(TEXTS)} or NEW.round <> OLD.round)`,
    message: "report: what was submitted changes only after it was returned",
  });
  await forbid(db, engine, {
    name: "report_moves_by_a_step",
    table: "report",
    on: "update",
    when: `(NEW.state <> OLD.state or NEW.round <> OLD.round or ${differs(["first_submitted_at", "submitted_at", "submitted_by", "accepted_at"])})
      and (NEW.state = OLD.state or not exists (select 1 from report_move m where m.seq = NEW.last_seq
        and m.report_id = NEW.id and m.from_state = OLD.state and m.to_state = NEW.state))`,
    message: "report: no state without its step",
  });
  await forbid(db, engine, {
    name: "report_submitted_is_whole",
    table: "report",
    on: "update",
    when: `NEW.state in ('SUBMITTED', 'ACCEPTED') and (${TEXTS.map((text) => `trim(NEW.${text}) = ''`).join(" or ")}
      or NEW.submitted_at is null or NEW.first_submitted_at is null or NEW.submitted_by is null
      or (NEW.state = 'ACCEPTED') <> (NEW.accepted_at is not null)
      or not exists (select 1 from report_snapshot s where s.report_id = NEW.id and s.round = NEW.round))`,
    message: "report: nothing is submitted without its figures and its three texts (REQ-140)",
  });
  await forbid(db, engine, {
    name: "report_sent_is_signed",
    table: "report",
    on: "update",
    when: `(NEW.sent_on is not null or NEW.sent_number is not null) and (NEW.kind <> 'authority' or NEW.state <> 'ACCEPTED'
      or NEW.sent_on is null or NEW.sent_number is null
      or not exists (select 1 from report_move m where m.seq = NEW.last_seq and m.report_id = NEW.id and m.act = 'send'))`,
    message: "report: only what was signed goes to Sở",
  });
}

async function guardSnapshot(db: AnyDb, engine: Engine): Promise<void> {
  await forbid(db, engine, {
    name: "report_snapshot_of_a_submission",
    table: "report_snapshot",
    on: "insert",
    when: `NEW.since_at > NEW.until_at or length(NEW.hash) <> 64
      or exists (select 1 from report r where r.id = NEW.report_id and not (r.state in ('DRAFT', 'RETURNED')
        and NEW.round = r.round + 1))
      or not exists (select 1 from evidence e where e.seq = NEW.seal_seq and e.hash = NEW.seal_hash)
      or not exists (select 1 from evidence e where e.seq = NEW.seq and e.act = 'report.submit'
        and e.subject = 'report:' || NEW.report_id and e.at = NEW.at)`,
    message: "report_snapshot: made by the submission it belongs to, sealed by a row of the log",
  });
}

async function guardMove(db: AnyDb, engine: Engine): Promise<void> {
  const report = (column: string) => `(select r.${column} from report r where r.id = NEW.report_id)`;
  await forbid(db, engine, {
    name: "report_move_is_real",
    table: "report_move",
    on: "insert",
    when: `not exists (select 1 from evidence e where e.seq = NEW.seq and e.act = 'report.' || NEW.act
        and e.subject = 'report:' || NEW.report_id and e.person = NEW.person_id and e.hat = NEW.hat and e.at = NEW.at)
      or (NEW.from_state <> '' and NEW.from_state <> ${report("state")})
      or (NEW.from_state = '') <> (NEW.act in ('prepare', 'order'))
      or not ((NEW.act in ('prepare', 'order') and NEW.to_state = 'DRAFT')
        or (NEW.act = 'submit' and NEW.from_state in ('DRAFT', 'RETURNED') and NEW.hat = ${report("author_hat")}
          and NEW.to_state = case when NEW.both_hats = 1 then 'ACCEPTED' else 'SUBMITTED' end)
        or (NEW.act = 'accept' and NEW.from_state = 'SUBMITTED' and NEW.to_state = 'ACCEPTED'
          and NEW.hat = ${report("receiver_hat")})
        or (NEW.act = 'return' and NEW.from_state = 'SUBMITTED' and NEW.to_state = 'RETURNED' and trim(NEW.note) <> ''
          and NEW.hat = ${report("receiver_hat")})
        or (NEW.act = 'send' and NEW.from_state = 'ACCEPTED' and NEW.to_state = 'ACCEPTED'))`,
    message: "report_move: a step of a report, by the hat whose step it is, with its act in the log",
  });
  await forbid(db, engine, {
    name: "report_move_two_people",
    table: "report_move",
    on: "insert",
    when: `(NEW.act = 'accept' and NEW.both_hats = 0 and NEW.person_id = ${report("submitted_by")})
      or (NEW.act = 'accept' and not exists (select 1 from report_snapshot s where s.report_id = NEW.report_id
        and s.round = coalesce(${report("round")}, s.round) and s.hash = NEW.hash))
      or (NEW.both_hats = 1 and exists (select 1 from report r where r.id = NEW.report_id)
        and (select count(distinct a.hat) from appointment a where a.person_id = NEW.person_id and a.hat in (${report("author_hat")}, ${report("receiver_hat")})) < 2)`,
    message: "report_move: nobody accepts his own report unless he holds both hats (A-03)",
  });
}
