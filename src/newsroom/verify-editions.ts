import type { Selectable } from "kysely";
import type { Roster } from "../board/roster.queries.ts";
import { canonicalJson, type Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import type { ArticleContent } from "./content.ts";
import { identityOf, readHistory } from "./editions.queries.ts";
import { foldHistory, type HistoryEntry } from "./history.ts";
import type { EditionTable } from "./tables.ts";
import { differs, Finding, hashOf } from "./verify-finding.ts";
import { factsBefore, judgeMove, judgeSave } from "./verify-judge.ts";

/**
 * One edition: each text is the one that was hashed and logged, each step is as it was logged and was allowed then,
 * and the edition stands where its history says.
 */
export async function verifyEdition(
  db: Db,
  rosterBefore: (seq: number) => Roster,
  id: Id,
): Promise<{ versions: number; moves: number }> {
  const row = await db.selectFrom("edition").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const article = await db.selectFrom("article").selectAll().where("id", "=", row.article_id).executeTakeFirst();
  if (!article) throw new Finding(`edition ${id}`, "không còn bài");
  const identity = identityOf(row, article);
  const entries = await readHistory(db, id);
  const versions = await readVersions(db, id);
  for (const version of versions) {
    const name = `edition_version ${id} bản ${version.version}`;
    checkVersion(version, name);
    if (version.log_act !== "edition.edit") continue;
    const before = factsBefore(identity, entries, version.evidence_seq);
    const why = judgeSave(version, before, rosterBefore(version.evidence_seq));
    if (why) throw new Finding(name, why);
  }
  const moves = await readMoves(db, id);
  for (const move of moves) {
    const name = `edition_move ${move.id}`;
    checkMove(move, name);
    const before = factsBefore(identity, entries, move.evidence_seq);
    const why = await judgeMove(db, move, before, rosterBefore(move.evidence_seq));
    if (why) throw new Finding(name, why);
  }
  const last = versions.at(-1);
  if (!last || moves.length === 0) throw new Finding(`edition ${id}`, "không có lịch sử");
  const facts = foldHistory(identity, entries);
  const content = JSON.parse(last.content) as ArticleContent;
  const other = differs(row, {
    state: facts.state,
    version: facts.version,
    content_hash: facts.hash,
    title: content.title,
    category_id: content.category,
    unit_id: article.unit_id,
    author_id: moves[0]!.act !== "create" && moves[0]!.to_state === "DRAFT" ? moves[0]!.person_id : article.author_id,
    claimed_by: facts.claimedBy,
    submitted_to: facts.submittedTo,
    returned_to: facts.returnedTo,
    publish_at: facts.schedule?.at,
    approved_hash: facts.approval?.hash,
    approved_at: facts.approval?.at,
    last_move_id: moves.at(-1)!.id,
    ...timesOf(entries),
  });
  if (other) throw new Finding(`edition ${id}`, `${other} khác lịch sử (${facts.state})`);
  return { versions: versions.length, moves: moves.length };
}

/** When an edition came to where it stands, was last sent, and became public. */
function timesOf(
  entries: readonly HistoryEntry[],
): Pick<Selectable<EditionTable>, "state_since" | "submitted_at" | "published_at"> {
  const moves = entries.filter((entry) => entry.kind === "move");
  const changes = moves.filter(({ from, to }, index) => index === 0 || from !== to);
  const sent = changes.findLast(({ act, to }) => to === "SUBMITTED" && act !== "release");
  return {
    state_since: changes.at(-1)?.at ?? "",
    submitted_at: sent?.at ?? null,
    published_at: changes.findLast(({ to }) => to === "PUBLISHED")?.at ?? null,
  };
}

function readVersions(db: Db, id: Id) {
  return db
    .selectFrom("edition_version")
    .leftJoin("evidence", "evidence.seq", "edition_version.evidence_seq")
    .selectAll("edition_version")
    .select([
      "evidence.person as log_person",
      "evidence.at as log_at",
      "evidence.hat as log_hat",
      "evidence.act as log_act",
      "evidence.subject as log_subject",
      "evidence.content as log_content",
    ])
    .where("edition_id", "=", id)
    .orderBy("version")
    .execute();
}

type VersionRow = Awaited<ReturnType<typeof readVersions>>[number];

function checkVersion(version: VersionRow, name: string): void {
  if (hashOf(version.content) !== version.hash) {
    throw new Finding(name, "nội dung không khớp mã băm");
  }
  const logged = JSON.parse(version.log_content ?? "{}") as { hash?: string; from?: string };
  const other = differs(version, {
    saved_by: version.log_person,
    hat: version.log_hat,
    saved_at: version.log_at,
    hash: logged.hash,
    in_state: stateOf(version.log_act, logged.from),
    log_subject: `edition:${version.edition_id}`,
  });
  if (other) throw new Finding(name, `${other} khác nhật ký`);
}

/** A new article begins as a draft; a correction and a wish to post again begin as a copy of what was public. */
function stateOf(act: string | null, from: string | undefined): string | undefined {
  if (act === "edition.edit") return from;
  return act === "article.create" ? "DRAFT" : "PUBLISHED";
}

function readMoves(db: Db, id: Id) {
  return db
    .selectFrom("edition_move")
    .leftJoin("evidence", "evidence.seq", "edition_move.evidence_seq")
    .selectAll("edition_move")
    .select([
      "evidence.person as log_person",
      "evidence.at as log_at",
      "evidence.hat as log_hat",
      "evidence.act as log_act",
      "evidence.subject as log_subject",
      "evidence.content as log_content",
      "evidence.reason as log_reason",
      "evidence.clause as log_clause",
      "evidence.delegation_id as log_delegation",
    ])
    .where("edition_id", "=", id)
    .orderBy("evidence_seq")
    .execute();
}

type MoveRow = Awaited<ReturnType<typeof readMoves>>[number];

interface LoggedMove {
  readonly rule?: string;
  readonly from?: string;
  readonly to?: string;
  readonly hash?: string;
  readonly exception?: string | null;
  readonly input?: unknown;
}

function checkMove(move: MoveRow, name: string): void {
  const logged = JSON.parse(move.log_content ?? "{}") as LoggedMove;
  const common = { person_id: move.log_person, hat: move.log_hat, at: move.log_at };
  const other =
    move.act === "supersede" ? differs(move, common) : differs(move, { ...common, ...whatWasLogged(move, logged) });
  if (other) throw new Finding(name, `${other} khác nhật ký`);
}

function whatWasLogged(move: MoveRow, logged: LoggedMove): Partial<Record<keyof MoveRow, unknown>> {
  const isFirst = move.act === "create";
  const own = {
    log_subject: `edition:${move.edition_id}`,
    log_act: `${isFirst ? "article" : "edition"}.${move.act}`,
    clause: move.log_clause,
    reason: move.log_reason,
    rule: logged.rule,
    hash: logged.hash,
    delegation_id: move.log_delegation,
    exception_reason: logged.exception,
  };
  if (isFirst) return own;
  const input = move.act === "edit" ? {} : { input: canonicalJson(logged.input) };
  return { ...own, from_state: logged.from, to_state: logged.to, ...input };
}
