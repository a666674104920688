import { type Kysely, sql } from "kysely";

/**
 * The table of received files. Types and constraints are those both engines know; the kind of a file and
 * the shape of its hash are held by the database itself.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration sees the database as it was, not today's tables
export async function createMediaTables(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("file")
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
    .addCheckConstraint("file_kind_is_known", sql`kind in ('picture', 'attachment', 'video', 'captions')`)
    .addCheckConstraint(
      "file_picture_has_measures",
      sql`(kind in ('picture', 'video')) = (width is not null and height is not null)`,
    )
    .execute();
}
