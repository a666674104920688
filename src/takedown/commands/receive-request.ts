import type { Command } from "../../act.ts";
import { ownHosts } from "../../intake/correction.queries.ts";
import { judgeSlip } from "../../intake/moves.ts";
import { type Arrival, type Arrived, arrivalEvidence, readArrival, type Sent, takeIn } from "../../intake/receive.ts";
import { keepArrival } from "../../intake/slips.store.ts";
import { readTarget, type Target } from "../../intake/target.ts";
import { tellOfSlip } from "../../intake/tell.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { TAKEDOWN_MOVES } from "../../regulation/takedown-moves.ts";
import { formatDate } from "../../ui/format.ts";
import { requestMail } from "../mails.ts";
import { decidersOn, type FoundTarget, findTarget } from "../requests.queries.ts";
import { cleanTakedown, TAKEDOWNS, type TakedownForm, takedownRefusals } from "../rules.ts";

/** A request; `unit` is the one in whose name its head asks, null for the public. */
export interface NewRequest extends TakedownForm, Sent {
  readonly content: string;
}

export interface RequestArrival extends Arrival {
  readonly target: Target;
  readonly found: FoundTarget;
  readonly secretaries: readonly Id[];
}

/** Takes in a request to take something down, of the public or of a unit (REQ-111): it reaches the board by its secretary. */
export const receiveRequest: Command<NewRequest, RequestArrival, Arrived<NewRequest>> = {
  name: "takedown.receive",
  async load(moment, { address, marks }) {
    const arrival = await readArrival(moment, marks);
    const target = readTarget(address, ownHosts(arrival.settings));
    return {
      ...arrival,
      target,
      found: await findTarget(moment.tx, target),
      secretaries: (await decidersOn(moment.tx, dayOf(moment.at))).secretaries,
    };
  },
  decide(state, typed, by, at) {
    const sent = { ...typed, ...cleanTakedown(typed) };
    const act = sent.unit === null ? "receive" : "receiveInside";
    const step = judgeSlip(TAKEDOWN_MOVES, { state: null, unit: sent.unit }, act, by, {});
    return takeIn(TAKEDOWNS, state, sent, step, takedownRefusals(sent, state.target, state.found.standing), at);
  },
  evidence: (change, { found }) =>
    arrivalEvidence(TAKEDOWNS, change, { target: found.path, reasonClass: change.sent.reasonClass }),
  async write(moment, change, { settings, secretaries, target, found }, seq) {
    const { slip, code, sent, due } = change;
    await moment.tx
      .insertInto("takedown_request")
      .values({
        ...(await keepArrival(moment, change, seq)),
        target_kind: target.kind,
        target_id: found.id,
        target_path: found.path,
        target_title: found.title,
        reason_class: sent.reasonClass,
        decided_class: null,
      })
      .execute();
    const text = `Yêu cầu gỡ bỏ mới, hạn trả lời ${formatDate(`${due}T00:00:00Z`)}.`;
    return [
      ...requestMail(settings, { ...sent, code, path: found.path }, due),
      ...(await tellOfSlip(moment, TAKEDOWNS, slip, secretaries, text)),
    ];
  },
};
