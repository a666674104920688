import { sql } from "kysely";
import type { Engine } from "../database.ts";
import type { AnyDb } from "../guards.ts";

const KINDS = sql`kind in ('picture', 'attachment', 'video', 'captions')`;
const MEASURES = sql`(kind in ('picture', 'video')) = (width is not null and height is not null)`;

/**
 * Videos and their captions among the received files; and, for the page of albums and videos, indexes over the published
 * articles that hold one: the database keeps them true by itself.
 */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await (engine === "sqlite" ? rebuilt(db) : altered(db));
  for (const [name, types] of [
    ["published_pictures", ["gallery"]],
    ["published_videos", ["video", "embed"]],
    ["published_media", ["gallery", "video", "embed"]],
  ] as const) {
    // A quotation mark typed in a text is kept with a backslash before it: only a block has these very signs.
    const holds = types.map((type) => `content like '%"type":"${type}"%'`).join(" or ");
    await sql.raw(`create index ${name} on published_article (published_at, article_id) where ${holds}`).execute(db);
  }
}

async function altered(db: AnyDb): Promise<void> {
  for (const [name, rule] of [
    ["file_kind_is_known", KINDS],
    ["file_picture_has_measures", MEASURES],
  ] as const) {
    await db.schema.alterTable("file").dropConstraint(name).execute();
    await db.schema.alterTable("file").addCheckConstraint(name, rule).execute();
  }
}

/** SQLite changes no constraint: the table is made anew with its rows and its triggers. */
async function rebuilt(db: AnyDb): Promise<void> {
  const triggers = await sql<{
    sql: string;
  }>`select sql from sqlite_master where type = 'trigger' and tbl_name = 'file'`.execute(db);
  const columns = "hash, mime, size, width, height, original_name, kind, uploaded_by, uploaded_at, text_checked";
  await db.schema
    .createTable("file_next")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("mime", "text", (column) => column.notNull())
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("width", "integer")
    .addColumn("height", "integer")
    .addColumn("original_name", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("uploaded_by", "text", (column) => column.notNull())
    .addColumn("uploaded_at", "text", (column) => column.notNull())
    .addColumn("text_checked", "text")
    .addCheckConstraint("file_hash_is_sha256", sql`length(hash) = 64`)
    .addCheckConstraint("file_size_is_positive", sql`size > 0`)
    .addCheckConstraint("file_kind_is_known", KINDS)
    .addCheckConstraint("file_picture_has_measures", MEASURES)
    .execute();
  await sql.raw(`insert into file_next (${columns}) select ${columns} from file`).execute(db);
  await db.schema.dropTable("file").execute();
  await db.schema.alterTable("file_next").renameTo("file").execute();
  for (const trigger of triggers.rows) await sql.raw(trigger.sql).execute(db);
}
