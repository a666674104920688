import { plainText } from "../newsroom/body/text.ts";
import type { ArticleContent } from "../newsroom/content.ts";
import type { Db } from "../storage/database.ts";
import type { CitingText } from "./citations.ts";

/** Every article the public reads, with its words and the unit that owns it. */
export async function citingArticles(db: Db): Promise<CitingText[]> {
  const rows = await db
    .selectFrom("published_article")
    .innerJoin("unit", "unit.id", "published_article.unit_id")
    .select(["article_id", "slug", "title", "lead", "content", "unit.name as unit"])
    .orderBy("published_at", "desc")
    .execute();
  return rows.map(({ article_id, slug, title, lead, content, unit }) => ({
    id: article_id,
    title,
    href: `/bai-viet/${slug}`,
    unit,
    text: [title, lead, plainText((JSON.parse(content) as ArticleContent).body)].join("\n"),
  }));
}
