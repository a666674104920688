import { beganAt } from "../checks/checks.queries.ts";
import { type Instant, startOfDay } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import type { State } from "../regulation/states.ts";
import type { Db, Tx } from "../storage/database.ts";
import { type EventContent, type TellingArticle, tellingArticle } from "./event.ts";
import { type Lost, lostTime, type Moved } from "./lost-time.ts";

/** An article that tells of an event, as it stands now. */
export interface LinkedArticle extends TellingArticle {
  readonly link: Id;
  readonly linkedAt: Instant;
  /** Its newest text. */
  readonly edition: Id;
  readonly title: string;
  readonly state: State;
  /** Its public address while the public reads it. */
  readonly slug: string | null;
  readonly takenDownAt: Instant | null;
  /** Whoever looks may not read it yet. */
  readonly isHidden?: true;
}

/** An event as it stands now, with its articles. */
export interface CentreEvent {
  readonly id: Id;
  readonly slug: string;
  readonly unit: Id;
  readonly unitName: string;
  readonly version: number;
  readonly content: EventContent;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly dueAt: Instant;
  readonly isPublic: boolean;
  readonly cancelledAt: Instant | null;
  readonly cancelReason: string;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly articles: readonly LinkedArticle[];
  /** When the article that closes the duty was first posted; null while there is none. */
  readonly toldAt: Instant | null;
}

export interface EventScope {
  readonly isPublic?: boolean;
  readonly slug?: string;
  readonly id?: Id;
  /** Events whose article falls due in this span, both included. */
  readonly dueFrom?: Instant;
  readonly dueTo?: Instant;
}

/** Events of a scope, the latest beginning first. */
export async function readEvents(db: Db | Tx, scope: EventScope = {}): Promise<CentreEvent[]> {
  let query = db
    .selectFrom("event as e")
    .innerJoin("event_version as v", (join) =>
      join.onRef("v.event_id", "=", "e.id").onRef("v.version", "=", "e.version"),
    )
    .innerJoin("unit as u", "u.id", "e.unit_id")
    .selectAll("e")
    .select(["v.content", "v.at", "u.name as unit_name"]);
  if (scope.isPublic) query = query.where("e.is_public", "=", 1);
  if (scope.slug !== undefined) query = query.where("e.slug", "=", scope.slug);
  if (scope.id !== undefined) query = query.where("e.id", "=", scope.id);
  if (scope.dueFrom !== undefined) query = query.where("e.due_at", ">=", scope.dueFrom);
  if (scope.dueTo !== undefined) query = query.where("e.due_at", "<=", scope.dueTo);
  const rows = await query.orderBy("e.starts_at", "desc").orderBy("e.id").execute();
  const articles = await articlesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const linked = articles.get(row.id) ?? [];
    return {
      id: row.id,
      slug: row.slug,
      unit: row.unit_id,
      unitName: row.unit_name,
      version: row.version,
      content: JSON.parse(row.content) as EventContent,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      dueAt: row.due_at,
      isPublic: row.is_public === 1,
      cancelledAt: row.cancelled_at,
      cancelReason: row.cancel_reason ?? "",
      createdAt: row.created_at,
      savedAt: row.at,
      articles: linked,
      toldAt: tellingArticle(row.starts_at, linked)?.firstPublishedAt ?? null,
    };
  });
}

export const eventById = async (db: Db | Tx, id: Id): Promise<CentreEvent | null> =>
  (await readEvents(db, { id }))[0] ?? null;

const CHUNK = 500;

async function articlesOf(db: Db | Tx, events: readonly Id[]): Promise<ReadonlyMap<Id, LinkedArticle[]>> {
  const found = new Map<Id, LinkedArticle[]>();
  for (let from = 0; from < events.length; from += CHUNK) {
    const rows = await db
      .selectFrom("event_article as l")
      .innerJoin("article as a", "a.id", "l.article_id")
      .innerJoin("edition as d", "d.article_id", "a.id")
      .leftJoin("published_article as p", "p.article_id", "a.id")
      .select(["l.id as link", "l.event_id", "l.at", "a.id as article", "a.first_published_at", "a.taken_down_at"])
      .select(["a.publication", "d.id as edition", "d.title", "d.state", "p.slug", "p.title as published_title"])
      .where("l.event_id", "in", events.slice(from, from + CHUNK))
      .where("l.undone_at", "is", null)
      .orderBy("l.seq")
      .orderBy("d.number", "desc")
      .execute();
    const seen = new Set<Id>();
    for (const row of rows) {
      if (seen.has(row.link)) continue;
      seen.add(row.link);
      const list = found.get(row.event_id) ?? [];
      list.push({
        link: row.link,
        linkedAt: row.at,
        article: row.article,
        edition: row.edition,
        title: row.published_title ?? row.title,
        state: row.state as State,
        slug: row.slug,
        firstPublishedAt: row.first_published_at,
        takenDownAt: row.publication === "TAKEN_DOWN" ? row.taken_down_at : null,
      });
      found.set(row.event_id, list);
    }
  }
  return found;
}

export interface EventVersion {
  readonly version: number;
  readonly at: Instant;
  readonly person: string;
  readonly hat: string;
  readonly reason: string;
  readonly content: EventContent;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** Every version of an event, newest first. */
export async function eventVersions(db: Db | Tx, id: Id): Promise<EventVersion[]> {
  const rows = await db
    .selectFrom("event_version as v")
    .innerJoin("person as p", "p.id", "v.person_id")
    .select(["v.version", "v.at", "v.hat", "v.reason", "v.content", "v.starts_at", "v.ends_at", "p.full_name"])
    .where("v.event_id", "=", id)
    .orderBy("v.version", "desc")
    .execute();
  return rows.map((row) => ({
    version: row.version,
    at: row.at,
    person: row.full_name,
    hat: row.hat,
    reason: row.reason,
    content: JSON.parse(row.content) as EventContent,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }));
}

/** Since when articles are owed: the regulation is in force and the portal in use. */
export async function owedSince(db: Db | Tx): Promise<Instant> {
  return [startOfDay(QUY_CHE_27.effectiveOn), (await beganAt(db)) ?? ""].sort().at(-1)!;
}

/** Where the time of each event's article went, for events whose article is late or was. */
export async function lostTimes(
  db: Db,
  events: readonly CentreEvent[],
  now: Instant,
): Promise<ReadonlyMap<Id, readonly Lost[]>> {
  const chosen = events.map((event) => ({ event, article: tellingOf(event) ?? event.articles.at(-1) ?? null }));
  const moves = await movesOf(
    db,
    chosen.flatMap(({ article }) => (article ? [article.article] : [])),
  );
  return new Map(
    chosen.map(({ event, article }) => {
      const until = event.toldAt ?? now;
      return [event.id, lostTime(event.endsAt, until, article ? (moves.get(article.article) ?? []) : [])] as const;
    }),
  );
}

export const tellingOf = ({ startsAt, articles }: CentreEvent) => tellingArticle(startsAt, articles);

/** The steps of each article's first text, in order. */
async function movesOf(db: Db, articles: readonly Id[]): Promise<ReadonlyMap<Id, readonly Moved[]>> {
  const found = new Map<Id, Moved[]>();
  for (let from = 0; from < articles.length; from += CHUNK) {
    const rows = await db
      .selectFrom("edition_move as m")
      .innerJoin("edition as d", "d.id", "m.edition_id")
      .select(["d.article_id", "m.at", "m.act", "m.to_state", "m.input"])
      .where("d.article_id", "in", articles.slice(from, from + CHUNK))
      .where("d.number", "=", 1)
      .orderBy("m.evidence_seq")
      .execute();
    for (const { article_id, at, act, to_state, input } of rows) {
      const { addressee = null } = JSON.parse(input) as { addressee?: string };
      found.set(article_id, [...(found.get(article_id) ?? []), { at, act, to: to_state as State, addressee }]);
    }
  }
  return found;
}

/**
 * Articles of an event's unit that could tell of it: not of another event, not posted before it began. `author`: only
 * those of one person; null for everybody's.
 */
export async function linkableArticles(
  db: Db,
  event: CentreEvent,
  author: Id | null = null,
): Promise<{ readonly id: Id; readonly title: string; readonly state: State; readonly publishedAt: Instant | null }[]> {
  let query = db
    .selectFrom("article as a")
    .innerJoin("edition as d", "d.article_id", "a.id")
    .leftJoin("event_article as l", (join) => join.onRef("l.article_id", "=", "a.id").on("l.undone_at", "is", null))
    .select(["a.id", "d.title", "d.state", "a.first_published_at"])
    .where("a.unit_id", "=", event.unit)
    .where("d.number", "=", 1)
    .where("l.id", "is", null)
    .where("d.state", "not in", ["CANCELLED", "WITHDRAWN"])
    .where((is) => is.or([is("a.first_published_at", "is", null), is("a.first_published_at", ">=", event.startsAt)]))
    .orderBy("a.created_at", "desc")
    .limit(60);
  if (author !== null) query = query.where("a.author_id", "=", author);
  const rows = await query.execute();
  return rows.map(({ id, title, state, first_published_at }) => ({
    id,
    title,
    state: state as State,
    publishedAt: first_published_at,
  }));
}
