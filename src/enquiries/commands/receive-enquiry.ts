import type { Command } from "../../act.ts";
import { judgeSlip } from "../../intake/moves.ts";
import { type Arrival, type Arrived, arrivalEvidence, readArrival, type Sent, takeIn } from "../../intake/receive.ts";
import { keepArrival } from "../../intake/slips.store.ts";
import { tellOfSlip } from "../../intake/tell.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { ENQUIRY_MOVES } from "../../regulation/enquiry-moves.ts";
import { formatDate } from "../../ui/format.ts";
import { answerersOn, askableUnits } from "../enquiries.queries.ts";
import { receiptMail } from "../mails.ts";
import { cleanEnquiry, ENQUIRIES, ENQUIRY_KINDS, type Enquiry, type EnquiryKind, enquiryRefusals } from "../rules.ts";

export interface NewEnquiry extends Enquiry, Sent {
  readonly unit: Id | null;
  readonly content: string;
}

export interface EnquiryArrival extends Arrival {
  readonly knowsUnit: boolean;
  readonly heads: readonly Id[];
  readonly secretaries: readonly Id[];
}

/** Takes in a question or an opinion of the public (REQ-016, REQ-121): its way begins at the unit's head or the secretary. */
export const receiveEnquiry: Command<NewEnquiry, EnquiryArrival, Arrived<NewEnquiry>> = {
  name: "enquiry.receive",
  async load(moment, { unit, marks }) {
    const day = dayOf(moment.at);
    const units = await askableUnits(moment.tx, day);
    return {
      ...(await readArrival(moment, marks)),
      ...(await answerersOn(moment.tx, day, unit)),
      knowsUnit: unit === null || units.some(({ id }) => id === unit),
    };
  },
  decide(state, typed, by, at) {
    const sent = { ...typed, ...cleanEnquiry(typed) };
    const hasHead = state.heads.length > 0;
    const act = sent.unit !== null && hasHead ? "receiveForUnit" : "receive";
    const step = judgeSlip(ENQUIRY_MOVES, { state: null, unit: sent.unit }, act, by, { unitHasHead: () => hasHead });
    return takeIn(ENQUIRIES, state, sent, step, enquiryRefusals(sent, state.knowsUnit), at);
  },
  evidence: (change) => arrivalEvidence(ENQUIRIES, change, { kind: change.sent.kind }),
  async write(moment, change, { settings, heads, secretaries }, seq) {
    const { slip, code, sent, step, due } = change;
    await moment.tx
      .insertInto("enquiry")
      .values({
        ...(await keepArrival(moment, change, seq)),
        kind: sent.kind,
        topic: sent.topic,
        public_question: "",
        is_public: 0,
        drafted_by: null,
        released_by: null,
      })
      .execute();
    const kind = ENQUIRY_KINDS[sent.kind as EnquiryKind];
    const text = `${kind} mới của công chúng, hạn trả lời ${formatDate(`${due}T00:00:00Z`)}.`;
    const next = step.to === "ASSIGNED" ? heads : secretaries;
    return [
      ...receiptMail(settings, { ...sent, code }, due),
      ...(await tellOfSlip(moment, ENQUIRIES, slip, next, text)),
    ];
  },
};
