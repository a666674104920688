import type { Moment } from "../act.ts";
import type { SlipStep } from "../intake/moves.ts";
import { type Id, newId } from "../kernel/ids.ts";

type Step = Pick<SlipStep<string, string>, "rule" | "act" | "from" | "to" | "clause" | "delegation">;

/** Keeps a step; answers its id, which the request then names as its last. */
export async function saveTakedownMove(
  { tx, by, at }: Moment,
  request: Id,
  step: Step,
  reason: string | null,
  seq: number,
): Promise<Id> {
  const id = newId();
  await tx
    .insertInto("takedown_move")
    .values({
      id,
      request_id: request,
      rule: step.rule,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      person_id: by.person,
      hat: by.hat,
      delegation_id: step.delegation,
      at,
      clause: step.clause,
      reason,
      evidence_seq: seq,
    })
    .execute();
  return id;
}
