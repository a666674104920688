import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { fileTexts } from "../media/store.ts";
import type { SearchEntry } from "../search/questions.ts";
import type { SearchSource } from "../search/rebuild.ts";
import type { Tx } from "../storage/database.ts";
import { plainText, videos } from "./body/text.ts";
import type { ArticleContent } from "./content.ts";

/** A published article as search knows it: its own words, then the titles and words of its attachments. */
export async function articleEntry(tx: Tx, article: Id): Promise<SearchEntry> {
  const row = await tx
    .selectFrom("published_article as p")
    .innerJoin("category", "category.id", "p.category_id")
    .innerJoin("unit", "unit.id", "p.unit_id")
    .select(["p.slug", "p.title", "p.lead", "p.content", "p.published_at", "category.name as category"])
    .select("unit.name as unit")
    .where("p.article_id", "=", article)
    .executeTakeFirstOrThrow();
  const { body, attachments } = JSON.parse(row.content) as ArticleContent;
  // What is said in a video is found by its captions.
  const captions = videos(body).flatMap(({ video }) => video.captions ?? []);
  const read = await fileTexts(tx, [...attachments.map(({ file }) => file), ...captions]);
  const files = attachments.flatMap(({ title, file }) => [title, read.get(file)?.text ?? ""]);
  const spoken = captions.map((file) => read.get(file)?.text ?? "");
  return {
    kind: "article",
    id: article,
    path: `/bai-viet/${row.slug}`,
    title: row.title,
    summary: row.lead,
    body: [plainText(body), ...spoken, ...files].filter((text) => text !== "").join("\n\n"),
    day: dayOf(row.published_at),
    category: row.category,
    unit: row.unit,
  };
}

/** Every published article, for making the index anew. */
export const ARTICLES: SearchSource = {
  kind: "article",
  ids: async (tx) =>
    (await tx.selectFrom("published_article").select("article_id").orderBy("article_id").execute()).map(
      ({ article_id }) => article_id,
    ),
  entry: articleEntry,
};
