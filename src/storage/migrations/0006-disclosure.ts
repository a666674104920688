import { sql } from "kysely";
import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** Công khai (Đ13.k1.c): what is published stays, whatever script writes to the database. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await createTables(db);
  await keepPromises(db, engine);
}

async function createTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("disclosure_regime")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("citation", "text", (c) => c.notNull())
    .addColumn("from_year", "integer", (c) => c.notNull())
    .addColumn("to_year", "integer")
    .addColumn("position", "integer", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("disclosure_item")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("regime_id", "text", (c) => c.notNull().references("disclosure_regime.id"))
    .addColumn("code", "text", (c) => c.notNull())
    .addColumn("group_code", "text", (c) => c.notNull())
    .addColumn("group_title", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("citation", "text", (c) => c.notNull())
    .addColumn("period", "text", (c) => c.notNull())
    .addColumn("due_month", "integer", (c) => c.notNull())
    .addColumn("due_day", "integer", (c) => c.notNull())
    .addColumn("change_days", "integer", (c) => c.notNull())
    .addColumn("forms", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.references("unit.id"))
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addUniqueConstraint("disclosure_item_code", ["regime_id", "code"])
    .addCheckConstraint("disclosure_item_titled", sql`length(trim(title)) > 0`)
    .addCheckConstraint("disclosure_item_period", sql`period in ('school_year', 'fiscal_year', 'on_change')`)
    .execute();
  await db.schema
    .createTable("disclosure_move")
    .addColumn("evidence_seq", "integer", (c) => c.primaryKey().references("evidence.seq"))
    .addColumn("entry_id", "text", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text")
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("content_hash", "text", (c) => c.notNull())
    .addColumn("content", "text")
    .execute();
  await db.schema
    .createIndex("disclosure_move_entry")
    .on("disclosure_move")
    .columns(["entry_id", "evidence_seq"])
    .execute();
  await db.schema
    .createTable("disclosure_entry")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("item_id", "text", (c) => c.notNull().references("disclosure_item.id"))
    .addColumn("school_year", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("content_hash", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("prepared_by", "text", (c) => c.notNull().references("person.id"))
    .addColumn("prepared_at", "text", (c) => c.notNull())
    .addColumn("head_by", "text")
    .addColumn("head_at", "text")
    .addColumn("approved_by", "text")
    .addColumn("approved_at", "text")
    .addColumn("approved_hash", "text")
    .addColumn("published_by", "text")
    .addColumn("published_at", "text")
    .addColumn("superseded_by", "text")
    .addUniqueConstraint("disclosure_entry_version", ["item_id", "school_year", "version"])
    .addCheckConstraint(
      "disclosure_entry_state",
      sql`state in ('DRAFT', 'AWAITING_HEAD', 'AWAITING_FINAL', 'PUBLISHED', 'SUPERSEDED')`,
    )
    .addCheckConstraint("disclosure_entry_hash", sql`length(content_hash) = 64 and length(content) > 2`)
    .execute();
  await db.schema
    .createTable("disclosure_file")
    .addColumn("entry_id", "text", (c) => c.notNull().references("disclosure_entry.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("disclosure_file_key", ["entry_id", "hash"])
    .execute();
  await db.schema.createIndex("disclosure_file_hash").on("disclosure_file").column("hash").execute();
  await db.schema
    .createTable("disclosure_redaction")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("entry_id", "text", (c) => c.notNull().references("disclosure_entry.id"))
    .addColumn("order_number", "text", (c) => c.notNull())
    .addColumn("order_day", "text", (c) => c.notNull())
    .addColumn("order_issuer", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("content_hash", "text", (c) => c.notNull())
    .addColumn("proposed_by", "text", (c) => c.notNull())
    .addColumn("proposed_at", "text", (c) => c.notNull())
    .addColumn("executed_by", "text")
    .addColumn("executed_at", "text")
    .addCheckConstraint(
      "disclosure_redaction_order",
      sql`length(trim(order_number)) > 0 and length(order_day) = 10 and length(trim(order_issuer)) > 0`,
    )
    .addCheckConstraint("disclosure_redaction_kept", sql`length(content) > 2 and length(content_hash) = 64`)
    .execute();
  await db.schema
    .createTable("disclosure_confirmation")
    .addColumn("redaction_id", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("disclosure_confirmation_key", ["redaction_id", "person_id"])
    .addCheckConstraint("disclosure_confirmation_hat", sql`hat in ('CHIEF', 'DIRECTOR', 'STANDING_DEPUTY')`)
    .execute();
  await db.schema
    .createTable("disclosure_notice")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("address", "text", (c) => c.notNull())
    .addColumn("sent_on", "text", (c) => c.notNull())
    .addColumn("document_number", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("recorded_by", "text", (c) => c.notNull())
    .addColumn("recorded_at", "text", (c) => c.notNull())
    .addCheckConstraint("disclosure_notice_whole", sql`length(sent_on) = 10 and length(trim(document_number)) > 0`)
    .execute();
  await db.schema
    .createTable("disclosure_round")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("started_at", "text", (c) => c.notNull())
    .addColumn("finished_at", "text", (c) => c.notNull())
    .addColumn("addresses", "integer", (c) => c.notNull())
    .addColumn("failed", "integer", (c) => c.notNull())
    .addColumn("digest", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("disclosure_round_when").on("disclosure_round").column("started_at").execute();
  await db.schema
    .createTable("disclosure_check")
    .addColumn("round_id", "text", (c) => c.notNull().references("disclosure_round.id"))
    .addColumn("address", "text", (c) => c.notNull())
    .addColumn("status", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("fault", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("disclosure_check_key", ["round_id", "address"])
    .execute();
}

const differs = (columns: readonly string[]) =>
  columns.map((column) => `NEW.${column} is distinct from OLD.${column}`).join(" or ");

/** Nothing of these changes once an entry is published. */
const FROZEN = [
  "item_id",
  "school_year",
  "version",
  "content",
  "content_hash",
  "unit_id",
  "prepared_by",
  "prepared_at",
  "head_by",
  "head_at",
  "approved_by",
  "approved_at",
  "approved_hash",
  "published_by",
  "published_at",
];

const hasMove = (act: string, entry: string, more = "") =>
  `exists (select 1 from disclosure_move m where m.entry_id = ${entry} and m.act = '${act}'${more})`;

/** A public entry was approved word for word, then published, by two recorded steps. */
const NOT_EARNED = `NEW.state in ('PUBLISHED', 'SUPERSEDED') and (
  NEW.approved_hash is distinct from NEW.content_hash
  or NEW.approved_at is null or NEW.published_at is null or NEW.published_at < NEW.approved_at
  or not ${hasMove("approve", "NEW.id", " and m.content_hash = NEW.content_hash and m.at = NEW.approved_at")}
  or not ${hasMove("publish", "NEW.id", " and m.content_hash = NEW.content_hash and m.at = NEW.published_at")})`;

/** Only a newer published version of the same item and year takes the place of an entry. */
const NO_SUCCESSOR = `(NEW.state = 'SUPERSEDED') <> (NEW.superseded_by is not null)
  or (NEW.state = 'SUPERSEDED' and not ${hasMove("publish", "NEW.superseded_by")})`;

async function keepPromises(db: AnyDb, engine: Engine): Promise<void> {
  await neverDeleted(db, engine, "disclosure_regime", ["id"]);
  await neverDeleted(db, engine, "disclosure_item", ["id", "regime_id", "code"], [["id"], ["regime_id", "code"]]);
  await appendOnly(db, engine, "disclosure_move", ["evidence_seq"]);
  await neverDeleted(db, engine, "disclosure_entry", ["id"], [["item_id", "school_year", "version"]]);
  await appendOnly(db, engine, "disclosure_file", ["entry_id", "hash"]);
  await neverDeleted(db, engine, "disclosure_redaction", ["id"]);
  await appendOnly(db, engine, "disclosure_confirmation", ["redaction_id", "person_id"]);
  await appendOnly(db, engine, "disclosure_notice", ["id"]);
  await appendOnly(db, engine, "disclosure_round", ["id"]);
  await appendOnly(db, engine, "disclosure_check", ["round_id", "address"]);

  const entry = { table: "disclosure_entry" };
  await forbid(db, engine, {
    ...entry,
    name: "disclosure_entry_frozen",
    on: "update",
    when: `OLD.state in ('PUBLISHED', 'SUPERSEDED') and (${differs(FROZEN)})`,
    message: "disclosure_entry: what is published is never changed",
  });
  await forbid(db, engine, {
    ...entry,
    name: "disclosure_entry_stays",
    on: "update",
    when: `(OLD.state = 'PUBLISHED' and NEW.state not in ('PUBLISHED', 'SUPERSEDED'))
      or (OLD.state = 'SUPERSEDED' and (NEW.state <> 'SUPERSEDED' or ${differs(["superseded_by"])}))`,
    message: "disclosure_entry: what is published never goes back",
  });
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      ...entry,
      name: `disclosure_entry_earned_${on}`,
      on,
      when: NOT_EARNED,
      message: "disclosure_entry: only what was approved is published",
    });
    await forbid(db, engine, {
      ...entry,
      name: `disclosure_entry_successor_${on}`,
      on,
      when: NO_SUCCESSOR,
      message: "disclosure_entry: only a published successor takes its place",
    });
  }
  await forbid(db, engine, {
    ...entry,
    name: "disclosure_entry_newer",
    on: "update",
    when: `NEW.state = 'SUPERSEDED' and not exists (select 1 from disclosure_entry s where s.id = NEW.superseded_by
      and s.item_id = NEW.item_id and s.school_year = NEW.school_year and s.version > NEW.version
      and s.state in ('PUBLISHED', 'SUPERSEDED'))`,
    message: "disclosure_entry: the successor is a newer version of the same item",
  });
  const used = (hash: string) => `exists (select 1 from disclosure_file f where f.hash = ${hash})`;
  await forbid(db, engine, {
    name: "file_of_disclosure_no_delete",
    table: "file",
    on: "delete",
    when: used("OLD.hash"),
    message: "file: a disclosed file is never deleted",
  });
  await forbid(db, engine, {
    name: "file_of_disclosure_same",
    table: "file",
    on: "update",
    when: `${used("OLD.hash")} and (${differs(["hash", "mime", "size", "kind", "original_name"])})`,
    message: "file: a disclosed file is never changed",
  });
  await forbid(db, engine, {
    name: "disclosure_redaction_frozen",
    table: "disclosure_redaction",
    on: "update",
    when: `OLD.executed_at is not null or ${differs([
      "entry_id",
      "order_number",
      "order_day",
      "order_issuer",
      "reason",
      "content",
      "content_hash",
      "proposed_by",
      "proposed_at",
    ])}`,
    message: "disclosure_redaction: an order is never changed",
  });
  const confirmed = (hats: string) =>
    `exists (select 1 from disclosure_confirmation c where c.redaction_id = NEW.id and c.hat in (${hats}))`;
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `disclosure_redaction_two_persons_${on}`,
      table: "disclosure_redaction",
      on,
      when: `NEW.executed_at is not null and (
        (select count(distinct c.person_id) from disclosure_confirmation c where c.redaction_id = NEW.id) < 2
        or not ${confirmed("'CHIEF', 'DIRECTOR'")})`,
      message: "disclosure_redaction: two persons confirm",
    });
  }
}
