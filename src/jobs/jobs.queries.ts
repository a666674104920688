import type { Selectable } from "kysely";
import type { Id } from "../kernel/ids.ts";
import type { ActingHat } from "../regulation/hats.ts";
import type { Db, Tx } from "../storage/database.ts";
import { type Job, type JobState, OPEN_JOBS } from "./job.ts";
import type { JobTable } from "./tables.ts";

export const jobFrom = (row: Selectable<JobTable>): Job => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  input: JSON.parse(row.input),
  person: row.person_id,
  hat: row.hat as ActingHat,
  createdAt: row.created_at,
  state: row.state as JobState,
  done: row.done,
  total: row.total,
  cursor: row.cursor,
  outcome: row.outcome,
  cancelAskedAt: row.cancel_asked_at,
  endedAt: row.ended_at,
});

export async function jobById(db: Db | Tx, id: Id): Promise<Job | null> {
  const row = await db.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? jobFrom(row) : null;
}

export async function isKindOpen(db: Db | Tx, kind: string): Promise<boolean> {
  const row = await db
    .selectFrom("job")
    .select("id")
    .where("kind", "=", kind)
    .where("state", "in", [...OPEN_JOBS])
    .executeTakeFirst();
  return row !== undefined;
}

export interface ListedJob extends Job {
  readonly name: string;
}

/** The latest work, of one person or of everybody, what is going on first. */
export async function listJobs(db: Db, person: Id | null, limit: number): Promise<ListedJob[]> {
  let query = db
    .selectFrom("job")
    .innerJoin("person", "person.id", "job.person_id")
    .selectAll("job")
    .select("person.full_name as name");
  if (person !== null) query = query.where("job.person_id", "=", person);
  const rows = await query
    .orderBy((is) =>
      is
        .case()
        .when("job.state", "in", [...OPEN_JOBS])
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy("job.created_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ name, ...row }) => ({ ...jobFrom(row), name }));
}
