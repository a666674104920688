import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { addMonths, instantsOf, type Month, monthOf } from "../kernel/months.ts";
import type { Db, Tx } from "../storage/database.ts";
import { QUOTA_PERMISSIONS } from "./permissions.ts";
import { type Publication, publishedWithin } from "./quota.queries.ts";
import { type MarkFacts, mayMark } from "./rules.ts";
import type { QualityMarkTable } from "./tables.ts";

export interface MarkedArticle extends MarkFacts {
  readonly article: Id;
  readonly edition: Id;
  readonly title: string;
  readonly author: Id;
}

/** States in which a text is its writers' own. */
const BEFORE_THE_BOARD = ["DRAFT", "AWAITING_HEAD"];

/** What a mark of this article is judged by; null when there is no such article. */
export async function readMarkFacts(db: Db | Tx, article: Id, at: Instant): Promise<MarkedArticle | null> {
  const row = await db.selectFrom("article").selectAll().where("id", "=", article).executeTakeFirst();
  if (!row) return null;
  const editions = await db
    .selectFrom("edition")
    .select(["id", "title", "published_at"])
    .where("article_id", "=", article)
    .orderBy("number")
    .execute();
  const first = editions.find(({ published_at }) => published_at !== null && published_at === row.first_published_at);
  const edition = first ?? editions[0];
  if (!edition) return null;
  const month = row.first_published_at === null ? null : monthOf(row.first_published_at);
  const latest = (await markHistory(db, article))[0];
  return {
    article,
    edition: edition.id,
    title: edition.title,
    author: row.author_id,
    month,
    unit: row.unit_id,
    writers: (await writersOf(db, [article])).get(article) ?? [],
    secretaries: await secretariesOn(db, at),
    latest: latest ? { ...latest, unmet: JSON.parse(latest.unmet) as string[] } : null,
    isFrozen: month !== null && (await isFrozen(db, month)),
  };
}

export async function isFrozen(db: Db | Tx, month: Month): Promise<boolean> {
  const row = await db.selectFrom("quota_month").select("month").where("month", "=", month).executeTakeFirst();
  return row !== undefined;
}

export type RecordedMark = QualityMarkTable & { readonly name: string };

/** Every mark of an article, latest first. */
export function markHistory(db: Db | Tx, article: Id): Promise<RecordedMark[]> {
  return db
    .selectFrom("quality_mark")
    .innerJoin("person", "person.id", "quality_mark.person_id")
    .selectAll("quality_mark")
    .select("person.full_name as name")
    .where("article_id", "=", article)
    .orderBy("version", "desc")
    .execute();
}

/** Authors, and whoever saved the text before it was sent to the board. The database holds marks to the same rule. */
async function writersOf(db: Db | Tx, articles: readonly Id[]): Promise<ReadonlyMap<Id, readonly Id[]>> {
  const writers = new Map<Id, Id[]>();
  const add = (article: Id, person: Id) => writers.set(article, [...(writers.get(article) ?? []), person]);
  for (let from = 0; from < articles.length; from += CHUNK) {
    const some = articles.slice(from, from + CHUNK);
    const authors = await db.selectFrom("article").select(["id", "author_id"]).where("id", "in", some).execute();
    for (const { id, author_id } of authors) add(id, author_id);
    const published = await db
      .selectFrom("edition")
      .select(["article_id", "author_id"])
      .where("article_id", "in", some)
      .where("published_at", "is not", null)
      .execute();
    for (const { article_id, author_id } of published) add(article_id, author_id);
    const saved = await db
      .selectFrom("edition_version as version")
      .innerJoin("edition", "edition.id", "version.edition_id")
      .select(["edition.article_id", "version.saved_by"])
      .distinct()
      .where("edition.article_id", "in", some)
      .where("version.in_state", "in", BEFORE_THE_BOARD)
      .execute();
    for (const { article_id, saved_by } of saved) add(article_id, saved_by);
  }
  return writers;
}

const CHUNK = 500;

async function secretariesOn(db: Db | Tx, at: Instant): Promise<MarkFacts["secretaries"]> {
  const day = dayOf(at);
  const actors = actorsOn(await readRoster(db, day), day);
  return actors
    .filter(({ hat }) => hat === "SECRETARY")
    .map(({ person }) => ({
      person,
      heads: actors.find((one) => one.hat === "MEMBER" && one.person === person)?.units ?? [],
    }));
}

/** Months after which nobody is asked for a mark any more. */
const ASKED_FOR = 12;

/**
 * Published articles without a mark that this person may mark now, oldest first: they count only provisionally. Those
 * of a frozen month are not asked for; they can still be marked, with a reason.
 */
export async function waitingForMark(
  db: Db | Tx,
  by: Parameters<typeof mayMark>[1],
  now: Instant,
): Promise<Publication[]> {
  if (!QUOTA_PERMISSIONS["quality.mark"].some((hat) => hat === by.hat)) return [];
  const since = instantsOf(addMonths(monthOf(now), -ASKED_FOR))[0];
  const frozen = await db.selectFrom("quota_month").select("month").execute();
  const closed = new Set(frozen.map(({ month }) => month));
  const open = (await publishedWithin(db, since, FOREVER)).filter(
    ({ level, takenDownAt, month }) => level === null && takenDownAt === null && !closed.has(month),
  );
  if (open.length === 0) return [];
  const secretaries = await secretariesOn(db, now);
  const writers = await writersOf(
    db,
    open.map(({ article }) => article),
  );
  return open.filter(({ article, unit, month }) => {
    const facts = { month, unit, writers: writers.get(article) ?? [], secretaries, latest: null, isFrozen: false };
    return mayMark(facts, by).length === 0;
  });
}

/** Later than every publication. */
const FOREVER = "9999-12-31T00:00:00.000Z";

/**
 * Marks changed, or given late, once their month was closed, written within a period, oldest first: each has its
 * reason and is told in the next report (REQ-062, REQ-123).
 */
export function lateMarks(db: Db | Tx, since: Instant, until: Instant) {
  return db
    .selectFrom("quality_mark as mark")
    .innerJoin("article", "article.id", "mark.article_id")
    .innerJoin("edition", (is) =>
      is
        .onRef("edition.article_id", "=", "article.id")
        .onRef("edition.published_at", "=", "article.first_published_at"),
    )
    .innerJoin("unit", "unit.id", "article.unit_id")
    .innerJoin("person", "person.id", "mark.person_id")
    .leftJoin("quota_article as frozen", (is) =>
      is.onRef("frozen.month", "=", "mark.month").onRef("frozen.article_id", "=", "mark.article_id"),
    )
    .select([
      "mark.month",
      "mark.at",
      "mark.level",
      "mark.reason",
      "mark.article_id as article",
      "frozen.count",
      "edition.title",
      "unit.name as unit",
      "person.full_name as person",
    ])
    .where("mark.reason", "<>", "")
    .where("mark.at", ">=", since)
    .where("mark.at", "<", until)
    .orderBy("mark.at")
    .execute();
}
