/** A proposal of how menu and home page are arranged. Never changed, never deleted. */
export interface ArrangementTable {
  version: number;
  reason: string;
  person_id: string;
  hat: string;
  at: string;
  seq: number;
}

export interface ArrangementItemTable {
  version: number;
  /** MENU, HOME */
  part: string;
  position: number;
  key: string;
  label: string | null;
  shown: number;
}

export interface ArrangementOpinionTable {
  id: string;
  version: number;
  person_id: string;
  hat: string;
  text: string;
  at: string;
  seq: number;
}

/** When which proposal was put on the portal; the last one is what the public sees. */
export interface ArrangementAppliedTable {
  seq: number;
  version: number;
  person_id: string;
  hat: string;
  at: string;
}

export interface ArrangementTables {
  arrangement: ArrangementTable;
  arrangement_item: ArrangementItemTable;
  arrangement_opinion: ArrangementOpinionTable;
  arrangement_applied: ArrangementAppliedTable;
}
