import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { firstDayOf, instantsOf, lastDayOf, type Month, monthOf, monthsBetween } from "../kernel/months.ts";
import { OPEN_STATES, type State } from "../regulation/states.ts";
import type { Settings } from "../settings/settings.ts";
import type { Db, Tx } from "../storage/database.ts";
import {
  arrivesBefore,
  type Coming,
  type Count,
  type CountedArticle,
  countOf,
  type MonthQuota,
  type Outcome,
  outcomeOf,
  reachedAt,
  type UnitQuota,
} from "./count.ts";
import { type Exemption, exemptionFor, exemptionWords } from "./exemptions.ts";
import type { Level } from "./levels.ts";
import type { QuotaResultTable } from "./tables.ts";

/** How every unit stands in a month: as it was frozen, or as it is now (Đ16.k3). */
export async function quotaOf(db: Db | Tx, month: Month, settings: Settings, now: Instant): Promise<MonthQuota> {
  return (await quotaBetween(db, month, month, settings, now))[0]!;
}

/** The same for every month from one to another, both included, in order; none when they are inverted. */
export async function quotaBetween(
  db: Db | Tx,
  from: Month,
  to: Month,
  settings: Settings,
  now: Instant,
): Promise<MonthQuota[]> {
  const months = monthsBetween(from, to);
  if (months.length === 0) return [];
  const facts: Facts = {
    units: await db.selectFrom("unit").selectAll().orderBy("position").orderBy("name").execute(),
    exemptions: await exemptions(db),
    published: await publishedBetween(db, from, to),
    coming: months.includes(monthOf(now)) ? await comingArticles(db, settings["quota.countRepublished"]) : [],
    frozen: await frozenBetween(db, from, to),
    settings,
    now,
  };
  return months.map((month) => monthQuota(month, facts));
}

interface Facts {
  readonly units: readonly UnitRow[];
  readonly exemptions: readonly Exemption[];
  readonly published: readonly Publication[];
  readonly coming: readonly (Coming & { readonly unit: Id })[];
  readonly frozen: Frozen;
  readonly settings: Settings;
  readonly now: Instant;
}

interface UnitRow {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly active_from: string;
  readonly active_to: string | null;
}

/** A first publication with its latest mark. */
export interface Publication {
  readonly month: Month;
  readonly article: Id;
  readonly edition: Id;
  readonly unit: Id;
  readonly unitName: string;
  readonly title: string;
  readonly authorId: Id;
  readonly author: string;
  readonly publishedAt: Instant;
  readonly takenDownAt: Instant | null;
  readonly origin: string;
  readonly isRepublished: boolean;
  readonly isDuplicate: boolean;
  readonly level: Level | null;
  readonly markedAt: Instant | null;
  /** When somebody first said so; later changes do not move it. */
  readonly firstMarkAt: Instant | null;
}

function monthQuota(month: Month, facts: Facts): MonthQuota {
  const { frozen, units, now } = facts;
  const seal = frozen.months.get(month);
  const end = instantsOf(month)[1];
  const of = seal
    ? frozen.results.filter((row) => row.month === month).flatMap((row) => frozenUnit(row, facts, seal.at))
    : units.filter((unit) => isListed(unit, month)).map((unit) => liveUnit(unit, month, facts));
  return { month, isOver: now >= end, frozenAt: seal?.at ?? null, units: of };
}

/** Whoever existed on some day of the month and is no leadership: "mỗi phòng, tổ chức trực thuộc". */
const isListed = ({ kind, active_from, active_to }: UnitRow, month: Month) =>
  kind !== "leadership" && active_from <= lastDayOf(month) && (active_to === null || active_to >= firstDayOf(month));

/** A unit that began or ended within the month owes it nothing. */
const wasThereAllMonth = ({ active_from, active_to }: UnitRow, month: Month) =>
  active_from <= firstDayOf(month) && (active_to === null || active_to >= lastDayOf(month));

function liveUnit(unit: UnitRow, month: Month, { exemptions, published, coming, settings, now }: Facts): UnitQuota {
  const target = settings["quota.perMonth"];
  const countRepublished = settings["quota.countRepublished"];
  const [begin, end] = instantsOf(month);
  const articles = published
    .filter((one) => one.unit === unit.id && one.month === month)
    .map((one): CountedArticle => ({ ...plain(one), count: countOf(one, { countRepublished }), changedTo: null }));
  const exemption = exemptionFor(exemptions, unit.id, month);
  const excused = exemption
    ? exemptionWords(exemption)
    : wasThereAllMonth(unit, month)
      ? ""
      : "Đơn vị không hoạt động trọn tháng này.";
  const [good, unmarked] = [times(articles, "counted"), times(articles, "unmarked")];
  const isNow = begin <= now && now < end;
  const arriving = isNow ? coming.filter((one) => one.unit === unit.id && arrivesBefore(one, end)) : [];
  return {
    unit: unit.id,
    code: unit.code,
    name: unit.name,
    target,
    good,
    unmarked,
    outcome: outcomeOf({ target, good, unmarked, excused, isOver: now >= end }),
    excused,
    reachedAt: reachedAt(articles, target),
    articles,
    coming: arriving,
    forecast: good + unmarked + arriving.length,
  };
}

function frozenUnit(row: QuotaResultTable, { units, frozen, published, settings }: Facts, at: Instant): UnitQuota[] {
  const unit = units.find(({ id }) => id === row.unit_id);
  if (!unit) return [];
  const articles = frozen.articles
    .filter((one) => one.month === row.month && one.unit_id === row.unit_id)
    .map((one): CountedArticle => {
      const now = published.find(({ article }) => article === one.article_id);
      const changed = now?.markedAt != null && now.markedAt > at;
      const countRepublished = settings["quota.countRepublished"];
      return {
        article: one.article_id,
        edition: one.edition_id,
        title: one.title,
        author: one.author,
        publishedAt: one.published_at,
        count: one.count as Count,
        changedTo: changed ? countOf(now, { countRepublished }) : null,
      };
    });
  return [
    {
      unit: unit.id,
      code: unit.code,
      name: unit.name,
      target: row.target,
      good: row.good,
      unmarked: row.unmarked,
      outcome: row.outcome as Outcome,
      excused: row.excused,
      reachedAt: reachedAt(articles, row.target),
      articles,
      coming: [],
      forecast: row.good + row.unmarked,
    },
  ];
}

const plain = ({ article, edition, title, author, publishedAt }: Publication) => ({
  article,
  edition,
  title,
  author,
  publishedAt,
});

const times = (articles: readonly CountedArticle[], wanted: Count) =>
  articles.filter(({ count }) => count === wanted).length;

/** Every article first published in these months, oldest first, with the mark that counts. */
export function publishedBetween(db: Db | Tx, from: Month, to: Month): Promise<Publication[]> {
  return publishedWithin(db, instantsOf(from)[0], instantsOf(to)[1]);
}

/** Every article first published from one instant up to another, oldest first, with the mark that counts. */
export async function publishedWithin(db: Db | Tx, since: Instant, until: Instant): Promise<Publication[]> {
  const rows = await db
    .selectFrom("article")
    .innerJoin("edition", (is) =>
      is
        .onRef("edition.article_id", "=", "article.id")
        .onRef("edition.published_at", "=", "article.first_published_at"),
    )
    .innerJoin("unit", "unit.id", "article.unit_id")
    .innerJoin("person", "person.id", "article.author_id")
    .leftJoin("quality_mark as mark", (is) =>
      is
        .onRef("mark.article_id", "=", "article.id")
        .on((of) =>
          of.not(
            of.exists(
              of
                .selectFrom("quality_mark as later")
                .select("later.id")
                .whereRef("later.article_id", "=", "mark.article_id")
                .whereRef("later.version", ">", "mark.version"),
            ),
          ),
        ),
    )
    .leftJoin("quality_mark as begun", (is) =>
      is.onRef("begun.article_id", "=", "article.id").on("begun.version", "=", 1),
    )
    .select((is) => [
      "article.id as article",
      "edition.id as edition",
      "edition.title",
      "article.unit_id as unit",
      "unit.name as unitName",
      "article.author_id as authorId",
      "person.full_name as author",
      "article.first_published_at as publishedAt",
      "article.taken_down_at as takenDownAt",
      "article.origin",
      "article.is_republished",
      "mark.level",
      "mark.at as markedAt",
      "begun.at as firstMarkAt",
      is
        .exists(
          is
            .selectFrom("edition as twin")
            .innerJoin("article as first", "first.id", "twin.article_id")
            .select("twin.id")
            .whereRef("twin.content_hash", "=", "edition.content_hash")
            .whereRef("twin.article_id", "<>", "edition.article_id")
            .whereRef("twin.published_at", "=", "first.first_published_at")
            .where((of) =>
              of.or([
                of("twin.published_at", "<", of.ref("edition.published_at")),
                of.and([
                  of("twin.published_at", "=", of.ref("edition.published_at")),
                  of("twin.id", "<", of.ref("edition.id")),
                ]),
              ]),
            ),
        )
        .as("hasTwin"),
    ])
    .where("article.first_published_at", ">=", since)
    .where("article.first_published_at", "<", until)
    .orderBy("article.first_published_at")
    .orderBy("article.id")
    .execute();
  return rows.map(({ is_republished, hasTwin, publishedAt, level, ...row }) => ({
    ...row,
    publishedAt: publishedAt!,
    month: monthOf(publishedAt!),
    isRepublished: is_republished === 1,
    isDuplicate: Boolean(hasTwin),
    level: level as Level | null,
  }));
}

/** Month of the oldest public article that nobody has marked; null when all are. */
export async function oldestUnmarked(db: Db | Tx): Promise<Month | null> {
  const row = await db
    .selectFrom("article")
    .select((is) => is.fn.min("first_published_at").as("at"))
    .where("first_published_at", "is not", null)
    .where("taken_down_at", "is", null)
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom("quality_mark as mark").select("mark.id").whereRef("mark.article_id", "=", "article.id"),
        ),
      ),
    )
    .executeTakeFirst();
  return row?.at ? monthOf(row.at) : null;
}

/** Articles on their way for the first time. */
async function comingArticles(db: Db | Tx, countRepublished: boolean): Promise<(Coming & { unit: Id })[]> {
  let query = db
    .selectFrom("edition")
    .innerJoin("article", "article.id", "edition.article_id")
    .select([
      "edition.id as edition",
      "edition.title",
      "edition.state",
      "edition.publish_at",
      "article.unit_id as unit",
    ])
    .where("edition.state", "in", [...OPEN_STATES])
    .where("article.first_published_at", "is", null)
    .where("article.origin", "=", "unit")
    .orderBy("edition.state_since");
  if (!countRepublished) query = query.where("article.is_republished", "=", 0);
  const rows = await query.execute();
  return rows.map(({ state, publish_at, ...row }) => ({ ...row, state: state as State, publishAt: publish_at }));
}

/** Decisions that let a unit off and have not been taken back, latest first. */
export async function exemptions(db: Db | Tx): Promise<Exemption[]> {
  const rows = await db.selectFrom("quota_exemption").selectAll().orderBy("at", "desc").execute();
  const revoked = new Set(rows.map(({ revokes }) => revokes));
  return rows
    .filter(({ id, revokes }) => revokes === null && !revoked.has(id))
    .map((row) => ({
      id: row.id,
      unit: row.unit_id,
      from: row.from_month,
      to: row.to_month,
      decision: row.decision_number,
      decisionDay: row.decision_day,
      reason: row.reason,
    }));
}

type Frozen = Awaited<ReturnType<typeof frozenBetween>>;

async function frozenBetween(db: Db | Tx, from: Month, to: Month) {
  const months = await db
    .selectFrom("quota_month")
    .selectAll()
    .where("month", ">=", from)
    .where("month", "<=", to)
    .execute();
  const results = await db
    .selectFrom("quota_result")
    .innerJoin("unit", "unit.id", "quota_result.unit_id")
    .selectAll("quota_result")
    .where("month", ">=", from)
    .where("month", "<=", to)
    .orderBy("unit.position")
    .orderBy("unit.name")
    .execute();
  const articles = await db
    .selectFrom("quota_article")
    .selectAll()
    .where("month", ">=", from)
    .where("month", "<=", to)
    .orderBy("published_at")
    .orderBy("article_id")
    .execute();
  return { months: new Map(months.map((row) => [row.month, row])), results, articles };
}
