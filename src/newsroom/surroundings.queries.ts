import { type Actor, actorsOn } from "../board/actor.ts";
import { type Roster, readRoster } from "../board/roster.queries.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Act } from "../regulation/article-moves.ts";
import { OPEN_STATES } from "../regulation/states.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db, Tx } from "../storage/database.ts";
import { sendingRefusals } from "./content-rules.ts";
import type { LoadedEdition } from "./editions.queries.ts";
import type { EditionFacts, Surroundings } from "./facts.ts";
import { somebodyElseCan } from "./workflow.ts";

/** What the rules must know beyond the edition, and everybody who may act today. */
export interface Context {
  readonly around: Surroundings;
  readonly actors: readonly Actor[];
  readonly roster: Roster;
}

/** Looks up the surroundings of an edition for an act by `person` at `at`. */
export async function readContext(
  db: Db | Tx,
  loaded: LoadedEdition,
  person: string,
  act: Act | null,
  at: Instant,
): Promise<Context> {
  const day = dayOf(at);
  const roster = await readRoster(db, day);
  const actors = actorsOn(roster, day);
  const { facts } = loaded;
  const settings = await readSettings(db);
  const category = await db
    .selectFrom("category")
    .select(["allows_board"])
    .where("id", "=", loaded.row.category_id)
    .executeTakeFirst();
  const around: Surroundings = {
    contentProblems: await contentProblems(db, loaded),
    categoryAllowsBoard: category?.allows_board === 1,
    fieldApprovalRequired: settings["newsroom.fieldApprovalRequired"],
    deputiesInCharge: deputiesInCharge(facts, actors),
    isLive: loaded.article.live_edition_id === facts.edition && loaded.article.publication === "LIVE",
    isToBeTakenDown: await isToBeTakenDown(db, loaded.article.live_edition_id),
    isTakenDown: loaded.article.publication === "TAKEN_DOWN",
    hasOpenEdition: await hasOpenEdition(db, facts),
    schedulerIsSecretary: actors.some(({ person: id, hat }) => id === facts.schedule?.by && hat === "SECRETARY"),
    hasSuccessor: false,
    somebodyElse: true,
  };
  return {
    around: act ? { ...around, somebodyElse: somebodyElseCan(act, facts, around, actors, person, at) } : around,
    actors,
    roster,
  };
}

/** Deputies in charge of the article's unit or field (Đ10). */
export function deputiesInCharge(facts: Pick<EditionFacts, "unit" | "field">, actors: readonly Actor[]): string[] {
  return actors
    .filter(({ hat }) => hat === "DEPUTY" || hat === "STANDING_DEPUTY")
    .filter(({ units, fields }) => units.includes(facts.unit) || (facts.field !== null && fields.includes(facts.field)))
    .map(({ person }) => person);
}

/** What keeps the text from going on, with the exact place (REQ-030, REQ-033, REQ-036, REQ-037, REQ-135). */
export async function contentProblems(db: Db | Tx, { article, content }: LoadedEdition): Promise<Refusal[]> {
  const author = await db
    .selectFrom("person")
    .select("full_name")
    .where("id", "=", article.author_id)
    .executeTakeFirstOrThrow();
  return sendingRefusals(content, {
    origin: article.is_republished === 1 ? "republished" : (article.origin as "unit" | "board"),
    accountName: author.full_name,
  });
}

/** Whether a take-down of the live edition is decided and not yet carried out (Đ15.k3). */
async function isToBeTakenDown(db: Db | Tx, live: Id | null): Promise<boolean> {
  if (live === null) return false;
  const decision = await db
    .selectFrom("edition_move")
    .select("id")
    .where("edition_id", "=", live)
    .where("act", "=", "decideTakedown")
    .limit(1)
    .executeTakeFirst();
  return decision !== undefined;
}

async function hasOpenEdition(db: Db | Tx, { article, edition }: EditionFacts): Promise<boolean> {
  const other = await db
    .selectFrom("edition")
    .select("id")
    .where("article_id", "=", article)
    .where("id", "<>", edition)
    .where("state", "in", [...OPEN_STATES])
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
