import type { Engine } from "../database.ts";
import { type AnyDb, forbid, neverDeleted } from "../guards.ts";

/** Sharing with other systems (Đ3.k2.c, Đ4.k1): who is told of changes, and the news of Sở as last read. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("webhook_subscriber")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("address", "text", (c) => c.notNull())
    .addColumn("secret", "text", (c) => c.notNull())
    .addColumn("events", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("created_by", "text", (c) => c.notNull().references("person.id"))
    .execute();
  await neverDeleted(db, engine, "webhook_subscriber", ["id"]);
  await forbid(db, engine, {
    name: "webhook_subscriber_removed",
    table: "webhook_subscriber",
    on: "update",
    when: "OLD.state = 'REMOVED' or (NEW.state = 'REMOVED' and NEW.secret <> '') or NEW.state not in ('ACTIVE', 'PAUSED', 'REMOVED')",
    message: "a subscriber that was removed stays removed, and its key with it",
  });
  await db.schema.createIndex("outbox_kind").on("outbox").columns(["kind", "created_at"]).execute();

  await db.schema
    .createTable("superior_pull")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("feed", "text", (c) => c.notNull())
    .addColumn("tried_at", "text", (c) => c.notNull())
    .addColumn("good_at", "text")
    .addColumn("problem", "text")
    .addColumn("etag", "text")
    .addColumn("modified", "text")
    .execute();
  await db.schema
    .createTable("superior_item")
    .addColumn("position", "integer", (c) => c.primaryKey())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("link", "text", (c) => c.notNull())
    .addColumn("published_at", "text")
    .execute();
}
