import type { Moment } from "../act.ts";
import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Tx } from "../storage/database.ts";
import type { Report } from "./reports.queries.ts";
import type { ReportState } from "./rules.ts";

/** Whoever wears a hat on the day of an act. */
export async function wearersOf(tx: Tx, hat: Hat, at: string): Promise<Id[]> {
  const day = dayOf(at);
  const worn = actorsOn(await readRoster(tx, day), day).filter((actor) => actor.hat === hat);
  return [...new Set(worn.map(({ person }) => person))];
}

export interface Step {
  readonly act: "prepare" | "order" | "submit" | "accept" | "return" | "send";
  readonly from: ReportState | "";
  readonly to: ReportState;
  readonly note: string;
  readonly bothHats: boolean;
  readonly hash: string;
}

/** Keeps a step: the row of the report follows it, and the database lets no state be without one. */
export async function keepStep({ tx, by, at }: Moment, report: Id, step: Step, seq: number): Promise<void> {
  await tx
    .insertInto("report_move")
    .values({
      seq,
      report_id: report,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      person_id: by.person,
      hat: by.hat,
      at,
      note: step.note,
      both_hats: step.bothHats ? 1 : 0,
      hash: step.hash,
    })
    .execute();
}

export interface NewReport
  extends Pick<
    Report,
    | "id"
    | "kind"
    | "period"
    | "from"
    | "to"
    | "due"
    | "topic"
    | "authorHat"
    | "receiverHat"
    | "requestNumber"
    | "requestDay"
  > {
  readonly isOrdered: boolean;
}

/** Begins a report as a draft without words. */
export async function beginReport(moment: Moment, report: NewReport, seq: number): Promise<void> {
  const { tx, by, at } = moment;
  await tx
    .insertInto("report")
    .values({
      id: report.id,
      kind: report.kind,
      period: report.period,
      from_day: report.from,
      to_day: report.to,
      due_at: report.due,
      topic: report.topic,
      author_hat: report.authorHat,
      receiver_hat: report.receiverHat,
      ordered_by: report.isOrdered ? by.person : null,
      ordered_hat: report.isOrdered ? by.hat : null,
      request_number: report.requestNumber,
      request_day: report.requestDay,
      state: "DRAFT",
      round: 0,
      assessment: "",
      difficulties: "",
      proposals: "",
      created_at: at,
      first_submitted_at: null,
      submitted_at: null,
      submitted_by: null,
      accepted_at: null,
      sent_number: null,
      sent_on: null,
      last_seq: seq,
    })
    .execute();
  const act = report.isOrdered ? "order" : "prepare";
  await keepStep(moment, report.id, { act, from: "", to: "DRAFT", note: "", bothHats: false, hash: "" }, seq);
}
