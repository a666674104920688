/** A report on its way from draft to acceptance. Accepted, it is never changed again. */
export interface ReportTable {
  id: string;
  kind: string;
  /** `2026-11`, `2026-Q4`, `2026`; of one asked for, its days and topic or the number of the request. */
  period: string;
  from_day: string;
  to_day: string;
  due_at: string;
  /** What one that was asked for is about; "" for the others. */
  topic: string;
  author_hat: string;
  receiver_hat: string;
  /** Who asked for it; null where the calendar does. */
  ordered_by: string | null;
  ordered_hat: string | null;
  /** Công văn of Sở. */
  request_number: string | null;
  request_day: string | null;
  state: string;
  /** How often it was submitted; number of the newest snapshot. */
  round: number;
  assessment: string;
  difficulties: string;
  proposals: string;
  created_at: string;
  /** First submission: what closes the duty. */
  first_submitted_at: string | null;
  submitted_at: string | null;
  submitted_by: string | null;
  accepted_at: string | null;
  /** Number and day under which it went to Sở. */
  sent_number: number | null;
  sent_on: string | null;
  /** Evidence of its last step. */
  last_seq: number;
}

/** Figures and texts as they were submitted: one row a submission, never changed. */
export interface ReportSnapshotTable {
  report_id: string;
  round: number;
  content: string;
  /** SHA-256 of the content. */
  hash: string;
  since_at: string;
  until_at: string;
  /** Last row of the evidence log before `until`: number and hash. */
  seal_seq: number;
  seal_hash: string;
  at: string;
  seq: number;
}

export interface ReportMoveTable {
  seq: number;
  report_id: string;
  act: string;
  /** "" for the first. */
  from_state: string;
  to_state: string;
  person_id: string;
  hat: string;
  at: string;
  /** Remark or reason. */
  note: string;
  /** 1 when one person holds the hats of both author and receiver, so that one signature is enough. */
  both_hats: number;
  /** Of the snapshot it is about; "" before the first. */
  hash: string;
}

export interface ReportTables {
  report: ReportTable;
  report_snapshot: ReportSnapshotTable;
  report_move: ReportMoveTable;
}
