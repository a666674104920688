/** A question or an opinion of the public on its way. Whatever could name the sender is emptied when its time is over. */
export interface EnquiryTable {
  id: string;
  /** Receipt code: not guessable, never reused. */
  code: string;
  /** `question` or `opinion` */
  kind: string;
  /** Unit that answers; null while the secretary has not assigned one. */
  unit_id: string | null;
  topic: string;
  sender_name: string;
  sender_email: string;
  sender_phone: string;
  content: string;
  /** SHA-256 of the content as it was sent; stays after the words are gone. */
  content_hash: string;
  consent_at: string;
  received_at: string;
  /** Last working day for the answer. */
  due_on: string;
  state: string;
  state_since: string;
  last_move_id: string;
  /** The draft: what the public would read of the question, and the answer. */
  public_question: string;
  answer: string;
  /** 1 when the answer is meant for everybody. */
  is_public: number;
  drafted_by: string | null;
  released_by: string | null;
  erased_at: string | null;
}

/** One step, as it happened. Append-only. */
export interface EnquiryMoveTable {
  id: string;
  enquiry_id: string;
  rule: string;
  act: string;
  from_state: string | null;
  to_state: string;
  person_id: string;
  hat: string;
  at: string;
  clause: string;
  reason: string | null;
  evidence_seq: number;
}

export interface EnquiryFileTable {
  enquiry_id: string;
  hash: string;
  name: string;
  size: number;
}

/** What the public reads: an answer that the board released, without its asker. */
export interface PublishedAnswerTable {
  /** 1, 2, 3 … its address. */
  number: number;
  enquiry_id: string;
  kind: string;
  unit_id: string | null;
  question: string;
  answer: string;
  folded: string;
  asked_on: string;
  published_at: string;
  taken_down_at: string | null;
  takedown_reason: string | null;
}

export interface EnquiryTables {
  enquiry: EnquiryTable;
  enquiry_move: EnquiryMoveTable;
  enquiry_file: EnquiryFileTable;
  published_answer: PublishedAnswerTable;
}
