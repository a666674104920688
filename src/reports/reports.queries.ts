import { addDays, type Day, type Instant, startOfDay } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Db, Tx } from "../storage/database.ts";
import { type ReportContent, type ReportTexts, readWritten, type Seal } from "./content.ts";
import { clauseOf, type KindKey } from "./kinds.ts";
import type { ReportFacts, ReportState } from "./rules.ts";
import type { ReportMoveTable, ReportSnapshotTable, ReportTable } from "./tables.ts";

export interface Report extends ReportFacts {
  readonly id: Id;
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  readonly due: Instant;
  readonly topic: string;
  readonly orderedBy: Id | null;
  readonly orderedHat: Hat | null;
  readonly requestNumber: string | null;
  readonly requestDay: Day | null;
  readonly round: number;
  readonly texts: ReportTexts;
  readonly createdAt: Instant;
  readonly firstSubmittedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly sentNumber: number | null;
}

const reportOf = (row: ReportTable): Report => ({
  id: row.id,
  kind: row.kind as KindKey,
  period: row.period,
  from: row.from_day,
  to: row.to_day,
  due: row.due_at,
  topic: row.topic,
  clause: clauseOf(row.kind as KindKey, row.receiver_hat as Hat),
  authorHat: row.author_hat as Hat,
  receiverHat: row.receiver_hat as Hat,
  orderedBy: row.ordered_by,
  orderedHat: row.ordered_hat as Hat | null,
  requestNumber: row.request_number,
  requestDay: row.request_day,
  state: row.state as ReportState,
  round: row.round,
  texts: { assessment: row.assessment, difficulties: row.difficulties, proposals: row.proposals },
  createdAt: row.created_at,
  firstSubmittedAt: row.first_submitted_at,
  submittedAt: row.submitted_at,
  submittedBy: row.submitted_by,
  acceptedAt: row.accepted_at,
  sentNumber: row.sent_number,
  sentOn: row.sent_on,
});

export async function readReport(db: Db | Tx, id: Id): Promise<Report | null> {
  const row = await db.selectFrom("report").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? reportOf(row) : null;
}

export async function reportFor(db: Db | Tx, kind: KindKey, period: string): Promise<Report | null> {
  const row = await db
    .selectFrom("report")
    .selectAll()
    .where("kind", "=", kind)
    .where("period", "=", period)
    .executeTakeFirst();
  return row ? reportOf(row) : null;
}

export interface ReportFilter {
  readonly kind?: KindKey | undefined;
  readonly state?: ReportState | undefined;
  /** Year of the last day. */
  readonly year?: string | undefined;
}

/** Reports, those due last on top. A centre has some twenty a year. */
export async function listReports(db: Db | Tx, { kind, state, year }: ReportFilter = {}): Promise<Report[]> {
  let query = db.selectFrom("report").selectAll();
  if (kind) query = query.where("kind", "=", kind);
  if (state) query = query.where("state", "=", state);
  if (year) query = query.where("to_day", ">=", `${year}-01-01`).where("to_day", "<=", `${year}-12-31`);
  return (await query.orderBy("due_at", "desc").orderBy("kind").orderBy("id").execute()).map(reportOf);
}

/** Reports that wait for whoever wears this hat: to be written and submitted, or to be accepted. */
export async function countWaitingReports(db: Db, hat: string): Promise<number> {
  const row = await db
    .selectFrom("report")
    .select((is) => is.fn.countAll().as("count"))
    .where((is) =>
      is.or([
        is.and([is("state", "in", ["DRAFT", "RETURNED"]), is("author_hat", "=", hat)]),
        is.and([is("state", "=", "SUBMITTED"), is("receiver_hat", "=", hat)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function readSnapshot(db: Db | Tx, id: Id, round: number): Promise<ReportSnapshotTable | null> {
  const row = await db
    .selectFrom("report_snapshot")
    .selectAll()
    .where("report_id", "=", id)
    .where("round", "=", round)
    .executeTakeFirst();
  return row ?? null;
}

/** What was submitted last; null before. */
export async function submittedContent(
  db: Db | Tx,
  { id, round }: Pick<Report, "id" | "round">,
): Promise<ReportContent | null> {
  const row = await readSnapshot(db, id, round);
  return row && readWritten(row.content);
}

export type ReportMove = ReportMoveTable & { readonly name: string };

/** Steps of a report in order, with the names of those who took them. */
export async function reportMoves(db: Db | Tx, id: Id): Promise<ReportMove[]> {
  return db
    .selectFrom("report_move")
    .leftJoin("person", "person.id", "report_move.person_id")
    .selectAll("report_move")
    .select((is) => is.fn.coalesce("person.full_name", is.val("Hệ thống")).as("name"))
    .where("report_id", "=", id)
    .orderBy("seq")
    .execute();
}

/** The accepted report of this kind whose period ended last before these days. */
export async function acceptedBefore(
  db: Db | Tx,
  { kind, from }: Pick<Report, "kind" | "from">,
): Promise<Report | null> {
  const row = await db
    .selectFrom("report")
    .selectAll()
    .where("kind", "=", kind)
    .where("state", "=", "ACCEPTED")
    .where("to_day", "<", from)
    .orderBy("to_day", "desc")
    .orderBy("accepted_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? reportOf(row) : null;
}

/**
 * Where the figures of the report before this one ended, and where those of the next one begin; null where there is
 * none. By the order of their first days: periods overlap or leave days between them once the cut day was changed. One
 * that is still to be submitted keeps its own days: whoever forgot it does not find them in the next report.
 */
export async function neighbours(
  db: Db | Tx,
  { kind, from }: Pick<Report, "kind" | "from">,
): Promise<{ readonly before: Instant | null; readonly after: Instant | null }> {
  const beside = () =>
    db
      .selectFrom("report")
      .leftJoin("report_snapshot as s", (is) =>
        is.onRef("s.report_id", "=", "report.id").onRef("s.round", "=", "report.round"),
      )
      .select(["report.state", "report.to_day", "s.since_at", "s.until_at"])
      .where("report.kind", "=", kind);
  const before = await beside()
    .where("report.from_day", "<", from)
    .orderBy("report.from_day", "desc")
    .limit(1)
    .executeTakeFirst();
  const after = await beside()
    .where("report.from_day", ">", from)
    .where("report.state", "in", ["SUBMITTED", "ACCEPTED"])
    .orderBy("report.from_day")
    .limit(1)
    .executeTakeFirst();
  const isCounted = before?.state === "SUBMITTED" || before?.state === "ACCEPTED";
  const endOfBefore = before ? (isCounted ? before.until_at : startOfDay(addDays(before.to_day, 1))) : null;
  return { before: endOfBefore, after: after?.since_at ?? null };
}

/** The last row of the log written by an instant: it seals everything up to there. */
export async function sealAt(db: Db | Tx, until: Instant): Promise<Seal | null> {
  const row = await db
    .selectFrom("evidence")
    .select(["seq", "hash"])
    .where("at", "<=", until)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
