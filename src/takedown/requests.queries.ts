import type { Selectable } from "kysely";
import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { articleAt } from "../intake/correction.queries.ts";
import { type LoadedSlip, loadSlip } from "../intake/slips.queries.ts";
import type { Target } from "../intake/target.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { TakedownState } from "../regulation/takedown-moves.ts";
import type { Db, Tx } from "../storage/database.ts";
import { TAKEDOWNS, type TargetStanding } from "./rules.ts";
import type { TakedownRequestTable } from "./tables.ts";

export type RequestRow = Selectable<TakedownRequestTable>;

export type LoadedRequest = LoadedSlip<RequestRow, TakedownState>;

export const loadRequest = (db: Db | Tx, id: Id): Promise<LoadedRequest | null> =>
  loadSlip<RequestRow, TakedownState>(db, TAKEDOWNS, id);

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
  const found = await articleAt(db, target.path);
  if (!found) return UNKNOWN;
  return { standing: found.isLive ? "live" : "gone", id: found.id, path: found.path, title: found.title };
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
    .select(["state", "received_at", "due_on", "target_path", "decided_class", "article_id"])
    .where("code", "=", code)
    .executeTakeFirst();
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
