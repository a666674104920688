/** That somebody was told of an item at a stage. Rows are only added: who was told once is not told again. */
export interface DutyNoticeTable {
  duty: string;
  subject: string;
  period: string;
  /** Minutes before the last instant; -1 once it was over. */
  minutes_ahead: number;
  /** The last instant as it was then. */
  due_at: string;
  /** JSON array of persons told. */
  told: string;
  at: string;
  evidence_seq: number;
}

export interface DutyTables {
  duty_notice: DutyNoticeTable;
}
