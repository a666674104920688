/** One act that happened, chained to the one before. Append-only in the database itself. */
export interface EvidenceTable {
  /** 1, 2, 3 … without a gap. */
  seq: number;
  at: string;
  /** Person id, or `system`. */
  person: string;
  hat: string;
  delegation_id: string | null;
  /** Name of the command, e.g. `edition.approve`. */
  act: string;
  /** What it was done to, e.g. `edition:<id>`. */
  subject: string;
  clause: string | null;
  reason: string | null;
  /** Canonical JSON of what was done. */
  content: string;
  prev_hash: string;
  /** SHA-256 of the canonical JSON of all the columns above. */
  hash: string;
}

/** What must follow a committed act but is no part of the transaction: mail, cache tags. */
export interface OutboxTable {
  id: string;
  kind: string;
  payload: string;
  created_at: string;
  next_try_at: string;
  attempts: number;
  done_at: string | null;
  last_error: string | null;
}

/** A value of the settings, by key; its history is in the evidence. */
export interface SettingTable {
  key: string;
  value: string;
  changed_at: string;
  changed_by: string;
}

export interface EvidenceTables {
  evidence: EvidenceTable;
  outbox: OutboxTable;
  setting: SettingTable;
}
