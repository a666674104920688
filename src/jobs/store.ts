import type { Moment } from "../act.ts";
import { newId } from "../kernel/ids.ts";

export interface NewJob {
  readonly kind: string;
  readonly title: string;
  readonly input: unknown;
  readonly total: number;
}

/** Writes a job that waits for its turn, for the person who acts; the log's row `seq` began it. */
export async function insertJob({ tx, by, at }: Moment, { input, ...job }: NewJob, seq: number): Promise<string> {
  const id = newId();
  await tx
    .insertInto("job")
    .values({
      ...job,
      id,
      input: JSON.stringify(input),
      person_id: by.person,
      hat: by.hat,
      created_at: at,
      seq,
      state: "WAITING",
      done: 0,
      cursor: "",
      tries: 0,
      outcome: "",
      cancel_asked_at: null,
      cancel_asked_by: null,
      claimed_by: null,
      claimed_until: null,
      ended_at: null,
    })
    .execute();
  return id;
}
