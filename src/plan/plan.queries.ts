import { addDays, dayOf, type Instant, startOfDay } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { LEVELS, type Level } from "../quota/levels.ts";
import { publishedWithin } from "../quota/quota.queries.ts";
import type { Db, Tx } from "../storage/database.ts";
import { daysOf, type Period } from "./period.ts";
import type { Theme } from "./rules.ts";

export interface PlanVersion {
  readonly version: number;
  readonly orientation: string;
  readonly themes: readonly Theme[];
  readonly by: string;
  readonly hat: string;
  readonly at: Instant;
  /** What became of it; null while it waits. */
  readonly decision: {
    readonly outcome: "decided" | "returned";
    readonly number: string;
    readonly note: string;
    readonly by: string;
    readonly hat: string;
    readonly at: Instant;
    readonly underPaper: boolean;
  } | null;
}

export interface Plan {
  readonly period: Period;
  /** Every text, latest first. */
  readonly versions: readonly PlanVersion[];
  /** The text decided last; null before the first decision. */
  readonly inForce: PlanVersion | null;
  /** The text that waits for its decision. */
  readonly proposed: PlanVersion | null;
}

/** Every plan, the latest period first; only one of them when it is named. */
export async function readPlans(db: Db | Tx, period?: Period): Promise<Plan[]> {
  let texts = db
    .selectFrom("plan_version as v")
    .innerJoin("person as writer", "writer.id", "v.person_id")
    .leftJoin("plan_decision as d", (is) => is.onRef("d.period", "=", "v.period").onRef("d.version", "=", "v.version"))
    .leftJoin("person as decider", "decider.id", "d.person_id")
    .select([
      "v.period",
      "v.version",
      "v.orientation",
      "v.themes",
      "v.hat",
      "v.at",
      "writer.full_name as by",
      "d.outcome",
      "d.decision_number as number",
      "d.note",
      "d.hat as decidedHat",
      "d.at as decidedAt",
      "d.delegation_id as paper",
      "decider.full_name as decidedBy",
    ])
    .orderBy("v.version", "desc");
  if (period !== undefined) texts = texts.where("v.period", "=", period);
  const rows = await texts.execute();
  const periods = [...new Set(rows.map((row) => row.period))].sort(byEndThenLength);
  return periods.map((one) => {
    const versions = rows.filter((row) => row.period === one).map(versionOf);
    const [latest] = versions;
    return {
      period: one,
      versions,
      inForce: versions.find(({ decision }) => decision?.outcome === "decided") ?? null,
      proposed: latest && latest.decision === null ? latest : null,
    };
  });
}

export const readPlan = async (db: Db | Tx, period: Period): Promise<Plan | null> =>
  (await readPlans(db, period))[0] ?? null;

const byEndThenLength = (a: Period, b: Period) =>
  daysOf(b).to.localeCompare(daysOf(a).to) || daysOf(b).from.localeCompare(daysOf(a).from);

interface TextRow {
  readonly version: number;
  readonly orientation: string;
  readonly themes: string;
  readonly by: string;
  readonly hat: string;
  readonly at: string;
  readonly outcome: string | null;
  readonly number: string | null;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedHat: string | null;
  readonly decidedAt: string | null;
  readonly paper: string | null;
}

function versionOf(row: TextRow): PlanVersion {
  return {
    version: row.version,
    orientation: row.orientation,
    themes: JSON.parse(row.themes) as Theme[],
    by: row.by,
    hat: row.hat,
    at: row.at,
    decision:
      row.outcome === null
        ? null
        : {
            outcome: row.outcome as "decided" | "returned",
            number: row.number ?? "",
            note: row.note ?? "",
            by: row.decidedBy ?? "",
            hat: row.decidedHat ?? "",
            at: row.decidedAt ?? "",
            underPaper: row.paper !== null,
          },
  };
}

/** Which articles stand under which theme of a plan now, by theme. */
export async function linkedArticles(db: Db | Tx, period: Period): Promise<ReadonlyMap<Id, readonly Id[]>> {
  const rows = await db
    .selectFrom("plan_link")
    .select(["theme", "article_id", "linked"])
    .where("period", "=", period)
    .orderBy("evidence_seq")
    .execute();
  const last = new Map(rows.map((row) => [`${row.theme} ${row.article_id}`, row]));
  const themes = new Map<Id, Id[]>();
  for (const { theme, article_id, linked } of last.values())
    if (linked === 1) themes.set(theme, [...(themes.get(theme) ?? []), article_id]);
  return themes;
}

export interface PlanArticle {
  readonly article: Id;
  readonly edition: Id;
  readonly title: string;
  readonly unit: string;
  readonly author: string;
  readonly authorId: Id;
  /** Null while nobody has read it. */
  readonly publishedAt: Instant | null;
  /** "Đạt chất lượng"; "" while it has no mark. */
  readonly quality: string;
}

export interface ThemeProgress extends Theme {
  readonly unitName: string;
  /** Published within the period and still public. */
  readonly published: readonly PlanArticle[];
  /** Under the theme, not published yet. */
  readonly coming: readonly PlanArticle[];
}

/** How far each theme of a decided text has come: computed from what was published within the period. */
export async function progressOf(db: Db | Tx, period: Period, themes: readonly Theme[]): Promise<ThemeProgress[]> {
  const linked = await linkedArticles(db, period);
  const articles = await articlesOf(db, period);
  const units = new Map(
    (await db.selectFrom("unit").select(["id", "name"]).execute()).map(({ id, name }) => [id, name]),
  );
  return themes.map((theme) => {
    const ids = new Set(linked.get(theme.key) ?? []);
    const mine = articles.filter(({ article }) => ids.has(article));
    return {
      ...theme,
      unitName: theme.unit === null ? "Các đơn vị" : (units.get(theme.unit) ?? ""),
      published: mine.filter(({ publishedAt }) => publishedAt !== null),
      coming: mine.filter(({ publishedAt }) => publishedAt === null),
    };
  });
}

/** Articles that can stand under a theme of this period: published within it and public, or on their way. */
export async function articlesOf(db: Db | Tx, period: Period): Promise<PlanArticle[]> {
  const { from, to } = daysOf(period);
  const published = await publishedWithin(db, startOfDay(from), startOfDay(addDays(to, 1)));
  const coming = await db
    .selectFrom("edition")
    .innerJoin("article", "article.id", "edition.article_id")
    .innerJoin("unit", "unit.id", "article.unit_id")
    .innerJoin("person", "person.id", "article.author_id")
    .select([
      "article.id as article",
      "edition.id as edition",
      "edition.title",
      "unit.name as unit",
      "person.full_name as author",
      "article.author_id as authorId",
    ])
    .where("article.first_published_at", "is", null)
    .where("edition.state", "not in", ["CANCELLED", "WITHDRAWN", "SUPERSEDED"])
    .orderBy("edition.state_since")
    .execute();
  return [
    ...published
      .filter(({ takenDownAt }) => takenDownAt === null)
      .map(({ article, edition, title, unitName, author, authorId, publishedAt, level }) => ({
        article,
        edition,
        title,
        unit: unitName,
        author,
        authorId,
        publishedAt,
        quality: level ? LEVELS[level as Level] : "",
      })),
    ...coming.map((row) => ({ ...row, publishedAt: null, quality: "" })),
  ];
}

/** Whether the period of a plan is over at an instant. */
export const isOver = (period: Period, at: Instant): boolean => daysOf(period).to < dayOf(at);
