/** A page that is kept and approved: introduction, history (Đ14.k1), admissions (Đ14.k7). Never deleted. */
export interface PageTable {
  id: string;
  /** text, admission */
  kind: string;
  lang: string;
  /** Last part of its address, kept for ever. */
  slug: string;
  /** Owner: whose head approves it first. */
  unit_id: string;
  /** Where the newest version stands. */
  state: string;
  version: number;
  /** What the public reads; null until something was approved. */
  live_version: number | null;
  live_at: string | null;
  created_at: string;
}

export interface PageVersionTable {
  page_id: string;
  version: number;
  content: string;
  /** JSON of its files. */
  files: string;
  /** SHA-256 of content and files: what an approval is for. */
  hash: string;
  person_id: string;
  hat: string;
  at: string;
  seq: number;
}

/** Every step of a page: who, in which hat, from where to where, for which version. */
export interface PageMoveTable {
  page_id: string;
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
export interface PageFileTable {
  page_id: string;
  hash: string;
}

/** How a unit or a leader is reached at work; shown only with consent. */
export interface ContactTable {
  /** unit, person */
  subject: string;
  subject_id: string;
  phone: string;
  email: string;
  place: string;
  /** Assigned task of a leader, as the public is told. */
  task: string;
  is_shown: number;
}

export interface AboutTables {
  page: PageTable;
  page_version: PageVersionTable;
  page_move: PageMoveTable;
  page_file: PageFileTable;
  contact: ContactTable;
}
