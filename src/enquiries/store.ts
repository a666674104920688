import type { Moment } from "../act.ts";
import { type Id, newId } from "../kernel/ids.ts";
import type { EnquiryState } from "../regulation/enquiry-moves.ts";

export interface EnquiryStep {
  readonly rule: string;
  readonly act: string;
  readonly from: EnquiryState | null;
  readonly to: EnquiryState;
  readonly clause: string;
  readonly reason: string | null;
}

/** Keeps a step; answers its id, which the enquiry then names as its last. */
export async function saveEnquiryMove(
  { tx, by, at }: Moment,
  enquiry: Id,
  step: EnquiryStep,
  seq: number,
): Promise<Id> {
  const id = newId();
  await tx
    .insertInto("enquiry_move")
    .values({
      id,
      enquiry_id: enquiry,
      rule: step.rule,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      person_id: by.person,
      hat: by.hat,
      at,
      clause: step.clause,
      reason: step.reason,
      evidence_seq: seq,
    })
    .execute();
  return id;
}
