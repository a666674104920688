import { sql } from "kysely";
import type { Engine } from "../database.ts";
import type { AnyDb } from "../guards.ts";

/**
 * What can be searched, its words as the engine looks them up, the text of files, and how often was looked for what.
 * Folding is ours, not the engine's: `unaccent` and `remove_diacritics` do not agree on đ.
 */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("search_entry")
    .addColumn("row_id", engine === "sqlite" ? "integer" : "serial", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("path", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("summary", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("year", "text", (c) => c.notNull())
    .addColumn("category", "text", (c) => c.notNull())
    .addColumn("unit", "text", (c) => c.notNull())
    .addColumn("number_symbol", "text", (c) => c.notNull())
    .addUniqueConstraint("search_entry_subject", ["kind", "subject"])
    .execute();
  if (engine === "sqlite") {
    await sql`create virtual table search_index using fts5 (
      number, title, summary, body, title_exact, summary_exact, body_exact,
      content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
    )`.execute(db);
    await sql`create virtual table search_word using fts5vocab (search_index, 'col')`.execute(db);
  } else {
    await sql`create table search_index (
      row_id integer primary key references search_entry (row_id) on delete cascade,
      words tsvector not null, exact_words tsvector not null
    )`.execute(db);
    await sql`create index search_index_words on search_index using gin (words)`.execute(db);
  }
  await db.schema
    .createTable("file_text")
    .addColumn("hash", "text", (c) => c.primaryKey().references("file.hash"))
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("pages", "integer")
    .addColumn("has_text_layer", "integer", (c) => c.notNull())
    .addColumn("problems", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("search_term")
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("term", "text", (c) => c.notNull())
    .addColumn("searches", "integer", (c) => c.notNull())
    .addColumn("empty", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("search_term_key", ["day", "term"])
    .execute();
  // The index took over what this column was for.
  await db.schema.alterTable("published_article").dropColumn("folded").execute();
}
