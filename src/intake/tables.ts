/** That something came in from the public, for as long as a flood is remembered. No address, no name: only their marks. */
export interface IntakeAttemptTable {
  id: string;
  at: string;
  /** Keyed hash of the network the form came from. */
  origin: string;
  /** Keyed hash of words and contact: the same sent twice is the same. */
  words: string;
  /** Code of the receipt it led to. */
  code: string;
}

/**
 * What every slip has, whatever it asks for: who sent it, its words, where it stands, how it was answered. Never
 * deleted; whatever could name the sender is emptied when its time is over.
 */
export interface SlipTable {
  id: string;
  /** Receipt code: not guessable, never reused. */
  code: string;
  /** Unit that answers a question; unit in whose name a request was made. */
  unit_id: string | null;
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
  answer: string;
  /** The article ("Phản hồi, đính chính") by which the centre answered it before everybody. */
  article_id: string | null;
  erased_at: string | null;
}

/** One step of a slip, as it happened. Append-only. */
export interface SlipMoveTable {
  id: string;
  slip_id: string;
  rule: string;
  act: string;
  from_state: string | null;
  to_state: string;
  person_id: string;
  hat: string;
  delegation_id: string | null;
  /** Why one person did what two should have. */
  exception_reason: string | null;
  at: string;
  clause: string;
  reason: string | null;
  evidence_seq: number;
}

export interface SlipFileTable {
  slip_id: string;
  hash: string;
  name: string;
  size: number;
}

export interface IntakeTables {
  intake_attempt: IntakeAttemptTable;
  slip_move: SlipMoveTable;
  slip_file: SlipFileTable;
}
