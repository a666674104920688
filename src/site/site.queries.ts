import { type SqlBool, sql } from "kysely";
import { isPageFile } from "../about/pages.queries.ts";
import { isConsultationFile } from "../consultations/consultations.queries.ts";
import type { Id } from "../kernel/ids.ts";
import { isLibraryFile } from "../library/documents.queries.ts";
import { pictures, videos } from "../newsroom/body/text.ts";
import type { ArticleContent, BodyDoc, Picture } from "../newsroom/content.ts";
import { isPublicForm } from "../services/services.queries.ts";
import type { Db } from "../storage/database.ts";

/** An article as lists show it. Everything here comes from the published projection: a draft cannot leak. */
export interface ListedArticle {
  readonly article: Id;
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly publishedAt: string;
  readonly updatedAt: string | null;
  readonly category: Id;
  readonly unit: string;
  readonly cover: Picture | null;
}

export interface Section {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
}

export interface ArticleFilter {
  readonly category?: Id | undefined;
  /** Only articles with such a block in their text. */
  readonly holds?: "pictures" | "videos" | "either" | undefined;
}

const GALLERY = sql<SqlBool>`content like '%"type":"gallery"%'`;
const VIDEO = sql<SqlBool>`content like '%"type":"video"%'`;
const EMBED = sql<SqlBool>`content like '%"type":"embed"%'`;

/** To the letter as the indexes of migration 0015 say it, or they are of no use. */
function holding(what: NonNullable<ArticleFilter["holds"]>) {
  const wanted = { pictures: [GALLERY], videos: [VIDEO, EMBED], either: [GALLERY, VIDEO, EMBED] }[what];
  return sql<SqlBool>`(${sql.join(wanted, sql` or `)})`;
}

/** Articles on one numbered page. */
export const PAGE_SIZE = 20;

export function sections(db: Db): Promise<Section[]> {
  return db.selectFrom("category").select(["id", "slug", "name", "description"]).orderBy("position").execute();
}

/**
 * One page of the newest articles, of a section or of all. The page's keys are found in the index alone, so a page
 * far down costs little more than the first.
 */
export async function articlesOnPage(
  db: Db,
  where: ArticleFilter,
  page: number,
  size = PAGE_SIZE,
): Promise<ListedArticle[]> {
  let keys = db.selectFrom("published_article").select("article_id");
  if (where.category) keys = keys.where("category_id", "=", where.category);
  if (where.holds) keys = keys.where(holding(where.holds));
  const ids = await keys
    .orderBy("published_at", "desc")
    .orderBy("article_id", "desc")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("published_article")
    .innerJoin("unit", "unit.id", "published_article.unit_id")
    .select([
      "article_id",
      "slug",
      "title",
      "lead",
      "published_at",
      "updated_at",
      "category_id",
      "content",
      "unit.name as unit",
    ])
    .where(
      "article_id",
      "in",
      ids.map(({ article_id }) => article_id),
    )
    .orderBy("published_at", "desc")
    .orderBy("article_id", "desc")
    .execute();
  return rows.map((row) => ({
    article: row.article_id,
    slug: row.slug,
    title: row.title,
    lead: row.lead,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    category: row.category_id,
    unit: row.unit,
    cover: picked(JSON.parse(row.content) as ArticleContent),
  }));
}

/** The picture chosen for lists, else the first of the text (an article from Word has none chosen), else a video's. */
const picked = ({ cover, body }: ArticleContent): Picture | null =>
  cover ?? pictures(body)[0]?.picture ?? posterOf(body);

function posterOf(body: BodyDoc): Picture | null {
  const video = videos(body)[0]?.video;
  if (!video?.poster) return null;
  const { title, author, source, poster } = video;
  return { ...poster, alt: title, decorative: false, caption: "", author, source };
}

export async function countArticles(db: Db, where: ArticleFilter): Promise<number> {
  let query = db.selectFrom("published_article").select((is) => is.fn.countAll<number>().as("total"));
  if (where.category) query = query.where("category_id", "=", where.category);
  if (where.holds) query = query.where(holding(where.holds));
  return Number((await query.executeTakeFirstOrThrow()).total);
}

export interface PublishedArticle extends ListedArticle {
  readonly content: ArticleContent;
  readonly chain: string;
  readonly updateNote: string | null;
  readonly isRepublished: boolean;
}

export async function publishedBySlug(db: Db, slug: string): Promise<PublishedArticle | null> {
  const row = await db
    .selectFrom("published_article")
    .innerJoin("unit", "unit.id", "published_article.unit_id")
    .innerJoin("article", "article.id", "published_article.article_id")
    .selectAll("published_article")
    .select(["unit.name as unit", "article.is_republished"])
    .where("published_article.slug", "=", slug)
    .executeTakeFirst();
  if (!row) return null;
  const content = JSON.parse(row.content) as ArticleContent;
  return {
    article: row.article_id,
    slug: row.slug,
    title: row.title,
    lead: row.lead,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    category: row.category_id,
    unit: row.unit,
    cover: content.cover,
    content,
    chain: row.chain,
    updateNote: row.update_note,
    isRepublished: row.is_republished === 1,
  };
}

/** Every public correction of an article: when, and what was changed (REQ-020). */
export function corrections(db: Db, article: Id): Promise<{ at: string | null; note: string | null }[]> {
  return db
    .selectFrom("edition")
    .select(["published_at as at", "correction_note as note"])
    .where("article_id", "=", article)
    .where("number", ">", 1)
    .where("state", "in", ["PUBLISHED", "SUPERSEDED"])
    .orderBy("number")
    .execute();
}

/** An address that answered once and was taken down by decision (REQ-109). */
export function takenDown(db: Db, slug: string): Promise<{ at: string | null; reason: string | null } | undefined> {
  return db
    .selectFrom("article")
    .select(["taken_down_at as at", "takedown_reason as reason"])
    .where("slug", "=", slug)
    .where("publication", "=", "TAKEN_DOWN")
    .executeTakeFirst();
}

export async function redirectOf(db: Db, path: string): Promise<string | null> {
  const row = await db.selectFrom("redirect").select("to_path").where("from_path", "=", path).executeTakeFirst();
  return row?.to_path ?? null;
}

/** Addresses for the sitemap, newest first; `last` is when the text last changed. */
export function sitemapEntries(db: Db, limit: number, offset = 0): Promise<{ slug: string; last: string }[]> {
  return db
    .selectFrom("published_article")
    .select((is) => ["slug", is.fn.coalesce("updated_at", "published_at").as("last")])
    .orderBy("published_at", "desc")
    .orderBy("article_id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
}

/** Articles first published after `since`, newest first. */
export function newsSince(
  db: Db,
  since: string,
  limit: number,
): Promise<{ slug: string; title: string; publishedAt: string }[]> {
  return db
    .selectFrom("published_article")
    .select(["slug", "title", "published_at as publishedAt"])
    .where("published_at", ">", since)
    .orderBy("published_at", "desc")
    .limit(limit)
    .execute();
}

/** Whether a stored file belongs to something the public reads now. */
export async function isPublicFile(db: Db, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom("published_file")
    .select("article_id")
    .where("hash", "=", hash)
    .limit(1)
    .executeTakeFirst();
  return (
    row !== undefined ||
    (await isPublicForm(db, hash)) ||
    (await isPageFile(db, hash)) ||
    (await isLibraryFile(db, hash)) ||
    (await isConsultationFile(db, hash))
  );
}
