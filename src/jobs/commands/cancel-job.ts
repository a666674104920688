import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { cancelRefusals, type Job } from "../job.ts";
import { jobById } from "../jobs.queries.ts";

/** Asks a job to stop: it does so after the step it is in, and tells how far it came. */
export const cancelJob: Command<{ readonly job: Id }, Job | null, Job> = {
  name: "job.cancel",
  load: ({ tx }, { job }) => jobById(tx, job),
  decide(job, _, by) {
    const refusals = cancelRefusals(job, by);
    return job && refusals.length === 0 ? done(job) : refused(refusals);
  },
  evidence: ({ id, kind, title, done: soFar, total }) => ({
    act: "job.cancel",
    subject: `job:${id}`,
    clause: "Đ7.k3",
    content: { kind, title, done: soFar, total },
  }),
  async write({ tx, by, at }, { id }) {
    await tx.updateTable("job").set({ cancel_asked_at: at, cancel_asked_by: by.person }).where("id", "=", id).execute();
    return [];
  },
};
