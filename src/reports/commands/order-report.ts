import type { Command } from "../../act.ts";
import { readable } from "../../board/rules.ts";
import { beganAt } from "../../checks/checks.queries.ts";
import { dayOf, endOfDay, type Instant } from "../../kernel/clock.ts";
import { newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { tell } from "../../newsroom/notices.ts";
import type { Hat } from "../../regulation/hats.ts";
import { readSettings } from "../../settings/settings.queries.ts";
import type { Settings } from "../../settings/settings.ts";
import { clauseOf, kindOf, receiverOf } from "../kinds.ts";
import { REPORT_PATHS } from "../paths.ts";
import { reportFor } from "../reports.queries.ts";
import { type Order, orderRefusals } from "../rules.ts";
import { beginReport, type NewReport, wearersOf } from "../store.ts";
import { reportTitle } from "../title.ts";

interface State {
  readonly settings: Settings;
  readonly began: Instant | null;
  readonly isKnown: boolean;
}

/** One report for the same days and topic, or for the same request. */
const keyOf = ({ kind, from, to, topic, number, day }: Order): string =>
  kind === "authority" ? `${number} ${day}` : `${from}_${to} ${topic}`;

const cleaned = (order: Order): Order => ({
  ...order,
  topic: normalizeLine(order.topic).slice(0, 300),
  number: normalizeLine(order.number).slice(0, 60),
});

/** Asks for a report: ad hoc by the head of the board or the Director (Đ11.g3, Đ8.k2.g6), or as Sở wants one (Đ20.k3). */
export const orderReport: Command<Order, State, NewReport> = {
  name: "report.order",
  async load({ tx }, typed) {
    const order = cleaned(typed);
    return {
      settings: await readSettings(tx),
      began: await beganAt(tx),
      isKnown: (await reportFor(tx, order.kind, keyOf(order))) !== null,
    };
  },
  decide({ settings, began, isKnown }, typed, by, at) {
    const order = cleaned(typed);
    const refusals = orderRefusals(order, by.hat, dayOf(at), began, isKnown);
    if (refusals.length > 0) return refused(refusals);
    const { kind, from, to, topic, number, day } = order;
    return done({
      ...{ id: newId(), kind, period: keyOf(order), from, to, topic, due: endOfDay(order.dueOn) },
      authorHat: kindOf(kind).author,
      receiverHat: receiverOf(kind, settings, by.hat as Hat),
      requestNumber: kind === "authority" ? number : null,
      requestDay: kind === "authority" ? day : null,
      isOrdered: true,
    });
  },
  evidence: ({ id, kind, period, from, to, due, topic, receiverHat, requestNumber, requestDay }) => ({
    act: "report.order",
    subject: `report:${id}`,
    clause: clauseOf(kind, receiverHat),
    content: { kind, period, from, to, due, topic, number: requestNumber, day: requestDay },
  }),
  async write(moment, report, _, seq) {
    await beginReport(moment, report, seq);
    const people = (await wearersOf(moment.tx, report.authorHat, moment.at)).filter((one) => one !== moment.by.person);
    const text = `${reportTitle(report)}. Hạn nộp ${readable(dayOf(report.due))}.`;
    return tell(moment, people, null, { kind: "waiting", text, path: REPORT_PATHS.one(report.id) });
  },
};
