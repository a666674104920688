import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { compareNameVi } from "../kernel/vietnamese.ts";
import type { Db } from "../storage/database.ts";
import { articlesBetween, type UnitArticle } from "./articles.queries.ts";
import type { AuthorRank } from "./inspections.queries.ts";

/** An article as it counts for whoever wrote it. */
export interface CountedArticle extends UnitArticle {
  readonly isGood: boolean;
  readonly isFaulty: boolean;
}

/** Everything that authors posted in a period, with how it counts. */
export async function countedArticles(db: Db, from: Day, to: Day): Promise<CountedArticle[]> {
  const articles = await articlesBetween(db, from, to);
  const good = await goodArticles(db);
  return articles.map((article) => ({
    ...article,
    isGood: good.has(article.id) && article.takenDown === null,
    isFaulty: article.corrections.length > 0 || (article.takenDown !== null && article.takenDown !== "outdated"),
  }));
}

/**
 * Authors by what they gave (Đ19.k1): articles of quality first, then all articles, then how few had to be put right.
 * Every number is a list of articles.
 */
export async function rankAuthors(db: Db, from: Day, to: Day): Promise<AuthorRank[]> {
  const articles = await countedArticles(db, from, to);
  const ids = [...new Set(articles.map(({ author }) => author))];
  if (ids.length === 0) return [];
  const people = await db
    .selectFrom("person")
    .leftJoin("unit", "unit.id", "person.unit_id")
    .select(["person.id", "full_name", "unit.name as unit"])
    .where("person.id", "in", ids)
    .execute();
  return people
    .map(({ id, full_name, unit }) => {
      const own = articles.filter(({ author }) => author === id);
      return {
        person: id,
        name: full_name,
        unit: unit ?? "",
        published: own.length,
        good: own.filter(({ isGood }) => isGood).length,
        faulty: own.filter(({ isFaulty }) => isFaulty).length,
      };
    })
    .sort((a, b) => compareAuthors(a, b) || compareNameVi(a.name, b.name));
}

/** Negative when `a` stands before `b`, 0 when they share a place. */
export const compareAuthors = (a: AuthorRank, b: AuthorRank): number =>
  b.good - a.good || b.published - a.published || a.faulty - b.faulty;

/** Place of each author: whoever is equal shares it. */
export const authorPlace = (authors: readonly AuthorRank[], author: AuthorRank): number =>
  1 + authors.filter((other) => compareAuthors(other, author) < 0).length;

async function goodArticles(db: Db): Promise<ReadonlySet<Id>> {
  const rows = await db.selectFrom("quality_mark").select(["article_id", "level"]).orderBy("version").execute();
  const last = new Map(rows.map(({ article_id, level }) => [article_id, level]));
  return new Set([...last].filter(([, level]) => level === "good").map(([id]) => id));
}
