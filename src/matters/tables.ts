/** One thing raised: where it stands now. What it says is in its newest version, how it came here in its moves. */
export interface MatterTable {
  id: string;
  kind: string;
  /** `NV-2026-001`; never used twice. */
  code: string;
  title: string;
  /** Unit in whose name it was raised; null for the board's. */
  unit_id: string | null;
  raised_by: string;
  raised_hat: string;
  raised_at: string;
  /** The year it is about, for what comes back every year. */
  year: number | null;
  is_urgent: number;
  /** Last day on which it is on time; null when nothing says one. */
  due_on: string | null;
  version: number;
  state: string;
  state_since: string;
  /** How often it moved: what a form has seen. */
  moves: number;
  last_move_id: string;
}

/** What it says, as it was written. Append-only. */
export interface MatterVersionTable {
  matter_id: string;
  version: number;
  /** JSON, by field. */
  content: string;
  evidence_seq: number;
}

/** Whom a version names: one of both. Append-only. */
export interface MatterAddresseeTable {
  matter_id: string;
  version: number;
  place: number;
  person_id: string | null;
  unit_id: string | null;
}

/** One step, as it happened. Append-only. */
export interface MatterMoveTable {
  id: string;
  matter_id: string;
  number: number;
  /** `task.finish` */
  rule: string;
  act: string;
  from_state: string | null;
  to_state: string;
  /** The result, the answer, the reason. */
  words: string;
  /** JSON of what else the step asked for, by field. */
  said: string;
  /** Until when it is owed after this step. */
  due_on: string | null;
  person_id: string;
  hat: string;
  delegation_id: string | null;
  at: string;
  clause: string;
  evidence_seq: number;
}

/** A file that came with a step. Append-only. */
export interface MatterFileTable {
  matter_id: string;
  move_id: string;
  hash: string;
  name: string;
  title: string;
  size: number;
}

export interface MatterTables {
  matter: MatterTable;
  matter_version: MatterVersionTable;
  matter_addressee: MatterAddresseeTable;
  matter_move: MatterMoveTable;
  matter_file: MatterFileTable;
}
