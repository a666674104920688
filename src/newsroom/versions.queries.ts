import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import type { ArticleContent } from "./content.ts";

/** The text of an edition as it was saved in `version`, or null when there is no such version. */
export async function readContentOf(db: Db, edition: Id, version: number): Promise<ArticleContent | null> {
  if (!Number.isSafeInteger(version) || version < 1 || version > 1_000_000) return null;
  const row = await db
    .selectFrom("edition_version")
    .select("content")
    .where("edition_id", "=", edition)
    .where("version", "=", version)
    .executeTakeFirst();
  return row ? (JSON.parse(row.content) as ArticleContent) : null;
}
