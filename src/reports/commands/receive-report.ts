import type { Command } from "../../act.ts";
import { actorOn } from "../../board/actor.ts";
import { readRoster } from "../../board/roster.queries.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import { onAccepted } from "../accepted.ts";
import { REPORT_PATHS } from "../paths.ts";
import { type Report, readReport, readSnapshot } from "../reports.queries.ts";
import { acceptRefusals, returnRefusals, type Seen } from "../rules.ts";
import { keepStep } from "../store.ts";
import type { ReportSnapshotTable } from "../tables.ts";
import { reportTitle } from "../title.ts";

interface Input {
  readonly report: Id;
  readonly note: string;
  /** The submission he read. */
  readonly seen?: Seen;
}

interface State {
  readonly report: Report | null;
  readonly snapshot: ReportSnapshotTable | null;
  readonly holdsBoth: boolean;
}

interface Change {
  readonly report: Report;
  readonly note: string;
  readonly hash: string;
  readonly bothHats: boolean;
}

const clean = (note: string): string => normalizeText(note).trim().slice(0, 2000);

const load: Command<Input, State, Change>["load"] = async ({ tx, by, at }, { report: id }) => {
  const report = await readReport(tx, id);
  const day = dayOf(at);
  const roster = await readRoster(tx, day);
  return {
    report,
    snapshot: report && (await readSnapshot(tx, id, report.round)),
    holdsBoth: report !== null && actorOn(roster, by.person, report.authorHat, day) !== null,
  };
};

/** Accepts what was submitted, word by word: from here on nobody changes it (Đ9.k1, Đ5.k2). */
export const acceptReport: Command<Input, State, Change> = {
  name: "report.accept",
  load,
  decide({ report, snapshot, holdsBoth }, input, by) {
    if (!report) return refused([{ code: "reportUnknown", clause: "Đ18.k1" }]);
    const refusals = acceptRefusals(report, by, holdsBoth, input.seen);
    if (refusals.length > 0 || !snapshot) return refused(refusals);
    const bothHats = report.submittedBy === by.person;
    return done({ report, note: clean(input.note), hash: snapshot.hash, bothHats });
  },
  evidence: ({ report, note, hash, bothHats }) => ({
    act: "report.accept",
    subject: `report:${report.id}`,
    clause: report.clause,
    reason: note || null,
    content: {
      ...{ kind: report.kind, period: report.period, round: report.round, hash },
      ...(bothHats ? { hats: [report.authorHat, report.receiverHat] } : {}),
    },
  }),
  async write(moment, { report, note, hash, bothHats }, _, seq) {
    const { tx, at } = moment;
    const step = { act: "accept", from: report.state, to: "ACCEPTED", note, bothHats, hash } as const;
    await keepStep(moment, report.id, step, seq);
    await tx
      .updateTable("report")
      .set({ state: "ACCEPTED", accepted_at: at, last_seq: seq })
      .where("id", "=", report.id)
      .execute();
    const follows = await onAccepted(moment, report, seq);
    const text = `${reportTitle(report)} đã được nhận và chốt.${note ? ` Ý kiến: ${note}` : ""}`;
    return [...follows, ...(await tellAuthor(moment, report, text))];
  },
};

/** Returns a report with a reason: it is written and submitted again. */
export const returnReport: Command<Input, State, Change> = {
  name: "report.return",
  load,
  decide({ report, snapshot }, input, by) {
    if (!report) return refused([{ code: "reportUnknown", clause: "Đ18.k1" }]);
    const note = clean(input.note);
    const refusals = returnRefusals(report, note, by.hat, input.seen);
    if (refusals.length > 0 || !snapshot) return refused(refusals);
    return done({ report, note, hash: snapshot.hash, bothHats: false });
  },
  evidence: ({ report, note, hash }) => ({
    act: "report.return",
    subject: `report:${report.id}`,
    clause: report.clause,
    reason: note,
    content: { kind: report.kind, period: report.period, round: report.round, hash },
  }),
  async write(moment, { report, note, hash }, _, seq) {
    const step = { act: "return", from: report.state, to: "RETURNED", note, bothHats: false, hash } as const;
    await keepStep(moment, report.id, step, seq);
    await moment.tx
      .updateTable("report")
      .set({ state: "RETURNED", last_seq: seq })
      .where("id", "=", report.id)
      .execute();
    return tellAuthor(moment, report, `${reportTitle(report)} được trả lại: ${note}`);
  },
};

function tellAuthor(moment: Parameters<typeof keepStep>[0], report: Report, text: string) {
  const people = report.submittedBy && report.submittedBy !== moment.by.person ? [report.submittedBy] : [];
  return tell(moment, people, null, { kind: "outcome", text, path: REPORT_PATHS.one(report.id) });
}
