/** A request to take something off the portal (Đ15.k3). Never deleted; what could name the requester is emptied in time. */
export interface TakedownRequestTable {
  id: string;
  code: string;
  /** Unit whose head sent it from the desk; null for the public. */
  unit_id: string | null;
  requester_name: string;
  requester_email: string;
  requester_phone: string;
  /** `article` or `answer` */
  target_kind: string;
  /** Article id, or number of the answer. */
  target_id: string;
  /** Path on this portal, as it was when the request came. */
  target_path: string;
  target_title: string;
  /** What the requester says it is. */
  reason_class: string;
  content: string;
  content_hash: string;
  consent_at: string;
  received_at: string;
  /** Last working day for the answer. */
  due_on: string;
  state: string;
  state_since: string;
  last_move_id: string;
  /** Class of the decision, which the public reads at the address. */
  decided_class: string | null;
  answer: string;
  erased_at: string | null;
}

export interface TakedownMoveTable {
  id: string;
  request_id: string;
  rule: string;
  act: string;
  from_state: string | null;
  to_state: string;
  person_id: string;
  hat: string;
  delegation_id: string | null;
  at: string;
  clause: string;
  reason: string | null;
  evidence_seq: number;
}

export interface TakedownFileTable {
  request_id: string;
  hash: string;
  name: string;
  size: number;
}

export interface TakedownTables {
  takedown_request: TakedownRequestTable;
  takedown_move: TakedownMoveTable;
  takedown_file: TakedownFileTable;
}
