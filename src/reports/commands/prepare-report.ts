import type { Command } from "../../act.ts";
import { readable } from "../../board/rules.ts";
import { beganAt } from "../../checks/checks.queries.ts";
import { dayOf, type Instant } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { tell } from "../../newsroom/notices.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { type KindKey, kindOf, receiverOf } from "../kinds.ts";
import { REPORT_PATHS } from "../paths.ts";
import { periodOf, type ReportPeriod } from "../periods.ts";
import { reportFor } from "../reports.queries.ts";
import { periodRefusals } from "../rules.ts";
import { beginReport, type NewReport, wearersOf } from "../store.ts";
import { reportTitle } from "../title.ts";

export interface PrepareInput {
  readonly kind: KindKey;
  /** `2026-11`, `2026-Q4`, `2026` */
  readonly period: string;
}

interface State {
  readonly settings: Settings;
  readonly period: ReportPeriod | null;
  readonly known: Id | null;
  readonly began: Instant | null;
}

interface Change {
  readonly id: Id;
  /** Null when there is one already: asking twice gives the same report. */
  readonly begun: NewReport | null;
}

/**
 * Makes the draft of a periodic report (REQ-063). Doing it twice gives the one that is there; so two processes that
 * prepare at once make one. Refuses a period that is none, is over before the portal was in use, or has not begun.
 */
export const prepareReport: Command<PrepareInput, State, Change> = {
  name: "report.prepare",
  async load({ tx }, { kind, period }) {
    const settings = await readSettings(tx);
    return {
      settings,
      period: periodOf(kind, period, settings),
      known: (await reportFor(tx, kind, period))?.id ?? null,
      began: await beganAt(tx),
    };
  },
  decide({ settings, period, known, began }, { kind }, by, at) {
    const { clause, author, writers } = kindOf(kind);
    if (by.hat !== "SYSTEM" && !writers.some((hat) => hat === by.hat)) return refused([{ code: "notThisHat", clause }]);
    if (!period) return refused([{ code: "reportPeriodInvalid", clause }]);
    if (known) return done({ id: known, begun: null });
    if (period.from > dayOf(at)) return refused([{ code: "reportPeriodFuture", clause }]);
    const refusals = periodRefusals(period.from, period.to, began, clause);
    if (refusals.length > 0) return refused(refusals);
    const { key, from, to, due } = period;
    const id = newId();
    const begun: NewReport = {
      ...{ id, kind, period: key, from, to, due, topic: "", authorHat: author },
      receiverHat: receiverOf(kind, settings, null),
      ...{ requestNumber: null, requestDay: null, isOrdered: false },
    };
    return done({ id, begun });
  },
  evidence: ({ id, begun }) =>
    begun && {
      act: "report.prepare",
      subject: `report:${id}`,
      clause: kindOf(begun.kind).clause,
      content: { kind: begun.kind, period: begun.period, from: begun.from, to: begun.to, due: begun.due },
    },
  async write(moment, { begun }, _, seq) {
    if (!begun) return [];
    await beginReport(moment, begun, seq);
    if (moment.by.hat !== "SYSTEM") return [];
    const text = `${reportTitle(begun)}: dự thảo đã có số liệu, hạn nộp ${readable(dayOf(begun.due))}.`;
    const path = REPORT_PATHS.one(begun.id);
    return tell(moment, await wearersOf(moment.tx, begun.authorHat, moment.at), null, { kind: "waiting", text, path });
  },
};
