import type { Selectable } from "kysely";
import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { keptUntil } from "../enquiries/rules.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { TakedownState } from "../regulation/takedown-moves.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { TakedownFacts, TargetStanding } from "./rules.ts";
import type { TakedownMoveTable, TakedownRequestTable } from "./tables.ts";
import type { Target } from "./target.ts";

export type RequestRow = Selectable<TakedownRequestTable>;

export interface LoadedRequest {
  readonly row: RequestRow;
  readonly moves: readonly Selectable<TakedownMoveTable>[];
  readonly facts: TakedownFacts;
}

export async function loadRequest(db: Db | Tx, id: Id): Promise<LoadedRequest | null> {
  const row = await db.selectFrom("takedown_request").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  const moves = await db
    .selectFrom("takedown_move")
    .selectAll()
    .where("request_id", "=", id)
    .orderBy("evidence_seq")
    .execute();
  const months = (await readSettings(db))["enquiries.keepMonths"];
  const state = row.state as TakedownState;
  const keepUntil = state === "ANSWERED" ? keptUntil(row.state_since, months) : null;
  return { row, moves, facts: { state, unit: row.unit_id, erased: row.erased_at !== null, keepUntil } };
}

export interface FoundTarget {
  readonly standing: TargetStanding;
  readonly id: string;
  readonly path: string;
  readonly title: string;
}

const UNKNOWN: FoundTarget = { standing: "unknown", id: "", path: "", title: "" };

/** What stands at the address now; an old address of an article leads to it. */
export async function findTarget(db: Db | Tx, target: Target): Promise<FoundTarget> {
  if (target.kind === "answer") {
    const row = await db
      .selectFrom("published_answer")
      .select(["number", "question", "taken_down_at"])
      .where("number", "=", target.number)
      .executeTakeFirst();
    if (!row) return UNKNOWN;
    const title = row.question.length > 120 ? `${row.question.slice(0, 119)}…` : row.question;
    return { standing: row.taken_down_at ? "gone" : "live", id: String(row.number), path: target.path, title };
  }
  if (target.kind !== "article") return UNKNOWN;
  const moved = await db
    .selectFrom("redirect")
    .select("to_path")
    .where("from_path", "=", target.path)
    .executeTakeFirst();
  const path = moved?.to_path ?? target.path;
  const row = await db
    .selectFrom("article")
    .leftJoin("published_article", "published_article.article_id", "article.id")
    .select(["article.id", "article.publication", "published_article.title"])
    .where("article.slug", "=", path.replace("/bai-viet/", ""))
    .executeTakeFirst();
  if (!row) return UNKNOWN;
  return { standing: row.publication === "LIVE" ? "live" : "gone", id: row.id, path, title: row.title ?? "" };
}

/** The edition of an article that the public reads now. */
export async function liveEdition(db: Db | Tx, article: Id): Promise<Id | null> {
  const row = await db
    .selectFrom("article")
    .select("live_edition_id")
    .where("id", "=", article)
    .where("publication", "=", "LIVE")
    .executeTakeFirst();
  return row?.live_edition_id ?? null;
}

export function requestByCode(db: Db, code: string) {
  return db
    .selectFrom("takedown_request")
    .select(["state", "received_at", "due_on", "state_since", "target_path", "erased_at", "decided_class"])
    .where("code", "=", code)
    .executeTakeFirst();
}

/** Requests a hat may see: all of them, or those of the units it heads. */
export async function listRequests(
  db: Db,
  { units, isOpen, limit, offset }: { units: readonly Id[] | null; isOpen: boolean; limit: number; offset: number },
): Promise<RequestRow[]> {
  let query = db
    .selectFrom("takedown_request")
    .selectAll()
    .where("state", isOpen ? "<>" : "=", "ANSWERED");
  if (units) query = query.where("unit_id", "in", units.length > 0 ? [...units] : [""]);
  return query
    .orderBy(isOpen ? "due_on" : "state_since", isOpen ? "asc" : "desc")
    .orderBy("received_at")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countRequests(db: Db, units: readonly Id[] | null, isOpen: boolean): Promise<number> {
  let query = db
    .selectFrom("takedown_request")
    .select((is) => is.fn.countAll().as("count"))
    .where("state", isOpen ? "<>" : "=", "ANSWERED");
  if (units) query = query.where("unit_id", "in", units.length > 0 ? [...units] : [""]);
  return Number((await query.executeTakeFirstOrThrow()).count);
}

export function filesOfRequest(db: Db | Tx, id: Id) {
  return db.selectFrom("takedown_file").selectAll().where("request_id", "=", id).orderBy("name").execute();
}

/** Published articles untouched since `before`, oldest first: to be looked at, nothing more (REQ-110). */
export function oldArticles(db: Db, before: Instant, limit: number) {
  return db
    .selectFrom("published_article")
    .innerJoin("unit", "unit.id", "published_article.unit_id")
    .select((is) => ["slug", "title", "unit.name as unit", is.fn.coalesce("updated_at", "published_at").as("last")])
    .where((is) => is(is.fn.coalesce("updated_at", "published_at"), "<", before))
    .orderBy("last")
    .limit(limit)
    .execute();
}

/** Whom a request waits for: secretaries, or those who may decide today. */
export async function decidersOn(db: Db | Tx, day: Day) {
  const actors = actorsOn(await readRoster(db, day), day);
  return {
    secretaries: actors.filter(({ hat }) => hat === "SECRETARY").map(({ person }) => person),
    deciders: actors
      .filter(
        ({ hat, delegations }) =>
          hat === "CHIEF" ||
          (hat === "STANDING_DEPUTY" && delegations.some(({ powers }) => powers.includes("takedown.decide"))),
      )
      .map(({ person }) => person),
  };
}
