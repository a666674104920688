import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** Events (Đ14.k2, Đ16.k4): every version kept, an end always known, one event to an article, nothing ever deleted. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  // The version comes before its event, so that an event can be held to it.
  await db.schema
    .createTable("event_version")
    .addColumn("event_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("starts_at", "text", (c) => c.notNull())
    .addColumn("ends_at", "text", (c) => c.notNull())
    .addColumn("due_at", "text", (c) => c.notNull())
    .addColumn("is_public", "integer", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("event_version_key", ["event_id", "version"])
    .execute();
  await db.schema
    .createTable("event")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("slug", "text", (c) => c.notNull().unique())
    .addColumn("unit_id", "text", (c) => c.notNull().references("unit.id"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("starts_at", "text", (c) => c.notNull())
    .addColumn("ends_at", "text", (c) => c.notNull())
    .addColumn("due_at", "text", (c) => c.notNull())
    .addColumn("is_public", "integer", (c) => c.notNull())
    .addColumn("cancelled_at", "text")
    .addColumn("cancel_reason", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("event_due").on("event").column("due_at").execute();
  await db.schema.createIndex("event_start").on("event").column("starts_at").execute();
  await db.schema
    .createTable("event_article")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("event_id", "text", (c) => c.notNull().references("event.id"))
    .addColumn("article_id", "text", (c) => c.notNull().references("article.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addColumn("undone_at", "text")
    .addColumn("undone_reason", "text")
    .addColumn("undone_seq", "integer", (c) => c.references("evidence.seq"))
    .execute();
  await db.schema.createIndex("event_article_event").on("event_article").column("event_id").execute();
  await db.schema.createIndex("event_article_article").on("event_article").column("article_id").execute();

  await appendOnly(db, engine, "event_version", ["event_id", "version"]);
  await neverDeleted(db, engine, "event", ["id"], [["slug"]]);
  await neverDeleted(db, engine, "event_article", ["id"]);

  const told = (act: string, seq: string, more: string) =>
    `exists (select 1 from evidence where seq = ${seq} and act ${act} and subject = 'event:' || NEW.event_id ${more})`;
  await forbid(db, engine, {
    name: "event_version_with_end",
    table: "event_version",
    on: "insert",
    when: `NEW.ends_at is null or NEW.ends_at < NEW.starts_at or NEW.due_at <= NEW.ends_at
      or (NEW.version > 1 and not exists (select 1 from event_version v where v.event_id = NEW.event_id and v.version = NEW.version - 1))
      or not ${told("in ('event.save', 'event.move')", "NEW.seq", "and person = NEW.person_id and at = NEW.at")}`,
    message: "event: an end after its beginning, and the act that says so",
  });
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `event_as_its_version_${on}`,
      table: "event",
      on,
      when: `not exists (select 1 from event_version v where v.event_id = NEW.id and v.version = NEW.version
          and v.unit_id = NEW.unit_id and v.starts_at = NEW.starts_at and v.ends_at = NEW.ends_at
          and v.due_at = NEW.due_at and v.is_public = NEW.is_public)
        or (NEW.cancelled_at is null) <> (NEW.cancel_reason is null)
        or (NEW.cancelled_at is not null and not exists (select 1 from evidence where act = 'event.cancel'
          and subject = 'event:' || NEW.id and at = NEW.cancelled_at and reason = NEW.cancel_reason))`,
      message: "event: what its version says, cancelled only by the act that says why",
    });
  }
  await forbid(db, engine, {
    name: "event_stays",
    table: "event",
    on: "update",
    when: `NEW.slug <> OLD.slug or NEW.created_at <> OLD.created_at or NEW.version < OLD.version
      or (OLD.is_public = 1 and NEW.is_public <> 1)
      or (NEW.unit_id <> OLD.unit_id and exists (select 1 from event_article l where l.event_id = NEW.id))
      or (OLD.cancelled_at is not null and (NEW.cancelled_at is null or NEW.cancelled_at <> OLD.cancelled_at
        or NEW.cancel_reason <> OLD.cancel_reason or NEW.version <> OLD.version))`,
    message: "event: its address, its past and its cancellation stay",
  });
  await forbid(db, engine, {
    name: "event_article_one_event",
    table: "event_article",
    on: "insert",
    when: `exists (select 1 from event_article l where l.article_id = NEW.article_id and l.undone_at is null and NEW.undone_at is null)
      or not exists (select 1 from event e join article a on a.unit_id = e.unit_id where e.id = NEW.event_id and a.id = NEW.article_id)
      or not ${told("= 'event.link'", "NEW.seq", "and person = NEW.person_id and at = NEW.at")}
      or (NEW.undone_at is not null and not ${told("= 'event.unlink'", "NEW.undone_seq", "and at = NEW.undone_at")})`,
    message: "event_article: one event to an article, of the same unit, by the act that says so",
  });
  await forbid(db, engine, {
    name: "event_article_undone_once",
    table: "event_article",
    on: "update",
    when: `OLD.undone_at is not null or NEW.undone_at is null or NEW.event_id <> OLD.event_id
      or NEW.article_id <> OLD.article_id or NEW.person_id <> OLD.person_id or NEW.hat <> OLD.hat
      or NEW.at <> OLD.at or NEW.seq <> OLD.seq or NEW.undone_reason is null or NEW.undone_seq is null
      or not ${told("= 'event.unlink'", "NEW.undone_seq", "and at = NEW.undone_at and reason = NEW.undone_reason")}`,
    message: "event_article: a link is taken back once, with its reason, and otherwise stays",
  });
}
