import type { Command } from "../../act.ts";
import { done, refused } from "../../kernel/result.ts";
import { upkeepRefusals } from "../job.ts";
import { isKindOpen } from "../jobs.queries.ts";
import { insertJob, type NewJob } from "../store.ts";

/** Begins work on the portal itself, such as making the search index anew. Refuses a second one of a kind. */
export const startUpkeep: Command<NewJob, boolean, NewJob> = {
  name: "job.start",
  load: ({ tx }, { kind }) => isKindOpen(tx, kind),
  decide(isOpen, job, by) {
    const refusals = upkeepRefusals(isOpen, by);
    return refusals.length === 0 ? done(job) : refused(refusals);
  },
  evidence: ({ kind, title, total }) => ({
    act: "job.start",
    subject: `job-kind:${kind}`,
    clause: "Đ7.k3",
    content: { kind, title, total },
  }),
  async write(moment, job, _, seq) {
    await insertJob(moment, job, seq);
    return [];
  },
};
