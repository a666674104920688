import type { Moment } from "../act.ts";
import { type Id, newId, sha256 } from "../kernel/ids.ts";
import { keepIntakeFiles } from "./files.ts";
import { rememberSending } from "./intake.ts";
import type { SlipStep } from "./moves.ts";
import type { Arrived } from "./receive.ts";
import type { SlipTable } from "./tables.ts";

/** Keeps a step; answers what it changes of its slip. */
export async function keepStep(
  { tx, by, at }: Moment,
  slip: Id,
  step: SlipStep<string, string>,
  reason: string | null,
  seq: number,
): Promise<Pick<SlipTable, "state" | "last_move_id"> & Partial<Pick<SlipTable, "state_since">>> {
  const id = newId();
  await tx
    .insertInto("slip_move")
    .values({
      id,
      slip_id: slip,
      rule: step.rule,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      person_id: by.person,
      hat: by.hat,
      delegation_id: step.delegation,
      exception_reason: step.exception,
      at,
      clause: step.clause,
      reason,
      evidence_seq: seq,
    })
    .execute();
  return { state: step.to, last_move_id: id, ...(step.to === step.from ? {} : { state_since: at }) };
}

/** Keeps what came with a new slip: its first step, its files, its marks. Answers the columns every slip has. */
export async function keepArrival(moment: Moment, arrived: Arrived, seq: number): Promise<SlipTable> {
  const { tx, at } = moment;
  const { slip, code, sent, step, due } = arrived;
  const stepped = await keepStep(moment, slip, step, null, seq);
  await keepIntakeFiles(tx, sent.files, at);
  for (const { hash, name, size } of sent.files) {
    await tx.insertInto("slip_file").values({ slip_id: slip, hash, name, size }).execute();
  }
  if (sent.marks) await rememberSending(tx, sent.marks, code, at);
  return {
    ...stepped,
    id: slip,
    code,
    unit_id: sent.unit,
    sender_name: sent.name,
    sender_email: sent.email,
    sender_phone: sent.phone,
    content: sent.content,
    content_hash: sha256(sent.content),
    consent_at: at,
    received_at: at,
    due_on: due,
    state_since: at,
    answer: "",
    article_id: null,
    erased_at: null,
  };
}
