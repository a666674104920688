import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";

/** Long work: begun by a person, done by the server in small steps, stopped by itself or on request. */
export interface JobTable {
  id: Id;
  /** Which of `jobs/kinds.ts`. */
  kind: string;
  title: string;
  /** JSON, as the kind wants it. */
  input: string;
  person_id: Id;
  hat: string;
  created_at: Instant;
  /** The log's row that began it. */
  seq: number;
  state: string;
  done: number;
  total: number;
  /** How far it is, in the kind's own words; the next step begins behind it. */
  cursor: string;
  /** Failures of the present step, one after another. */
  tries: number;
  /** What came of it, or why it stopped: a sentence. */
  outcome: string;
  cancel_asked_at: Instant | null;
  cancel_asked_by: Id | null;
  /** The process that works on it, and until when it may. */
  claimed_by: string | null;
  claimed_until: Instant | null;
  ended_at: Instant | null;
}

export interface JobTables {
  job: JobTable;
}
