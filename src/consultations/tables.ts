/** A matter on which the public is asked (Đ14.k7; TT 37/2020, Điều 9). Never deleted; its address is kept for ever. */
export interface ConsultationTable {
  id: string;
  slug: string;
  /** In charge: its head approves first and judges the opinions. */
  unit_id: string;
  created_at: string;
}

/** One of its two texts: what is asked (`call`), and what became of the opinions (`report`). */
export interface ConsultationTextTable {
  consultation_id: string;
  part: string;
  /** Where the newest version stands. */
  state: string;
  version: number;
  /** What the public reads; null until something was approved. */
  live_version: number | null;
  live_at: string | null;
}

export interface ConsultationVersionTable {
  consultation_id: string;
  part: string;
  version: number;
  content: string;
  files: string;
  /** Of a call only: from when until when opinions are taken. */
  opens_at: string | null;
  closes_at: string | null;
  /** Why it closes later than the public was told; empty when it does not. */
  reason: string;
  /** SHA-256 of all the above: what an approval is for. */
  hash: string;
  person_id: string;
  hat: string;
  at: string;
  seq: number;
}

/** Every step of a text: who, in which hat, from where to where, for which version. */
export interface ConsultationMoveTable {
  consultation_id: string;
  part: string;
  number: number;
  act: string;
  from_state: string;
  to_state: string;
  version: number;
  hash: string;
  person_id: string;
  hat: string;
  at: string;
  reason: string | null;
  seq: number;
}

/** Files of what is public. */
export interface ConsultationFileTable {
  consultation_id: string;
  hash: string;
}

/** What somebody sent, as sent. Name, e-mail and words are emptied when the time to keep them is over. */
export interface OpinionTable {
  id: string;
  code: string;
  consultation_id: string;
  sender_name: string;
  sender_email: string;
  content: string;
  /** JSON: the words answering each question, "" where it is a choice. */
  answers: string;
  /** JSON: the place of the choice made at each question, null where none. Nobody's personal data, so it stays. */
  choices: string;
  /** SHA-256 of words and choices. */
  hash: string;
  /** Null when neither name nor e-mail was given. */
  consent_at: string | null;
  received_at: string;
  erased_at: string | null;
  seq: number;
}

/** Whether an opinion goes into the report, in which group, or is set aside and why; the last one holds. */
export interface OpinionJudgementTable {
  opinion_id: string;
  number: number;
  /** taken, aside */
  verdict: string;
  /** Name of the group; empty when set aside. */
  topic: string;
  reason: string;
  person_id: string;
  hat: string;
  at: string;
  seq: number;
}

export interface ConsultationTables {
  consultation: ConsultationTable;
  consultation_text: ConsultationTextTable;
  consultation_version: ConsultationVersionTable;
  consultation_move: ConsultationMoveTable;
  consultation_file: ConsultationFileTable;
  opinion: OpinionTable;
  opinion_judgement: OpinionJudgementTable;
}
