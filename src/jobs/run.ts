import { setImmediate } from "node:timers/promises";
import { addSeconds } from "../kernel/clock.ts";
import { type Id, newId } from "../kernel/ids.ts";
import type { Portal } from "../portal.ts";
import type { Tx } from "../storage/database.ts";
import { type Job, type JobKind, type JobState, OPEN_JOBS } from "./job.ts";
import { jobById } from "./jobs.queries.ts";

/** A process that died holds its job no longer than this. Seconds. */
const LEASE = 60;
/** Before a step that failed is tried again. Seconds. */
const PAUSE = 10;
const MOST_TRIES = 3;
/** One go at the work: then others have their turn, and the server can be stopped. Milliseconds. */
const SLICE = 700;

export interface Worker {
  readonly portal: Portal;
  readonly kinds: readonly JobKind[];
  /** This process, among several over one database. */
  readonly name: string;
  onError(job: Job, error: unknown): void;
}

export const newWorkerName = (): string => newId();

/**
 * Works for a moment on the job that waits longest, or on `only`. Returns whether something was done. Several processes
 * may call this at once: a job is one worker's at a time, and each step is counted in the transaction that does it.
 */
export async function workOnJobs(worker: Worker, only?: Id, milliseconds: number = SLICE): Promise<boolean> {
  const id = await claim(worker, only);
  if (id === null) return false;
  const stop = performance.now() + milliseconds;
  while ((await oneStep(worker, id)) && performance.now() < stop) await setImmediate();
  const { portal, name } = worker;
  await portal.database.transact((tx) =>
    tx
      .updateTable("job")
      .set({ claimed_by: null, claimed_until: null })
      .where("id", "=", id)
      .where("claimed_by", "=", name)
      .where("state", "in", [...OPEN_JOBS])
      .execute(),
  );
  return true;
}

async function claim({ portal, name, kinds }: Worker, only: Id | undefined): Promise<Id | null> {
  const now = portal.clock.now();
  const free = (db: Tx | Portal["db"]) => {
    let query = db
      .selectFrom("job")
      .select("id")
      .where("state", "in", [...OPEN_JOBS])
      .where(
        "kind",
        "in",
        kinds.map((kind) => kind.name),
      )
      .where((is) => is.or([is("claimed_until", "is", null), is("claimed_until", "<", now)]));
    if (only !== undefined) query = query.where("id", "=", only);
    return query.orderBy("created_at").orderBy("id").limit(1).executeTakeFirst();
  };
  // Almost always there is nothing: then nobody waits for the writer.
  if (!(await free(portal.db))) return null;
  return portal.database.transact(async (tx) => {
    const found = await free(tx);
    if (!found) return null;
    const claimed = { claimed_by: name, claimed_until: addSeconds(now, LEASE), state: "RUNNING" };
    await tx.updateTable("job").set(claimed).where("id", "=", found.id).execute();
    return found.id;
  });
}

/** Does the next step of a job that is ours; false when it is over, no longer ours, or has to rest. */
async function oneStep(worker: Worker, id: Id): Promise<boolean> {
  const { portal, kinds } = worker;
  const job = await jobById(portal.db, id);
  const kind = kinds.find(({ name }) => name === job?.kind);
  if (!job || !kind || job.state !== "RUNNING") return false;
  try {
    if (job.cancelAskedAt !== null) return await end(worker, kind, job, "CANCELLED");
    const step = await kind.step(portal, job);
    if (step === null) return await end(worker, kind, job, "DONE");
    const isDone = await portal.database.transact(async (tx) => {
      if (!(await isOurs(tx, worker, job))) return false;
      const { cursor, done } = await step(tx);
      const claimed_until = addSeconds(portal.clock.now(), LEASE);
      await tx.updateTable("job").set({ cursor, done, tries: 0, claimed_until }).where("id", "=", id).execute();
      return true;
    });
    portal.door.follow?.();
    return isDone;
  } catch (error) {
    worker.onError(job, error);
    return failed(worker, kind, job);
  }
}

/** Ours still, and nobody else took the step that was prepared. */
async function isOurs(tx: Tx, { name }: Worker, job: Job): Promise<boolean> {
  const row = await tx
    .selectFrom("job")
    .select("id")
    .where("id", "=", job.id)
    .where("claimed_by", "=", name)
    .where("state", "=", "RUNNING")
    .where("cursor", "=", job.cursor)
    .executeTakeFirst();
  return row !== undefined;
}

async function end(worker: Worker, kind: JobKind, job: Job, state: JobState, why = ""): Promise<false> {
  const { portal } = worker;
  const outcome = `${why}${await kind.outcome(portal, job)}`;
  await portal.database.transact(async (tx) => {
    if (!(await isOurs(tx, worker, job))) return;
    const over = { state, outcome, ended_at: portal.clock.now(), claimed_by: null, claimed_until: null };
    await tx.updateTable("job").set(over).where("id", "=", job.id).execute();
  });
  return false;
}

/** A step that failed is tried again after a pause; after the third time the job says where it stopped. */
async function failed(worker: Worker, kind: JobKind, job: Job): Promise<false> {
  const { portal } = worker;
  const tries = await portal.database.transact(async (tx) => {
    if (!(await isOurs(tx, worker, job))) return 0;
    const { tries } = await tx
      .updateTable("job")
      .set((is) => ({ tries: is("tries", "+", 1), claimed_by: worker.name }))
      .where("id", "=", job.id)
      .returning("tries")
      .executeTakeFirstOrThrow();
    if (tries >= MOST_TRIES) return tries;
    const rest = { claimed_by: null, claimed_until: addSeconds(portal.clock.now(), PAUSE) };
    await tx.updateTable("job").set(rest).where("id", "=", job.id).execute();
    return tries;
  });
  if (tries < MOST_TRIES) return false;
  const why = `Bước tiếp theo gặp lỗi của máy chủ sau ${MOST_TRIES} lần thử; chi tiết ở nhật ký máy chủ. `;
  return end(worker, kind, job, "FAILED", why);
}
