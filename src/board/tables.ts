/** Đơn vị: phòng, tổ chức trực thuộc. */
export interface UnitTable {
  id: string;
  /** Short Latin name for addresses and user names, e.g. `dao-tao`. */
  code: string;
  name: string;
  kind: string;
  /** Chức năng, nhiệm vụ (REQ-080). */
  duties: string;
  /** Đ4.k6: bộ phận thường trực của Ban biên tập. */
  is_standing: number;
  position: number;
  active_from: string;
  active_to: string | null;
}

/** Lĩnh vực phụ trách of a deputy (Đ10). */
export interface FieldTable {
  id: string;
  code: string;
  name: string;
}

export interface PersonTable {
  id: string;
  full_name: string;
  /** Chức danh as printed. */
  position: string;
  email: string;
  /** Own unit; for an external contributor the sponsoring unit. */
  unit_id: string | null;
  is_external: number;
  created_at: string;
  /** Set when the person left: nothing may be done in his name afterwards. */
  left_on: string | null;
}

/**
 * A hat worn by a person over a period by a paper: board membership, headship (also acting), contributorship,
 * administration. Never deleted: an end date closes it.
 */
export interface AppointmentTable {
  id: string;
  person_id: string;
  hat: string;
  /** MEMBER: the unit headed; CONTRIBUTOR: the unit written for. */
  unit_id: string | null;
  /** Phụ trách tạm thời (acting head). */
  is_acting: number;
  from_day: string;
  /** Last day, inclusive; null while open. */
  to_day: string | null;
  decision_number: string;
  decision_day: string;
}

/** What a deputy is in charge of: units and fields (Đ10). */
export interface ChargeTable {
  id: string;
  appointment_id: string;
  unit_id: string | null;
  field_id: string | null;
}

/** Ủy quyền (Đ10.p3, A-23). */
export interface DelegationTable {
  id: string;
  from_person: string;
  from_hat: string;
  to_person: string;
  to_hat: string;
  /** JSON array of powers. */
  powers: string;
  from_day: string;
  to_day: string;
  document_number: string;
  reason: string;
  created_at: string;
  revoked_at: string | null;
  revoke_reason: string | null;
}

export interface BoardTables {
  unit: UnitTable;
  field: FieldTable;
  person: PersonTable;
  appointment: AppointmentTable;
  charge: ChargeTable;
  delegation: DelegationTable;
}
