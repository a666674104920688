/** The rules under which a school year is disclosed: a circular, or what the place adds to it. */
export interface DisclosureRegimeTable {
  id: string;
  name: string;
  /** Number and date of the text, as printed. */
  citation: string;
  /** First calendar year of the first and last school year it holds for; null: still in force. */
  from_year: number;
  to_year: number | null;
  position: number;
}

/** Nội dung công khai. Its code is its address, for ever. */
export interface DisclosureItemTable {
  id: string;
  regime_id: string;
  code: string;
  group_code: string;
  group_title: string;
  title: string;
  citation: string;
  /** school_year | fiscal_year | on_change */
  period: string;
  /** Day in the second year of the school year by which it is due. */
  due_month: number;
  due_day: number;
  /** Working days within which a change is to be published. */
  change_days: number;
  /** Codes of the forms, as the circular numbers them. */
  forms: string;
  unit_id: string | null;
  /** What is still to be compared with the text itself. */
  note: string;
  position: number;
  /** First and last school year that ask for it, where these differ from the regime's. */
  from_year: number | null;
  to_year: number | null;
}

/** A dated change of an item. The row of the item itself says what it began with. */
export interface DisclosureItemChangeTable {
  evidence_seq: number;
  item_id: string;
  changed_on: string;
  title: string;
  citation: string;
  forms: string;
  note: string;
  unit_id: string | null;
  to_year: number | null;
  /** First day on which this rule of due days counts. */
  due_from: string;
  due_month: number;
  due_day: number;
  change_days: number;
}

export interface DisclosureRegimeChangeTable {
  evidence_seq: number;
  regime_id: string;
  name: string;
  citation: string;
  to_year: number | null;
}

/** One version of an item for one school year. Once published it is never changed, only superseded. */
export interface DisclosureEntryTable {
  id: string;
  item_id: string;
  /** `2025-2026` */
  school_year: string;
  version: number;
  state: string;
  content: string;
  content_hash: string;
  unit_id: string;
  prepared_by: string;
  prepared_at: string;
  head_by: string | null;
  head_at: string | null;
  approved_by: string | null;
  approved_at: string | null;
  approved_hash: string | null;
  published_by: string | null;
  published_at: string | null;
  superseded_by: string | null;
}

/** Every step and every saved text of an entry, in the order of the log. */
export interface DisclosureMoveTable {
  evidence_seq: number;
  entry_id: string;
  act: string;
  from_state: string | null;
  to_state: string;
  person_id: string;
  hat: string;
  at: string;
  reason: string | null;
  content_hash: string;
  /** The text, where this step saved one. */
  content: string | null;
}

/** Files that a published entry offers. */
export interface DisclosureFileTable {
  entry_id: string;
  hash: string;
}

/** Che dữ liệu theo yêu cầu pháp luật: what is shown in place of a published text, by which order. */
export interface DisclosureRedactionTable {
  id: string;
  entry_id: string;
  order_number: string;
  order_day: string;
  order_issuer: string;
  reason: string;
  content: string;
  content_hash: string;
  proposed_by: string;
  proposed_at: string;
  executed_by: string | null;
  executed_at: string | null;
}

export interface DisclosureConfirmationTable {
  redaction_id: string;
  person_id: string;
  hat: string;
  at: string;
}

/** Báo địa chỉ chuyên mục Công khai cho Sở (REQ-075). */
export interface DisclosureNoticeTable {
  id: string;
  address: string;
  sent_on: string;
  document_number: string;
  note: string;
  recorded_by: string;
  recorded_at: string;
}

/** One walk of an anonymous reader through every published address. */
export interface DisclosureRoundTable {
  id: string;
  started_at: string;
  finished_at: string;
  addresses: number;
  failed: number;
  /** SHA-256 over the lines of the round. */
  digest: string;
}

export interface DisclosureCheckTable {
  round_id: string;
  address: string;
  status: number;
  hash: string;
  at: string;
  /** Why the reader did not get what was published; empty when he did. */
  fault: string;
}

export interface DisclosureTables {
  disclosure_regime: DisclosureRegimeTable;
  disclosure_item: DisclosureItemTable;
  disclosure_item_change: DisclosureItemChangeTable;
  disclosure_regime_change: DisclosureRegimeChangeTable;
  disclosure_entry: DisclosureEntryTable;
  disclosure_move: DisclosureMoveTable;
  disclosure_file: DisclosureFileTable;
  disclosure_redaction: DisclosureRedactionTable;
  disclosure_confirmation: DisclosureConfirmationTable;
  disclosure_notice: DisclosureNoticeTable;
  disclosure_round: DisclosureRoundTable;
  disclosure_check: DisclosureCheckTable;
}
