import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted, noTruncate } from "../guards.ts";

/** Articles, editions, versions, moves, and what the public reads. The promises of law.md §10 are kept here too. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await tables(db);
  await indexes(db);
  await promises(db, engine);
}

async function tables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("category")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("slug", "text", (c) => c.notNull().unique())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("description", "text", (c) => c.notNull())
    .addColumn("field_id", "text", (c) => c.references("field.id"))
    .addColumn("allows_board", "integer", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("article")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("slug", "text", (c) => c.unique())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("author_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("origin", "text", (c) => c.notNull())
    .addColumn("is_republished", "integer", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("publication", "text", (c) => c.notNull())
    .addColumn("live_edition_id", "text")
    .addColumn("first_published_at", "text")
    .addColumn("taken_down_at", "text")
    .addColumn("takedown_reason", "text")
    .execute();
  await db.schema
    .createTable("edition")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("article_id", "text", (c) => c.notNull().references("article.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("state_since", "text", (c) => c.notNull())
    .addColumn("last_move_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content_hash", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("category_id", "text", (c) => c.notNull().references("category.id"))
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("author_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("claimed_by", "text")
    .addColumn("submitted_to", "text")
    .addColumn("returned_to", "text")
    .addColumn("submitted_at", "text")
    .addColumn("approved_at", "text")
    .addColumn("approved_hash", "text")
    .addColumn("publish_at", "text")
    .addColumn("published_at", "text")
    .addColumn("correction_note", "text")
    .addUniqueConstraint("edition_number", ["article_id", "number"])
    .execute();
  await db.schema
    .createTable("edition_version")
    .addColumn("edition_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("saved_by", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("saved_at", "text", (c) => c.notNull())
    .addColumn("in_state", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("edition_version_pk", ["edition_id", "version"])
    .execute();
  await db.schema
    .createTable("edition_move")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("edition_id", "text", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("act", "text", (c) => c.notNull())
    .addColumn("from_state", "text")
    .addColumn("to_state", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("delegation_id", "text", (c) => c.references("delegation.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("clause", "text", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("input", "text", (c) => c.notNull())
    .addColumn("exception_reason", "text")
    .addColumn("evidence_seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema
    .createTable("working_copy")
    .addColumn("edition_id", "text", (c) => c.notNull().references("edition.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("base_version", "integer", (c) => c.notNull())
    .addColumn("saved_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("working_copy_pk", ["edition_id", "person_id"])
    .execute();
  await db.schema
    .createTable("comment")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("edition_id", "text", (c) => c.notNull().references("edition.id"))
    .addColumn("block_id", "text")
    .addColumn("quote", "text", (c) => c.notNull())
    .addColumn("parent_id", "text", (c) => c.references("comment.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("resolved_at", "text")
    .addColumn("resolved_by", "text")
    .execute();
  await db.schema
    .createTable("seen")
    .addColumn("edition_id", "text", (c) => c.notNull().references("edition.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("seen_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("seen_pk", ["edition_id", "person_id"])
    .execute();
  await db.schema
    .createTable("notification")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("edition_id", "text")
    .addColumn("path", "text")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("read_at", "text")
    .execute();
  await db.schema
    .createTable("published_article")
    .addColumn("article_id", "text", (c) => c.primaryKey().references("article.id"))
    .addColumn("edition_id", "text", (c) => c.notNull().references("edition.id"))
    .addColumn("slug", "text", (c) => c.notNull().unique())
    .addColumn("category_id", "text", (c) => c.notNull().references("category.id"))
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("content_hash", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("lead", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("folded", "text", (c) => c.notNull())
    .addColumn("chain", "text", (c) => c.notNull())
    .addColumn("published_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text")
    .addColumn("update_note", "text")
    .execute();
  await db.schema
    .createTable("published_file")
    .addColumn("article_id", "text", (c) => c.notNull().references("article.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("published_file_pk", ["article_id", "hash"])
    .execute();
  await db.schema
    .createTable("redirect")
    .addColumn("from_path", "text", (c) => c.primaryKey())
    .addColumn("to_path", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
}

async function indexes(db: AnyDb): Promise<void> {
  const index = (name: string, table: string, columns: string[]) =>
    db.schema.createIndex(name).on(table).columns(columns).execute();
  await index("edition_state", "edition", ["state", "state_since", "id"]);
  await index("edition_article", "edition", ["article_id", "number"]);
  await index("edition_author", "edition", ["author_id", "state"]);
  await index("edition_unit", "edition", ["unit_id", "state"]);
  await index("edition_due", "edition", ["state", "publish_at"]);
  await index("edition_move_edition", "edition_move", ["edition_id", "evidence_seq"]);
  await index("edition_move_seq", "edition_move", ["evidence_seq"]);
  await index("edition_version_seq", "edition_version", ["evidence_seq"]);
  await index("comment_edition", "comment", ["edition_id", "created_at"]);
  await index("notification_person", "notification", ["person_id", "created_at"]);
  await index("published_newest", "published_article", ["published_at", "article_id"]);
  await index("published_category", "published_article", ["category_id", "published_at", "article_id"]);
  await index("published_unit", "published_article", ["unit_id", "published_at"]);
  await index("published_file_hash", "published_file", ["hash"]);
}

async function promises(db: AnyDb, engine: Engine): Promise<void> {
  // (iii) nothing that was written, decided or logged vanishes.
  await appendOnly(db, engine, "edition_version", ["edition_id", "version"]);
  await appendOnly(db, engine, "edition_move", ["id"]);
  await neverDeleted(db, engine, "article", ["id"], [["slug"]]);
  await neverDeleted(db, engine, "edition", ["id"], [["article_id", "number"]]);
  await neverDeleted(db, engine, "comment", ["id"]);
  await neverDeleted(db, engine, "category", ["id"], [["slug"]]);
  await historyIsEvidenced(db, engine);
  await editionFollowsItsHistory(db, engine);
  await publicFollowsTheApproved(db, engine);
}

const FINAL = "('CANCELLED', 'WITHDRAWN', 'SUPERSEDED')";
/** States in which a text cannot change: somebody else is deciding on it, or it has been decided. */
const FROZEN =
  "('SUBMITTED', 'AWAITING_FINAL', 'SCHEDULED', 'PUBLISHED', 'SUPERSEDED', 'CANCELLED', 'WITHDRAWN', 'TAKEN_DOWN')";
const OPEN =
  "('DRAFT', 'AWAITING_HEAD', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'AWAITING_FINAL', 'APPROVED', 'SCHEDULED')";

/** (ii) A step or a text is recorded together with its row of the log, and only where the edition stands. */
async function historyIsEvidenced(db: AnyDb, engine: Engine): Promise<void> {
  await forbid(db, engine, {
    name: "edition_move_evidenced",
    table: "edition_move",
    on: "insert",
    when: `not exists (select 1 from evidence e where e.seq = NEW.evidence_seq and e.person = NEW.person_id and e.hat = NEW.hat and e.at = NEW.at and ((e.subject = 'edition:' || NEW.edition_id and e.act in ('edition.' || NEW.act, 'article.' || NEW.act)) or (NEW.act = 'supersede' and e.act in ('edition.publish', 'edition.publishScheduled'))))`,
    message: "a step without its evidence",
  });
  await forbid(db, engine, {
    name: "edition_move_once",
    table: "edition_move",
    on: "insert",
    when: "exists (select 1 from edition_move m where m.edition_id = NEW.edition_id and m.evidence_seq = NEW.evidence_seq)",
    message: "one step for one act",
  });
  await forbid(db, engine, {
    name: "edition_move_from_here",
    table: "edition_move",
    on: "insert",
    when: `exists (select 1 from edition e where e.id = NEW.edition_id and (NEW.from_state is null or NEW.from_state <> e.state or e.state in ${FINAL}))`,
    message: "a step from where the edition is not",
  });
  await forbid(db, engine, {
    name: "edition_version_evidenced",
    table: "edition_version",
    on: "insert",
    when: `not exists (select 1 from evidence e where e.seq = NEW.evidence_seq and e.person = NEW.saved_by and e.hat = NEW.hat and e.at = NEW.saved_at and e.subject = 'edition:' || NEW.edition_id and e.act in ('article.create', 'edition.edit', 'edition.proposeCorrection', 'edition.restore'))`,
    message: "a text without its evidence",
  });
  await forbid(db, engine, {
    name: "edition_version_next",
    table: "edition_version",
    on: "insert",
    when: `exists (select 1 from edition e where e.id = NEW.edition_id and (NEW.version <> e.version + 1 or e.state in ${FROZEN}))`,
    message: "a text where none may be written",
  });
}

async function editionFollowsItsHistory(db: AnyDb, engine: Engine): Promise<void> {
  for (const on of ["insert", "update"] as const) {
    const guard = (name: string, when: string, message: string) =>
      forbid(db, engine, { name: `edition_${name}_${on}`, table: "edition", on, when, message });
    // (i) approved, scheduled or public only with an approval of exactly this text.
    await guard(
      "approved",
      `NEW.state in ('APPROVED', 'SCHEDULED', 'PUBLISHED') and (NEW.approved_hash is null or NEW.approved_hash <> NEW.content_hash or not exists (select 1 from edition_move m where m.edition_id = NEW.id and m.act = 'approve' and m.hash = NEW.content_hash and m.evidence_seq > (select max(v.evidence_seq) from edition_version v where v.edition_id = NEW.id)))`,
      "no approval of this text",
    );
    // (ii) every state was reached by a recorded move.
    await guard(
      "moved",
      `not exists (select 1 from edition_move m where m.id = NEW.last_move_id and m.edition_id = NEW.id and m.to_state = NEW.state) or exists (select 1 from edition_move m join edition_move later on later.edition_id = m.edition_id and later.evidence_seq > m.evidence_seq where m.id = NEW.last_move_id)`,
      "a state without its move, or with an old one",
    );
    await guard(
      "version",
      `not exists (select 1 from edition_version v where v.edition_id = NEW.id and v.version = NEW.version and v.hash = NEW.content_hash) or exists (select 1 from edition_version v where v.edition_id = NEW.id and v.version > NEW.version)`,
      "a text without its version, or with an old one",
    );
    // (v) submitted, then approved, then public.
    await guard(
      "order",
      `(NEW.state = 'PUBLISHED' and (NEW.published_at is null or NEW.approved_at is null)) or (NEW.published_at is not null and NEW.approved_at is not null and NEW.published_at < NEW.approved_at) or (NEW.approved_at is not null and NEW.submitted_at is not null and NEW.approved_at < NEW.submitted_at)`,
      "published before approved, or approved before submitted",
    );
    await guard(
      "one_open",
      `NEW.state in ${OPEN} and exists (select 1 from edition e where e.article_id = NEW.article_id and e.id <> NEW.id and e.state in ${OPEN})`,
      "one edition on its way at a time",
    );
  }
  await forbid(db, engine, {
    name: "edition_from",
    table: "edition",
    on: "update",
    when: `NEW.last_move_id <> OLD.last_move_id and not exists (select 1 from edition_move m where m.id = NEW.last_move_id and m.from_state = OLD.state)`,
    message: "a move from another state",
  });
  await forbid(db, engine, {
    name: "edition_silent",
    table: "edition",
    on: "update",
    when: `NEW.state <> OLD.state and NEW.last_move_id = OLD.last_move_id`,
    message: "a change of state without a move",
  });
  await forbid(db, engine, {
    name: "edition_final",
    table: "edition",
    on: "update",
    when: `OLD.state in ${FINAL} and NEW.state <> OLD.state`,
    message: "a final state is final",
  });
  await forbid(db, engine, {
    name: "edition_frozen",
    table: "edition",
    on: "update",
    when: `(NEW.content_hash <> OLD.content_hash or NEW.version <> OLD.version or NEW.title <> OLD.title or NEW.category_id <> OLD.category_id) and (OLD.state in ${FROZEN} or (OLD.state = 'APPROVED' and NEW.state <> 'AWAITING_FINAL'))`,
    message: "this text may not change in this state",
  });
  await forbid(db, engine, {
    name: "edition_identity",
    table: "edition",
    on: "update",
    when: `NEW.article_id <> OLD.article_id or NEW.number <> OLD.number or NEW.author_id <> OLD.author_id or NEW.unit_id <> OLD.unit_id or NEW.version < OLD.version`,
    message: "an edition stays what it is",
  });
  await forbid(db, engine, {
    name: "comment_fixed",
    table: "comment",
    on: "update",
    when: "NEW.edition_id <> OLD.edition_id or NEW.person_id <> OLD.person_id or NEW.hat <> OLD.hat or NEW.body <> OLD.body or NEW.quote <> OLD.quote or NEW.created_at <> OLD.created_at or coalesce(NEW.block_id, '') <> coalesce(OLD.block_id, '') or coalesce(NEW.parent_id, '') <> coalesce(OLD.parent_id, '') or (OLD.resolved_at is not null and coalesce(NEW.resolved_at, '') <> OLD.resolved_at)",
    message: "a remark is resolved, never rewritten",
  });
}

async function publicFollowsTheApproved(db: AnyDb, engine: Engine): Promise<void> {
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `published_article_is_approved_${on}`,
      table: "published_article",
      on,
      when: `not exists (select 1 from edition e join edition_version v on v.edition_id = e.id and v.version = e.version where e.id = NEW.edition_id and e.article_id = NEW.article_id and e.state = 'PUBLISHED' and e.content_hash = NEW.content_hash and e.title = NEW.title and e.category_id = NEW.category_id and e.unit_id = NEW.unit_id and v.content = NEW.content)`,
      message: "the public reads only what was approved",
    });
    // OR REPLACE would push another article from its address, or from its hidden row number, without a delete trigger.
    await forbid(db, engine, {
      name: `published_article_no_push_${on}`,
      table: "published_article",
      on,
      when: `exists (select 1 from published_article p where p.article_id <> NEW.article_id and (p.slug = NEW.slug${engine === "sqlite" ? " or p.rowid = NEW.rowid" : ""}))`,
      message: "a public article vanishes only by decision",
    });
    await forbid(db, engine, {
      name: `published_file_is_approved_${on}`,
      table: "published_file",
      on,
      when: "not exists (select 1 from published_article p where p.article_id = NEW.article_id and p.content like '%' || NEW.hash || '%')",
      message: "the public is given only files of what was approved",
    });
  }
  await forbid(db, engine, {
    name: "published_article_key",
    table: "published_article",
    on: "update",
    when: "NEW.article_id <> OLD.article_id or NEW.slug <> OLD.slug or NEW.published_at <> OLD.published_at",
    message: "a public article stays what it is",
  });
  await forbid(db, engine, {
    name: "article_identity",
    table: "article",
    on: "update",
    when: `NEW.author_id <> OLD.author_id or NEW.unit_id <> OLD.unit_id or NEW.origin <> OLD.origin or NEW.is_republished <> OLD.is_republished or NEW.created_at <> OLD.created_at or (OLD.first_published_at is not null and (coalesce(NEW.first_published_at, '') <> OLD.first_published_at or NEW.slug is null or NEW.slug <> OLD.slug))`,
    message: "an article stays what it is, and its address once public",
  });
  await forbid(db, engine, {
    name: "article_live",
    table: "article",
    on: "update",
    when: `(NEW.publication = 'LIVE' and not exists (select 1 from published_article p where p.article_id = NEW.id and p.edition_id = NEW.live_edition_id and p.slug = NEW.slug)) or (NEW.publication <> 'LIVE' and exists (select 1 from published_article p where p.article_id = NEW.id))`,
    message: "live is what the public reads",
  });
  // What is live is taken from the public only when its edition was taken down by decision.
  await forbid(db, engine, {
    name: "published_article_stays",
    table: "published_article",
    on: "delete",
    when: `not exists (select 1 from edition e where e.id = OLD.edition_id and e.state = 'TAKEN_DOWN')`,
    message: "a public article vanishes only by decision",
  });
  if (engine === "postgres") await noTruncate(db, "published_article");
}
