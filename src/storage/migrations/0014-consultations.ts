import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** What the public is asked, what it answered, and what became of it (Đ14.k7; TT 37/2020, Điều 9). */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await createTables(db);
  await guardTexts(db, engine);
  await guardOpinions(db, engine);
}

async function createTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("consultation")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("slug", "text", (c) => c.notNull().unique())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  // Versions and steps come before the text they change, so that the text can be held to them.
  await db.schema
    .createTable("consultation_version")
    .addColumn("consultation_id", "text", (c) => c.notNull().references("consultation.id"))
    .addColumn("part", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("files", "text", (c) => c.notNull())
    .addColumn("opens_at", "text")
    .addColumn("closes_at", "text")
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("consultation_version_key", ["consultation_id", "part", "version"])
    .execute();
  await db.schema
    .createTable("consultation_move")
    .addColumn("consultation_id", "text", (c) => c.notNull().references("consultation.id"))
    .addColumn("part", "text", (c) => c.notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text", (c) => c.notNull())
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("consultation_move_key", ["consultation_id", "part", "number"])
    .execute();
  await db.schema
    .createTable("consultation_text")
    .addColumn("consultation_id", "text", (c) => c.notNull().references("consultation.id"))
    .addColumn("part", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("live_version", "integer")
    .addColumn("live_at", "text")
    .addPrimaryKeyConstraint("consultation_text_key", ["consultation_id", "part"])
    .execute();
  await db.schema
    .createTable("consultation_file")
    .addColumn("consultation_id", "text", (c) => c.notNull().references("consultation.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("consultation_file_key", ["consultation_id", "hash"])
    .execute();
  await db.schema.createIndex("consultation_file_hash").on("consultation_file").column("hash").execute();
  await db.schema
    .createTable("opinion")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("code", "text", (c) => c.notNull().unique())
    .addColumn("consultation_id", "text", (c) => c.notNull().references("consultation.id"))
    .addColumn("sender_name", "text", (c) => c.notNull())
    .addColumn("sender_email", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("answers", "text", (c) => c.notNull())
    .addColumn("choices", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("consent_at", "text")
    .addColumn("received_at", "text", (c) => c.notNull())
    .addColumn("erased_at", "text")
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema.createIndex("opinion_of").on("opinion").columns(["consultation_id", "received_at"]).execute();
  await db.schema
    .createTable("opinion_judgement")
    .addColumn("opinion_id", "text", (c) => c.notNull().references("opinion.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("verdict", "text", (c) => c.notNull())
    .addColumn("topic", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("opinion_judgement_key", ["opinion_id", "number"])
    .execute();
}

/** The version `NEW.live_version` names, and the call the public reads; both as `exists (… and <condition>)`. */
const shown = (condition: string) =>
  `exists (select 1 from consultation_version v where v.consultation_id = NEW.consultation_id and v.part = NEW.part and v.version = NEW.live_version and ${condition})`;
const calls = (consultation: string, condition: string) =>
  `exists (select 1 from consultation_text t join consultation_version c on c.consultation_id = t.consultation_id and c.part = t.part and c.version = t.live_version where t.consultation_id = ${consultation} and t.part = 'call' and ${condition})`;

async function guardTexts(db: AnyDb, engine: Engine): Promise<void> {
  await neverDeleted(db, engine, "consultation", ["id"], [["slug"]]);
  await neverDeleted(db, engine, "consultation_text", ["consultation_id", "part"]);
  await appendOnly(db, engine, "consultation_version", ["consultation_id", "part", "version"]);
  await appendOnly(db, engine, "consultation_move", ["consultation_id", "part", "number"]);
  await appendOnly(db, engine, "consultation_file", ["consultation_id", "hash"]);
  await forbid(db, engine, {
    name: "consultation_stays",
    table: "consultation",
    on: "update",
    when: `NEW.slug <> OLD.slug or NEW.created_at <> OLD.created_at or (NEW.unit_id <> OLD.unit_id and ${calls("OLD.id", "t.live_version is not null")})`,
    message: "a consultation keeps its address, and once public its unit in charge",
  });
  const approved =
    "exists (select 1 from consultation_move m join consultation_version v on v.consultation_id = m.consultation_id and v.part = m.part and v.version = m.version and v.hash = m.hash where m.consultation_id = NEW.consultation_id and m.part = NEW.part and m.version = NEW.live_version and m.to_state = 'LIVE' and m.hat in ('CHIEF', 'STANDING_DEPUTY') and m.person_id <> v.person_id)";
  const moved =
    "exists (select 1 from consultation_move m where m.consultation_id = NEW.consultation_id and m.part = NEW.part and m.to_state = NEW.state and m.version = NEW.version and m.number = (select max(x.number) from consultation_move x where x.consultation_id = NEW.consultation_id and x.part = NEW.part))";
  for (const on of ["insert", "update"] as const) {
    const table = "consultation_text";
    await forbid(db, engine, {
      name: `consultation_approved_${on}`,
      table,
      on,
      when: `NEW.live_version is not null and (NEW.live_at is null or not ${approved})`,
      message: "the public reads only what the head of the board or the standing deputy approved",
    });
    await forbid(db, engine, {
      name: `consultation_moved_${on}`,
      table,
      on,
      when: `NEW.part not in ('call', 'report') or not ${moved}`,
      message: "no state of a text without its step",
    });
    await forbid(db, engine, {
      name: `consultation_window_${on}`,
      table,
      on,
      when: `NEW.part = 'call' and NEW.live_version is not null and not ${shown("v.opens_at < v.closes_at")}`,
      message: "what is asked in public has an opening and, after it, a closing",
    });
    await forbid(db, engine, {
      name: `consultation_report_${on}`,
      table,
      on,
      when: `NEW.part = 'report' and NEW.live_version is not null and not ${calls("NEW.consultation_id", "c.closes_at <= NEW.live_at")}`,
      message: "what became of the opinions is told after the closing",
    });
  }
  await forbid(db, engine, {
    name: "consultation_text_stays",
    table: "consultation_text",
    on: "update",
    when: "NEW.version < OLD.version or (OLD.live_version is not null and (NEW.live_version is null or NEW.live_version < OLD.live_version or NEW.live_at < OLD.live_at or (NEW.live_version = OLD.live_version and NEW.live_at <> OLD.live_at)))",
    message: "what was public stays and is replaced only by what came later",
  });
  const before = "o.consultation_id = OLD.consultation_id and o.part = OLD.part and o.version = OLD.live_version";
  await forbid(db, engine, {
    name: "consultation_only_longer",
    table: "consultation_text",
    on: "update",
    when: `OLD.part = 'call' and OLD.live_version is not null and NEW.live_version <> OLD.live_version and ${shown(`exists (select 1 from consultation_version o where ${before} and (v.opens_at <> o.opens_at or v.closes_at < o.closes_at or (v.closes_at > o.closes_at and (v.reason = '' or NEW.live_at >= o.closes_at))))`)}`,
    message:
      "a public consultation opens when it was told to, and may only be made longer, while it is open and with a reason",
  });
  await forbid(db, engine, {
    name: "consultation_file_public",
    table: "consultation_file",
    on: "insert",
    when: "not exists (select 1 from consultation_text t where t.consultation_id = NEW.consultation_id and t.live_version is not null)",
    message: "only files of a public consultation are public",
  });
}

async function guardOpinions(db: AnyDb, engine: Engine): Promise<void> {
  await neverDeleted(db, engine, "opinion", ["id"], [["code"]]);
  await appendOnly(db, engine, "opinion_judgement", ["opinion_id", "number"]);
  await forbid(db, engine, {
    name: "opinion_in_time",
    table: "opinion",
    on: "insert",
    when: `not ${calls("NEW.consultation_id", "c.opens_at <= NEW.received_at and NEW.received_at < c.closes_at")}`,
    message: "opinions are taken between the opening and the closing",
  });
  await forbid(db, engine, {
    name: "opinion_as_sent",
    table: "opinion",
    on: "update",
    when: "NEW.erased_at is null or OLD.erased_at is not null or NEW.code <> OLD.code or NEW.consultation_id <> OLD.consultation_id or NEW.choices <> OLD.choices or NEW.hash <> OLD.hash or NEW.received_at <> OLD.received_at or NEW.seq <> OLD.seq or coalesce(NEW.consent_at, '') <> coalesce(OLD.consent_at, '')",
    message: "an opinion is kept as it was sent until who sent it is forgotten",
  });
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `opinion_erased_${on}`,
      table: "opinion",
      on,
      when: "NEW.erased_at is not null and (NEW.sender_name <> '' or NEW.sender_email <> '' or NEW.content <> '' or NEW.answers <> '[]')",
      message: "what was erased stays erased",
    });
    await forbid(db, engine, {
      name: `opinion_agreed_${on}`,
      table: "opinion",
      on,
      when: "NEW.consent_at is null and (NEW.sender_name <> '' or NEW.sender_email <> '')",
      message: "no name and no address without consent",
    });
  }
  for (const on of ["update", "delete"] as const) {
    await forbid(db, engine, {
      name: `opinion_file_kept_${on}`,
      table: "slip_file",
      on,
      when: "exists (select 1 from opinion o where o.id = OLD.slip_id and o.erased_at is null)",
      message: "a file is kept with its opinion as it was sent until who sent it is forgotten",
    });
  }
  const reported =
    "exists (select 1 from opinion o join consultation_text t on t.consultation_id = o.consultation_id and t.part = 'report' where o.id = NEW.opinion_id and t.live_at is not null and t.live_at < NEW.at)";
  await forbid(db, engine, {
    name: "opinion_judgement_in_time",
    table: "opinion_judgement",
    on: "insert",
    when: `NEW.verdict not in ('taken', 'aside') or (NEW.verdict = 'taken' and NEW.topic = '') or (NEW.verdict = 'aside' and NEW.reason = '') or ${reported}`,
    message: "an opinion is taken into a group or set aside with a reason, before the report is public",
  });
}
