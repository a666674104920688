/** The head of a unit acknowledged the regulation in force (QĐ-Đ3, REQ-005). Rows are only added. */
export interface RegulationAcknowledgementTable {
  id: string;
  /** Number of the regulation: `27/QĐ-GDTXHP`. Another regulation is acknowledged anew. */
  regulation: string;
  /** By which he heads the unit; whoever is appointed again acknowledges again. */
  appointment_id: string;
  unit_id: string;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

export interface ComplianceTables {
  regulation_acknowledgement: RegulationAcknowledgementTable;
}
