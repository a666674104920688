import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";
import type { ActingHat } from "../regulation/hats.ts";
import type { Tx } from "../storage/database.ts";

export const JOB_STATES = {
  WAITING: "Chờ đến lượt",
  RUNNING: "Đang làm",
  DONE: "Đã xong",
  CANCELLED: "Đã dừng theo yêu cầu",
  FAILED: "Dừng vì lỗi",
} as const;
export type JobState = keyof typeof JOB_STATES;
export const OPEN_JOBS: readonly JobState[] = ["WAITING", "RUNNING"];

export interface Job {
  readonly id: Id;
  readonly kind: string;
  readonly title: string;
  readonly input: unknown;
  readonly person: Id;
  readonly hat: ActingHat;
  readonly createdAt: Instant;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly cursor: string;
  readonly outcome: string;
  readonly cancelAskedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** Where a job stands after a step. */
export interface Progress {
  readonly cursor: string;
  readonly done: number;
}

/**
 * A kind of long work. A step is small, so that the server answers between two of them and a wish to stop is heard.
 * What needs no transaction (reading a file) is done at once; what `step` returns is done in one transaction with the
 * progress: after a crash the step was done and counted, or neither.
 */
export interface JobKind {
  readonly name: string;
  /** The next step behind the job's cursor; null when there is nothing left to do. */
  step(portal: Portal, job: Job): Promise<((tx: Tx) => Promise<Progress>) | null>;
  /** What was done, as a sentence for the page: also of a job that was stopped half-way. */
  outcome(portal: Portal, job: Job): Promise<string>;
}

export type JobCode = "jobUnknown" | "jobOver" | "jobCancelAsked" | "jobNotYours" | "jobAlreadyOpen";

const no = (code: JobCode, clause = "Đ7.k3"): Refusal<JobCode> => ({ code, clause });

/** Stopping is for whoever began it and for the administrator; what is over cannot be stopped. */
export function cancelRefusals(
  job: Pick<Job, "person" | "state" | "cancelAskedAt"> | null,
  by: { readonly person: Id; readonly hat: ActingHat },
): Refusal<JobCode>[] {
  if (!job) return [no("jobUnknown")];
  if (job.person !== by.person && by.hat !== "ADMIN") return [no("jobNotYours")];
  if (!OPEN_JOBS.includes(job.state)) return [no("jobOver")];
  return job.cancelAskedAt === null ? [] : [no("jobCancelAsked")];
}

/** Work on the portal itself is the administrator's, and one of a kind at a time. */
export function upkeepRefusals(isOpen: boolean, by: { readonly hat: ActingHat }): Refusal<string>[] {
  if (by.hat !== "ADMIN") return [{ code: "notThisHat", clause: "Đ7.k3" }];
  return isOpen ? [no("jobAlreadyOpen")] : [];
}
