import type { Command, Moment } from "../../act.ts";
import { actorOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { dayOf, type Instant } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { tell } from "../../newsroom/notices.ts";
import { hatName } from "../../regulation/hats.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import { onAccepted } from "../accepted.ts";
import { type ReportContent, type ReportTexts, type Written, written } from "../content.ts";
import { kindOf } from "../kinds.ts";
import { liveContent } from "../live.ts";
import { REPORT_PATHS } from "../paths.ts";
import { periodOf } from "../periods.ts";
import { type Report, readReport } from "../reports.queries.ts";
import { submitRefusals } from "../rules.ts";
import { keepStep, wearersOf } from "../store.ts";
import { cleanTexts, isOverwriting } from "../texts.ts";
import { reportTitle } from "../title.ts";

export interface SubmitInput {
  readonly report: Id;
  readonly texts: ReportTexts;
  /** Mark of the texts he had before him (`textsMark`). */
  readonly seen?: string | undefined;
}

interface State {
  readonly report: Report | null;
  readonly content: ReportContent | null;
  readonly opens: Instant;
  readonly name: string;
  /** The submitter also wears the receiver's hat today: one signature is enough. */
  readonly bothHats: boolean;
}

interface Change extends Written {
  readonly report: Report;
  readonly content: string;
  readonly said: ReportContent;
  readonly bothHats: boolean;
}

/**
 * Submits a report: its figures are counted once more in this very transaction, and kept with the texts and the seal
 * of the log. Whoever is both author and receiver signs once.
 */
export const submitReport: Command<SubmitInput, State, Change> = {
  name: "report.submit",
  async load({ tx, by, at }, { report: id }) {
    const report = await readReport(tx, id);
    const day = dayOf(at);
    const person = await tx.selectFrom("person").select("full_name").where("id", "=", by.person).executeTakeFirst();
    const roster = await readRoster(tx, day);
    const isOpen = report?.state === "DRAFT" || report?.state === "RETURNED";
    return {
      report,
      content: report && isOpen ? await liveContent(tx, report, at) : null,
      opens: report ? await opensAt(tx, report) : at,
      name: person?.full_name ?? "",
      bothHats: report !== null && actorOn(roster, by.person, report.receiverHat, day) !== null,
    };
  },
  decide({ report, content, opens, name, bothHats }, input, by, at) {
    if (!report) return refused([{ code: "reportUnknown", clause: "Đ18.k1" }]);
    const texts = cleanTexts(input.texts);
    const refusals = submitRefusals(report, { opens, openMonths: content?.openMonths ?? [] }, texts, by.hat, at);
    if (refusals.length > 0) return refused(refusals);
    if (isOverwriting(report.texts, texts, input.seen)) {
      return refused([{ code: "reportMoved", clause: report.clause }]);
    }
    if (!content?.seal) return refused([{ code: "reportBeforeBegin", clause: report.clause, detail: { day: "" } }]);
    const author = { person: by.person, name, hat: report.authorHat };
    const said: ReportContent = { ...content, texts, author, at };
    return done({ report, said, bothHats, ...written(said) });
  },
  evidence: ({ report, said, hash, bothHats }) => ({
    act: "report.submit",
    subject: `report:${report.id}`,
    clause: report.clause,
    content: {
      ...{ kind: report.kind, period: report.period, round: report.round + 1, hash },
      ...{ seal: said.seal, since: said.coverage.since, until: said.coverage.until },
      ...(bothHats ? { hats: [report.authorHat, report.receiverHat] } : {}),
    },
  }),
  async write(moment, { report, said, content, hash, bothHats }, _, seq) {
    const { tx, by, at } = moment;
    const round = report.round + 1;
    const { since, until } = said.coverage;
    const seal = said.seal!;
    await tx
      .insertInto("report_snapshot")
      .values({
        ...{ report_id: report.id, round, content, hash, since_at: since, until_at: until },
        ...{ seal_seq: seal.seq, seal_hash: seal.hash, at, seq },
      })
      .execute();
    const to = bothHats ? "ACCEPTED" : "SUBMITTED";
    await keepStep(moment, report.id, { act: "submit", from: report.state, to, note: "", bothHats, hash }, seq);
    await tx
      .updateTable("report")
      .set({
        ...said.texts,
        ...{ state: to, round, submitted_at: at, submitted_by: by.person, last_seq: seq },
        first_submitted_at: report.firstSubmittedAt ?? at,
        ...(bothHats ? { accepted_at: at } : {}),
      })
      .where("id", "=", report.id)
      .execute();
    return bothHats ? onAccepted(moment, report, seq) : askReceivers(moment, report);
  },
};

async function askReceivers(moment: Moment, report: Report) {
  const people = await wearersOf(moment.tx, report.receiverHat, moment.at);
  const text = `${reportTitle(report)} đã nộp, chờ ${hatName(report.receiverHat)} nhận.`;
  return tell(moment, people, null, { kind: "waiting", text, path: REPORT_PATHS.one(report.id) });
}

/** A periodic report may be submitted from the day its draft is made; one that was asked for at once. */
async function opensAt(tx: Moment["tx"], report: Report): Promise<Instant> {
  if (kindOf(report.kind).every === null) return report.createdAt;
  return periodOf(report.kind, report.period, await readSettings(tx))?.opens ?? report.createdAt;
}
