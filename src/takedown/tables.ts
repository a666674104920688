import type { SlipTable } from "../intake/tables.ts";

/** A request to take something off the portal (Đ15.k3). */
export interface TakedownRequestTable extends SlipTable {
  /** `article` or `answer` */
  target_kind: string;
  /** Article id, or number of the answer. */
  target_id: string;
  /** Path on this portal, as it was when the request came. */
  target_path: string;
  target_title: string;
  /** What the requester says it is. */
  reason_class: string;
  /** Class of the decision, which the public reads at the address. */
  decided_class: string | null;
}

export interface TakedownTables {
  takedown_request: TakedownRequestTable;
}
