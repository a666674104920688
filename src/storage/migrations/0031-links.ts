import type { Engine } from "../database.ts";
import type { AnyDb } from "../guards.ts";

/** Links of public pages and whether they still lead anywhere (Đ12.k2). Found anew at any time: nothing here is evidence. */
export async function up(db: AnyDb, _engine: Engine): Promise<void> {
  await db.schema
    .createTable("link_use")
    .addColumn("page", "text", (c) => c.notNull())
    .addColumn("href", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("link_use_key", ["page", "href"])
    .execute();
  await db.schema.createIndex("link_use_href").on("link_use").columns(["href"]).execute();
  await db.schema
    .createTable("link_page")
    .addColumn("page", "text", (c) => c.primaryKey())
    .addColumn("read_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("link_target")
    .addColumn("href", "text", (c) => c.primaryKey())
    .addColumn("checked_at", "text")
    .addColumn("good_at", "text")
    .addColumn("fault", "text", (c) => c.notNull())
    .addColumn("failures", "integer", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("link_target_checked").on("link_target").columns(["checked_at"]).execute();
}
