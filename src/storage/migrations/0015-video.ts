import { sql } from "kysely";
import type { AnyDb } from "../guards.ts";

/**
 * For the page of albums and videos: indexes over the published articles that hold one. The database keeps them true by
 * itself.
 */
export async function up(db: AnyDb): Promise<void> {
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
