/** A unit was late, supplied nothing, or supplied something wrong (Đ19.k2). */
export interface ViolationTable {
  id: string;
  unit_id: string;
  /** late | missing | inaccurate */
  type: string;
  what: string;
  happened_on: string;
  /** Where the evidence is read. */
  evidence_href: string;
  /** The late item it was made from; its own id where there is none. */
  source_key: string;
  /** Last instant of the unit's explanation. */
  explain_due: string;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

export interface ViolationMoveTable {
  evidence_seq: number;
  violation_id: string;
  /** explain | conclude */
  act: string;
  text: string;
  /** upheld | dismissed; "" for an explanation. */
  outcome: string;
  person_id: string;
  hat: string;
  at: string;
}

/** A prohibited act (Đ17, Đ19.k3). */
export interface IncidentTable {
  id: string;
  /** `Đ17.k1.d` */
  clause: string;
  what: string;
  occurred_on: string;
  unit_id: string | null;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

/** What was kept as evidence, with its hash of then. Written before its incident, never after. */
export interface IncidentExhibitTable {
  incident_id: string;
  position: number;
  /** version | log */
  kind: string;
  /** Edition of the version; "" for a row of the log. */
  edition_id: string;
  /** Number of the version or of the row. */
  number: number;
  hash: string;
}

/** What was done about it, by whom. */
export interface IncidentNoteTable {
  evidence_seq: number;
  incident_id: string;
  text: string;
  is_final: number;
  person_id: string;
  hat: string;
  at: string;
}

export interface ViolationTables {
  violation: ViolationTable;
  violation_move: ViolationMoveTable;
  incident: IncidentTable;
  incident_exhibit: IncidentExhibitTable;
  incident_note: IncidentNoteTable;
}
