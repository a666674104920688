import { actorOn, actorsOn, SYSTEM_ACTOR } from "../board/actor.ts";
import { type Roster, readRoster } from "../board/roster.queries.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Act } from "../regulation/article-moves.ts";
import type { Hat } from "../regulation/hats.ts";
import type { State } from "../regulation/states.ts";
import type { Db } from "../storage/database.ts";
import type { ArticleContent } from "./content.ts";
import { contentHash } from "./content-hash.ts";
import { identityOf, readHistory } from "./editions.queries.ts";
import type { EditionFacts, MoveInput, Surroundings } from "./facts.ts";
import { foldHistory, opensEdition } from "./history.ts";
import { deputiesInCharge } from "./surroundings.queries.ts";
import { decide, mayCreate, NOTHING_AROUND, somebodyElseCan } from "./workflow.ts";

export interface NewsroomReport {
  readonly editions: number;
  readonly versions: number;
  readonly moves: number;
  readonly published: number;
  /** The first thing that is not as the rules and the log say, by table and key. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

class Found extends Error {
  readonly row: string;
  constructor(row: string, why: string) {
    super(why);
    this.row = row;
  }
}

/**
 * Judges every recorded transition again, with the rules and the board of its day, and compares texts, states and
 * public pages with what was decided. The caller has checked the chain first: here its rows are believed.
 */
export async function verifyNewsroom(db: Db): Promise<NewsroomReport> {
  const count = { editions: 0, versions: 0, moves: 0, published: 0 };
  try {
    const roster = await readRoster(db);
    const ids = await db.selectFrom("edition").select("id").orderBy("id").execute();
    for (const { id } of ids) {
      const seen = await verifyEdition(db, roster, id);
      count.editions += 1;
      count.versions += seen.versions;
      count.moves += seen.moves;
    }
    await noStray(db);
    count.published = await verifyPublished(db);
    return { ...count, bad: null };
  } catch (found) {
    if (found instanceof Found) return { ...count, bad: { row: found.row, why: found.message } };
    throw found;
  }
}

async function verifyEdition(db: Db, roster: Roster, id: Id): Promise<{ versions: number; moves: number }> {
  const row = await db.selectFrom("edition").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const article = await db.selectFrom("article").selectAll().where("id", "=", row.article_id).executeTakeFirstOrThrow();
  const identity = identityOf(row, article);
  const entries = await readHistory(db, id);
  const versions = await db
    .selectFrom("edition_version")
    .innerJoin("evidence", "evidence.seq", "edition_version.evidence_seq")
    .selectAll("edition_version")
    .select(["evidence.person", "evidence.at as logged_at", "evidence.hat as logged_hat", "evidence.content as logged"])
    .where("edition_id", "=", id)
    .orderBy("version")
    .execute();
  for (const version of versions) {
    const name = `edition_version ${id} bản ${version.version}`;
    if (contentHash(JSON.parse(version.content) as ArticleContent) !== version.hash) {
      throw new Found(name, "nội dung không khớp mã băm");
    }
    const logged = JSON.parse(version.logged) as { hash?: string };
    if (version.version > 1 && logged.hash !== version.hash) throw new Found(name, "mã băm khác nhật ký");
    if (version.person !== version.saved_by || version.logged_at !== version.saved_at) {
      throw new Found(name, "người hoặc giờ lưu khác nhật ký");
    }
    if (version.version > 1) judgeSave(version, foldBefore(identity, entries, version.evidence_seq), roster);
  }
  const moves = await db
    .selectFrom("edition_move")
    .innerJoin("evidence", "evidence.seq", "edition_move.evidence_seq")
    .selectAll("edition_move")
    .select(["evidence.person", "evidence.at as logged_at", "evidence.hat as logged_hat", "evidence.act as logged_act"])
    .where("edition_id", "=", id)
    .orderBy("evidence_seq")
    .execute();
  for (const move of moves) {
    const name = `edition_move ${move.id}`;
    if (move.person !== move.person_id || move.logged_at !== move.at || move.logged_hat !== move.hat) {
      throw new Found(name, "người, vai trò hoặc giờ khác nhật ký");
    }
    const why = await judgeMove(db, move, foldBefore(identity, entries, move.evidence_seq), roster);
    if (why) throw new Found(name, why);
  }
  const facts = foldHistory(identity, entries);
  if (row.state !== facts.state)
    throw new Found(`edition ${id}`, `trạng thái ${row.state}, lịch sử nói ${facts.state}`);
  if (row.content_hash !== facts.hash) throw new Found(`edition ${id}`, "nội dung khác bản lưu cuối cùng");
  if ((row.approved_hash ?? null) !== (facts.approval?.hash ?? null) && isApprovedState(row.state)) {
    throw new Found(`edition ${id}`, "phê duyệt khác lịch sử");
  }
  return { versions: versions.length, moves: moves.length };
}

const isApprovedState = (state: string) => state === "APPROVED" || state === "SCHEDULED" || state === "PUBLISHED";

/** Facts as they stood before everything that one act recorded. */
function foldBefore(
  identity: Parameters<typeof foldHistory>[0],
  entries: Parameters<typeof foldHistory>[1],
  seq: number,
): EditionFacts {
  return foldHistory(
    identity,
    entries.filter((entry) => entry.seq < seq),
  );
}

function judgeSave(
  version: { edition_id: Id; version: number; saved_by: Id; hat: string; saved_at: string; in_state: string },
  facts: EditionFacts,
  roster: Roster,
): void {
  const name = `edition_version ${version.edition_id} bản ${version.version}`;
  const by = actorOn(roster, version.saved_by, version.hat as Hat, dayOf(version.saved_at));
  if (!by) throw new Found(name, "người lưu không giữ vai trò ấy vào ngày ấy");
  const answer = decide({
    facts,
    around: NOTHING_AROUND,
    input: { act: "edit", hash: facts.hash },
    by,
    at: version.saved_at,
  });
  if (!answer.ok) throw new Found(name, `quy chế không cho: ${answer.error.map(({ code }) => code).join(", ")}`);
}

interface RecordedMove {
  readonly id: Id;
  readonly edition_id: Id;
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
async function judgeMove(db: Db, move: RecordedMove, before: EditionFacts, roster: Roster): Promise<string | null> {
  const day = dayOf(move.at);
  const by = move.hat === "SYSTEM" ? SYSTEM_ACTOR : actorOn(roster, move.person_id, move.hat as Hat, day);
  if (!by) return "người làm không giữ vai trò ấy vào ngày ấy";
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
  return foldBefore(identityOf(row, article), await readHistory(db, source), move.evidence_seq);
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

/** Every act of the log on an edition left its trace, and every trace belongs to an edition. */
async function noStray(db: Db): Promise<void> {
  const lost = await db
    .selectFrom("evidence")
    .select("seq")
    .where("act", "like", "edition.%")
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("edition_move").select("id").whereRef("edition_move.evidence_seq", "=", "evidence.seq"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("edition_version").select("version").whereRef("edition_version.evidence_seq", "=", "evidence.seq"),
        ),
      ),
    )
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  if (lost) throw new Found(`evidence ${lost.seq}`, "việc có trong nhật ký nhưng không còn trong dữ liệu");
}

/** What the public reads is the very text that was approved (promise 1). */
async function verifyPublished(db: Db): Promise<number> {
  const rows = await db
    .selectFrom("published_article")
    .innerJoin("edition", "edition.id", "published_article.edition_id")
    .innerJoin("article", "article.id", "published_article.article_id")
    .select([
      "published_article.article_id",
      "published_article.content",
      "published_article.content_hash",
      "published_article.title",
      "published_article.lead",
      "edition.state",
      "edition.approved_hash",
      "article.live_edition_id",
      "article.publication",
      "edition.id as edition_id",
    ])
    .execute();
  for (const row of rows) {
    const name = `published_article ${row.article_id}`;
    const content = JSON.parse(row.content) as ArticleContent;
    const hash = contentHash(content);
    if (row.state !== "PUBLISHED" || row.publication !== "LIVE" || row.live_edition_id !== row.edition_id) {
      throw new Found(name, "công khai một bản không ở trạng thái đã đăng");
    }
    if (hash !== row.content_hash || hash !== row.approved_hash)
      throw new Found(name, "nội dung công khai khác bản đã duyệt");
    if (content.title !== row.title || content.lead !== row.lead)
      throw new Found(name, "tiêu đề, tóm tắt khác bản đã duyệt");
  }
  const live = await db
    .selectFrom("article")
    .leftJoin("published_article", "published_article.article_id", "article.id")
    .select("article.id")
    .where("article.publication", "=", "LIVE")
    .where("published_article.article_id", "is", null)
    .executeTakeFirst();
  if (live) throw new Found(`article ${live.id}`, "đã đăng nhưng người đọc không còn thấy");
  return rows.length;
}
