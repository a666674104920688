import type { Command } from "../../act.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { type Consultation, consultationById, publicConsultation } from "../consultations.queries.ts";
import { countsOf } from "../opinions.queries.ts";
import { type Counts, type Report, reportFrom, type TypedGroup } from "../report.ts";
import { no, saveReportRefusals } from "../rules.ts";
import { keepVersion, versionHash } from "../store.ts";

export interface SaveReport {
  readonly id: Id;
  readonly lead: string;
  readonly groups: readonly TypedGroup[];
}

export interface SavedReport {
  readonly report: Report;
  readonly version: number;
  readonly hash: string;
}

interface State {
  readonly one: Consultation | null;
  readonly closesAt: Instant | null;
  readonly counts: Counts | null;
}

/** Writes what became of the opinions: the words are typed, the numbers counted. */
export const saveReport: Command<SaveReport, State, SavedReport> = {
  name: "consultation.saveReport",
  async load({ tx }, { id }) {
    const one = await consultationById(tx, id);
    const live = await publicConsultation(tx, { id });
    const counted = live && (await countsOf(tx, id, live.call.content.questions));
    return { one, closesAt: live?.closesAt ?? null, counts: counted?.counts ?? null };
  },
  decide({ one, closesAt, counts }, { lead, groups }, by, at) {
    if (!one) return refused([no("consultationUnknown")]);
    const report = reportFrom(lead, groups, counts ?? { received: 0, aside: 0, topics: [], tallies: [] });
    const isWaiting = one.report?.state === "AWAITING_HEAD" || one.report?.state === "AWAITING_CHIEF";
    const refusals = saveReportRefusals({ unit: one.unit, isWaiting, closesAt }, report, by, at);
    if (refusals.length > 0) return refused(refusals);
    return done({ report, version: (one.report?.version ?? 0) + 1, hash: versionHash(textOf(report)) });
  },
  evidence: ({ version, hash, report }, { one }) => ({
    act: "consultation.save",
    subject: `consultation:${one!.id}`,
    clause: "Đ14.k7",
    content: { part: "report", version, hash, received: report.received, aside: report.aside },
  }),
  async write(moment, { report, version, hash }, { one }, seq) {
    const text = { consultation: one!.id, part: "report", version, hash, ...textOf(report) } as const;
    await keepVersion(moment, text, one!.report, seq);
    return [];
  },
};

const textOf = (content: Report) => ({ content, files: [], opensAt: null, closesAt: null, reason: "" });
