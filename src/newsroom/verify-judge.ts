import { actorOn, actorsOn, SYSTEM_ACTOR } from "../board/actor.ts";
import type { Roster } from "../board/roster.queries.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Act } from "../regulation/article-moves.ts";
import type { Hat } from "../regulation/hats.ts";
import type { State } from "../regulation/states.ts";
import type { Db } from "../storage/database.ts";
import { identityOf, readHistory } from "./editions.queries.ts";
import type { EditionFacts, MoveInput, Surroundings } from "./facts.ts";
import { type EditionIdentity, foldHistory, type HistoryEntry, opensEdition } from "./history.ts";
import { deputiesInCharge } from "./surroundings.queries.ts";
import { decide, mayCreate, NOTHING_AROUND, somebodyElseCan } from "./workflow.ts";

/** Facts as they stood before everything that one act recorded. */
export function factsBefore(identity: EditionIdentity, entries: readonly HistoryEntry[], seq: number): EditionFacts {
  return foldHistory(
    identity,
    entries.filter((entry) => entry.seq < seq),
  );
}

/** Why a text could not be saved by whoever saved it, or null when it could. */
export function judgeSave(
  version: { saved_by: Id; hat: string; saved_at: string },
  facts: EditionFacts,
  roster: Roster,
): string | null {
  const by = actorOn(roster, version.saved_by, version.hat as Hat, dayOf(version.saved_at));
  if (!by) return "người lưu không giữ vai trò ấy vào ngày ấy";
  const input = { act: "edit", hash: facts.hash } as const;
  const answer = decide({ facts, around: NOTHING_AROUND, input, by, at: version.saved_at });
  return answer.ok ? null : `quy chế không cho: ${answer.error.map(({ code }) => code).join(", ")}`;
}

interface RecordedMove {
  readonly act: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly person_id: Id;
  readonly hat: string;
  readonly delegation_id: Id | null;
  readonly at: string;
  readonly input: string;
  readonly exception_reason: string | null;
  readonly evidence_seq: number;
}

/** Why a recorded move was not allowed on its day, or null when it was. */
export async function judgeMove(
  db: Db,
  move: RecordedMove,
  before: EditionFacts,
  roster: Roster,
): Promise<string | null> {
  const day = dayOf(move.at);
  const actor = move.hat === "SYSTEM" ? SYSTEM_ACTOR : actorOn(roster, move.person_id, move.hat as Hat, day);
  if (!actor) return "người làm không giữ vai trò ấy vào ngày ấy";
  // Of several papers in force he acted under one, and that one must have been enough.
  const by = { ...actor, delegations: actor.delegations.filter(({ id }) => id === move.delegation_id) };
  const act = move.act as Act;
  if (act === "create") {
    const answer = mayCreate(by, before.unit, before.origin);
    return answer.ok ? null : "người ấy không được viết bài cho đơn vị này";
  }
  if (act === "edit") return null; // judged with the version saved by the same act
  const source = opensEdition(act) ? await sourceFacts(db, move) : before;
  if (!source) return "không có bản gốc";
  const actors = actorsOn(roster, day);
  const around: Surroundings = {
    ...NOTHING_AROUND,
    isLive: source.state === "PUBLISHED",
    deputiesInCharge: deputiesInCharge(source, actors),
    schedulerIsSecretary: actors.some(({ person, hat }) => person === source.schedule?.by && hat === "SECRETARY"),
    hasSuccessor: act === "supersede" && (await hasSuccessor(db, move, source.article)),
  };
  const input = { ...(JSON.parse(move.input) as MoveInput), act };
  const somebodyElse =
    move.exception_reason === null || somebodyElseCan(act, source, around, actors, move.person_id, move.at);
  const answer = decide({ facts: source, around: { ...around, somebodyElse }, input, by, at: move.at });
  if (!answer.ok) return `quy chế không cho: ${answer.error.map(({ code }) => code).join(", ")}`;
  if (answer.value.to !== (move.to_state as State)) return "đến trạng thái khác bảng chuyển";
  if (move.from_state !== source.state) return "đi từ trạng thái khác lịch sử";
  if ((answer.value.delegation ?? null) !== move.delegation_id) return "ủy quyền khác giấy ủy quyền của ngày ấy";
  return null;
}

/** The edition that a correction or a wish to post again began from, as it stood then. */
async function sourceFacts(db: Db, move: RecordedMove): Promise<EditionFacts | null> {
  const logged = await db
    .selectFrom("evidence")
    .select("content")
    .where("seq", "=", move.evidence_seq)
    .executeTakeFirstOrThrow();
  const { source } = JSON.parse(logged.content) as { source?: Id };
  if (!source) return null;
  const row = await db.selectFrom("edition").selectAll().where("id", "=", source).executeTakeFirst();
  if (!row) return null;
  const article = await db.selectFrom("article").selectAll().where("id", "=", row.article_id).executeTakeFirstOrThrow();
  return factsBefore(identityOf(row, article), await readHistory(db, source), move.evidence_seq);
}

async function hasSuccessor(db: Db, move: RecordedMove, article: Id): Promise<boolean> {
  const other = await db
    .selectFrom("edition_move")
    .innerJoin("edition", "edition.id", "edition_move.edition_id")
    .select("edition.id")
    .where("edition.article_id", "=", article)
    .where("edition_move.evidence_seq", "=", move.evidence_seq)
    .where("edition_move.to_state", "=", "PUBLISHED")
    .executeTakeFirst();
  return other !== undefined;
}
