/** One check done (Đ12.k2). Rows are only added. */
export interface ContentCheckTable {
  id: string;
  /** `2026-11-24 sang`; one row each. */
  slot: string;
  day: string;
  /** Last instant at which it was on time, by the hours of that day's settings. */
  due_at: string;
  outcome: string;
  /** What is wrong; empty when nothing is. */
  note: string;
  /** Last row of the log that had been shown to the person. */
  seen_seq: number;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

/** When a stored file was last read again, and what was wrong with it then. */
export interface FileProofTable {
  hash: string;
  at: string;
  /** Empty when every byte is as it was. */
  fault: string;
}

export interface CheckTables {
  content_check: ContentCheckTable;
  file_proof: FileProofTable;
}
