/** A proposed text of the plan for a period. Rows are only added: what was decided never changes. */
export interface PlanVersionTable {
  /** `2026-11`, `2026-Q4` or `2026` */
  period: string;
  version: number;
  /** What the plan aims at, in words (Đ8.k2.g2). */
  orientation: string;
  /** JSON: the themes with unit and target. */
  themes: string;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

/** What became of a proposed text. */
export interface PlanDecisionTable {
  period: string;
  version: number;
  /** `decided`, `returned` */
  outcome: string;
  /** Number of the paper; "" when there is none. */
  decision_number: string;
  note: string;
  person_id: string;
  hat: string;
  /** Paper under which the standing deputy decided. */
  delegation_id: string | null;
  at: string;
  evidence_seq: number;
}

/** An article was put under a theme, or taken from it; the last row counts. */
export interface PlanLinkTable {
  id: string;
  period: string;
  theme: string;
  article_id: string;
  linked: number;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

export interface PlanTables {
  plan_version: PlanVersionTable;
  plan_decision: PlanDecisionTable;
  plan_link: PlanLinkTable;
}
