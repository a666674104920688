import type { Actor } from "../board/actor.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { compareNameVi, fold } from "../kernel/vietnamese.ts";
import { STATE_NAMES, type State } from "../regulation/states.ts";
import type { Db } from "../storage/database.ts";
import { visibleTo } from "./visibility.queries.ts";

/** What a list of articles is narrowed to; empty texts narrow nothing. */
export interface ArticleFilter {
  readonly state: string;
  /** Code of the unit. */
  readonly unit: string;
  /** Slug of the category. */
  readonly category: string;
  /** The writer's id. */
  readonly author: string;
  /** Words of the title; marks and letter case do not matter. */
  readonly words: string;
}

export const NO_FILTER: ArticleFilter = { state: "", unit: "", category: "", author: "", words: "" };

export interface ListedArticle {
  readonly edition: Id;
  readonly title: string;
  /** 1 for the first text; more for a correction. */
  readonly number: number;
  readonly state: State;
  readonly since: Instant;
  readonly unit: string;
  readonly category: string;
  readonly author: string;
  readonly slug: string | null;
  readonly isLive: boolean;
}

/** Articles that `by` may read and that the filter leaves, latest change first. Never more than he may see. */
export interface ArticleList {
  readonly total: number;
  readonly rows: readonly ListedArticle[];
}

export async function listArticles(
  db: Db,
  by: Actor,
  filter: ArticleFilter,
  page: { readonly limit: number; readonly offset: number } | "all",
): Promise<ArticleList> {
  const found = await candidates(db, by, filter).orderBy("edition.state_since", "desc").orderBy("edition.id").execute();
  const wanted = fold(filter.words).split(/\s+/).filter(Boolean);
  const matching = found.filter(({ title }) => {
    if (wanted.length === 0) return true;
    const folded = fold(title);
    return wanted.every((word) => folded.includes(word));
  });
  const ids = (page === "all" ? matching : matching.slice(page.offset, page.offset + page.limit)).map(({ id }) => id);
  return { total: matching.length, rows: await readRows(db, ids) };
}

/** Texts that were replaced by a newer one are listed on request only. */
const HIDDEN_UNLESS_ASKED: State = "SUPERSEDED";

/** Titles and ids only: a desk has thousands of rows at most, and folding knows Vietnamese where the engines do not. */
function candidates(db: Db, by: Actor, filter: ArticleFilter) {
  let query = db
    .selectFrom("edition")
    .innerJoin("article", "article.id", "edition.article_id")
    .innerJoin("category", "category.id", "edition.category_id")
    .innerJoin("unit", "unit.id", "edition.unit_id")
    .select(["edition.id", "edition.title"])
    .where(visibleTo(by));
  query = STATE_NAMES.includes(filter.state as State)
    ? query.where("edition.state", "=", filter.state)
    : query.where("edition.state", "<>", HIDDEN_UNLESS_ASKED);
  if (filter.unit) query = query.where("unit.code", "=", filter.unit);
  if (filter.category) query = query.where("category.slug", "=", filter.category);
  if (filter.author) query = query.where("edition.author_id", "=", filter.author);
  return query;
}

const CHUNK = 500;

async function readRows(db: Db, ids: readonly Id[]): Promise<ListedArticle[]> {
  const rows = new Map<Id, ListedArticle>();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const found = await db
      .selectFrom("edition")
      .innerJoin("article", "article.id", "edition.article_id")
      .innerJoin("category", "category.id", "edition.category_id")
      .innerJoin("unit", "unit.id", "edition.unit_id")
      .innerJoin("person", "person.id", "edition.author_id")
      .select([
        "edition.id",
        "edition.title",
        "edition.number",
        "edition.state",
        "edition.state_since",
        "unit.name as unit",
        "category.name as category",
        "person.full_name as author",
        "article.slug",
        "article.publication",
        "article.live_edition_id",
      ])
      .where("edition.id", "in", ids.slice(from, from + CHUNK))
      .execute();
    for (const row of found) {
      rows.set(row.id, {
        edition: row.id,
        title: row.title,
        number: row.number,
        state: row.state as State,
        since: row.state_since,
        unit: row.unit,
        category: row.category,
        author: row.author,
        slug: row.slug,
        isLive: row.publication === "LIVE" && row.live_edition_id === row.id,
      });
    }
  }
  return ids.flatMap((id) => rows.get(id) ?? []);
}

export interface FilterChoices {
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly categories: readonly { readonly value: string; readonly label: string }[];
  readonly authors: readonly { readonly value: string; readonly label: string }[];
}

/** What the filters offer: every unit and category, and whoever wrote something that `by` may read. */
export async function readFilterChoices(db: Db, by: Actor): Promise<FilterChoices> {
  const units = await db.selectFrom("unit").select(["code", "name"]).orderBy("position").orderBy("name").execute();
  const categories = await db.selectFrom("category").select(["slug", "name"]).orderBy("position").execute();
  const authors = await db
    .selectFrom("edition")
    .innerJoin("article", "article.id", "edition.article_id")
    .innerJoin("category", "category.id", "edition.category_id")
    .innerJoin("person", "person.id", "edition.author_id")
    .select(["person.id", "person.full_name"])
    .distinct()
    .where(visibleTo(by))
    .execute();
  return {
    units: units.map(({ code, name }) => ({ value: code, label: name })),
    categories: categories.map(({ slug, name }) => ({ value: slug, label: name })),
    authors: authors
      .map(({ id, full_name }) => ({ value: id, label: full_name }))
      .sort((a, b) => compareNameVi(a.label, b.label)),
  };
}
