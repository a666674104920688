import type { Selectable } from "kysely";
import { type Actor, actorsOn } from "../board/actor.ts";
import { type Roster, readRoster } from "../board/roster.queries.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Act } from "../regulation/article-moves.ts";
import { OPEN_STATES, type State } from "../regulation/states.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db } from "../storage/database.ts";
import { identityOf } from "./editions.queries.ts";
import type { EditionFacts, MoveInput, Surroundings } from "./facts.ts";
import { foldHistory, type HistoryEntry } from "./history.ts";
import { deputiesInCharge } from "./surroundings.queries.ts";
import type { EditionTable } from "./tables.ts";

/** An edition on its way, with what the rules need. The text itself is left out: it is judged when it is opened. */
export interface OpenEdition {
  readonly row: Selectable<EditionTable>;
  readonly facts: EditionFacts;
  readonly around: Surroundings;
  readonly lastAct: Act;
}

export interface OpenEditions {
  readonly editions: readonly OpenEdition[];
  /** Everybody who may act today. */
  readonly actors: readonly Actor[];
  readonly roster: Roster;
}

/**
 * Every edition that somebody may have to carry on, longest wait first, read in a handful of queries: those still
 * open, and live ones whose removal is decided (T20).
 */
export async function readOpenEditions(db: Db, at: Instant): Promise<OpenEditions> {
  const day = dayOf(at);
  const roster = await readRoster(db, day);
  const actors = actorsOn(roster, day);
  const settings = await readSettings(db);
  const rows = await readRows(db);
  const articles = byId(
    await inChunks(
      rows.map(({ article_id }) => article_id),
      (ids) =>
        db
          .selectFrom("article")
          .select(["id", "origin", "author_id", "publication", "live_edition_id"])
          .where("id", "in", ids)
          .execute(),
    ),
  );
  const categories = byId(await db.selectFrom("category").select(["id", "field_id", "allows_board"]).execute());
  const histories = await readHistories(db, rows, (id) => categories.get(id)?.field_id ?? null);
  const openOf = new Map<Id, number>();
  for (const { article_id, state } of rows) {
    if (OPEN_STATES.includes(state as State)) openOf.set(article_id, (openOf.get(article_id) ?? 0) + 1);
  }

  const editions = rows.map((row): OpenEdition => {
    const article = articles.get(row.article_id)!;
    const entries = histories.get(row.id) ?? [];
    const facts = foldHistory(identityOf(row, article), entries);
    const isOpen = OPEN_STATES.includes(facts.state);
    const last = entries.findLast((entry) => entry.kind === "move");
    return {
      row,
      facts,
      lastAct: last?.kind === "move" ? last.act : "create",
      around: {
        contentProblems: [],
        categoryAllowsBoard: categories.get(row.category_id)?.allows_board === 1,
        fieldApprovalRequired: settings["newsroom.fieldApprovalRequired"],
        deputiesInCharge: deputiesInCharge(facts, actors),
        isLive: article.live_edition_id === row.id && article.publication === "LIVE",
        // Of live editions only those to be taken down are among the rows.
        isToBeTakenDown: rows.some((other) => other.article_id === row.article_id && other.state === "PUBLISHED"),
        isTakenDown: article.publication === "TAKEN_DOWN",
        hasOpenEdition: (openOf.get(row.article_id) ?? 0) > (isOpen ? 1 : 0),
        schedulerIsSecretary: actors.some(({ person, hat }) => person === facts.schedule?.by && hat === "SECRETARY"),
        hasSuccessor: false,
        somebodyElse: true,
      },
    };
  });
  return { editions, actors, roster };
}

async function readRows(db: Db): Promise<Selectable<EditionTable>[]> {
  const open = await db
    .selectFrom("edition")
    .selectAll()
    .where("state", "in", [...OPEN_STATES])
    .execute();
  const leaving = await db
    .selectFrom("edition_move")
    .innerJoin("article", "article.live_edition_id", "edition_move.edition_id")
    .innerJoin("edition", "edition.id", "edition_move.edition_id")
    .selectAll("edition")
    .distinct()
    .where("edition_move.act", "=", "decideTakedown")
    .where("article.publication", "=", "LIVE")
    .where("edition.state", "=", "PUBLISHED")
    .execute();
  const key = ({ state_since, id }: Selectable<EditionTable>) => `${state_since} ${id}`;
  return [...open, ...leaving].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function readHistories(
  db: Db,
  rows: readonly Selectable<EditionTable>[],
  fieldOf: (category: Id) => Id | null,
): Promise<ReadonlyMap<Id, HistoryEntry[]>> {
  const editions = rows.map(({ id }) => id);
  const versions = await inChunks(editions, (ids) =>
    db
      .selectFrom("edition_version")
      .select(["edition_id", "version", "hash", "saved_by", "in_state", "evidence_seq"])
      .where("edition_id", "in", ids)
      .execute(),
  );
  const moves = await inChunks(editions, (ids) =>
    db.selectFrom("edition_move").selectAll().where("edition_id", "in", ids).execute(),
  );
  const category = new Map(rows.map((row) => [row.id, row.category_id]));
  const histories = new Map<Id, HistoryEntry[]>();
  const add = (edition: Id, entry: HistoryEntry) => {
    const entries = histories.get(edition);
    if (entries) entries.push(entry);
    else histories.set(edition, [entry]);
  };
  for (const row of versions) {
    add(row.edition_id, {
      kind: "version",
      seq: row.evidence_seq,
      version: row.version,
      hash: row.hash,
      person: row.saved_by,
      inState: row.in_state as State,
      // The last version decides, and its category is the edition's.
      field: fieldOf(category.get(row.edition_id) ?? ""),
    });
  }
  for (const row of moves) {
    add(row.edition_id, {
      kind: "move",
      seq: row.evidence_seq,
      act: row.act as Act,
      from: row.from_state as State | null,
      to: row.to_state as State,
      person: row.person_id,
      hash: row.hash,
      at: row.at,
      input: JSON.parse(row.input) as MoveInput,
    });
  }
  const rank = ({ kind }: HistoryEntry) => (kind === "version" ? 0 : 1);
  for (const entries of histories.values()) entries.sort((a, b) => a.seq - b.seq || rank(a) - rank(b));
  return histories;
}

function byId<T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** More ids than a statement should carry are asked for in turns. */
async function inChunks<Row>(ids: readonly Id[], read: (ids: Id[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += 500) rows.push(...(await read(ids.slice(from, from + 500))));
  return rows;
}
