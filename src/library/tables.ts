/** Văn bản: what it says of itself now (Đ14.k3, REQ-082). Every earlier wording is in `document_version`. */
export interface DocumentTable {
  id: string;
  /** Null until public, then frozen. */
  slug: string | null;
  /** DRAFT, PUBLIC */
  state: string;
  version: number;
  /** SHA-256 of the version's content. */
  hash: string;
  kind: string;
  /** Canonical: `27/QĐ-GDTXHP`. */
  number_symbol: string;
  /** As it was typed. */
  number_typed: string;
  issued_on: string;
  issuer: string;
  signer: string;
  abstract: string;
  effective_on: string;
  /** Last day in force when the document itself says so. */
  effective_to: string | null;
  field_id: string | null;
  /** Owner: who answers for its being right (REQ-071). */
  unit_id: string;
  /** Why it took effect before it was issued; empty in the ordinary case. */
  early_reason: string;
  /** Its words, where they were entered or read from the file. */
  body_text: string;
  review_on: string;
  confirmed_at: string | null;
  confirmed_by: string | null;
  created_at: string;
  published_at: string | null;
}

export interface DocumentVersionTable {
  document_id: string;
  version: number;
  content: string;
  hash: string;
  saved_by: string;
  hat: string;
  saved_at: string;
  note: string;
  evidence_seq: number;
}

/** A file of a document. A place (`slot`) keeps its address; a new version of the file is a new row of the same place. */
export interface DocumentFileTable {
  document_id: string;
  slot: number;
  version: number;
  hash: string;
  /** Safe name for the address. */
  name: string;
  title: string;
  language: string;
  is_primary: number;
  mime: string;
  size: number;
  note: string;
  added_by: string;
  added_at: string;
  evidence_seq: number;
}

export interface DocumentRelationTable {
  id: string;
  /** The document that replaces, amends, abolishes, guides, or rests on the other. */
  from_id: string;
  to_id: string;
  kind: string;
  /** Since when it counts. */
  on_day: string;
  created_at: string;
  evidence_seq: number;
  /** Entered by mistake: it counts no longer, and stays in the record. */
  withdrawn_at: string | null;
  withdraw_reason: string | null;
}

/** Căn cứ pháp lý as data (REQ-002): nothing cites a decree in code. */
export interface LegalBasisTable {
  id: string;
  number_symbol: string;
  title: string;
  issuer: string;
  topic: string;
  issued_on: string | null;
  in_force_from: string | null;
  /** Last day in force. */
  in_force_to: string | null;
  replaced_by: string;
  note: string;
  /** Day on which somebody compared this row with the official text; null when nobody has yet. */
  checked_on: string | null;
}

export interface LibraryTables {
  document: DocumentTable;
  document_version: DocumentVersionTable;
  document_file: DocumentFileTable;
  document_relation: DocumentRelationTable;
  legal_basis: LegalBasisTable;
}
