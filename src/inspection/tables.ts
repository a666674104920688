/** One criterion of a set. Written before its set, never after. */
export interface CriterionTable {
  set_id: string;
  key: string;
  name: string;
  weight: number;
  /** Key of the source it is computed by; "" when inspectors mark it. */
  source: string;
  /** What is looked at, in words. */
  guide: string;
  position: number;
}

/** Criteria and weights, in force for inspections whose period ends from `from_day` on. */
export interface CriteriaSetTable {
  id: string;
  name: string;
  from_day: string;
  person_id: string;
  at: string;
  evidence_seq: number;
}

/** One inspection as it was ordered (Đ22). What became of it is in its moves. */
export interface InspectionTable {
  id: string;
  type: string;
  title: string;
  from_day: string;
  to_day: string;
  /** Number of the decision or plan by which it is held. */
  decision: string;
  set_id: string;
  /** Written down here, before any sample is drawn. */
  seed: string;
  /** Articles drawn of each unit. */
  sample_size: number;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

export interface InspectionUnitTable {
  inspection_id: string;
  unit_id: string;
}

export interface InspectionMemberTable {
  inspection_id: string;
  person_id: string;
  is_lead: number;
}

/** One step. The state of an inspection is where its last step led. */
export interface InspectionMoveTable {
  evidence_seq: number;
  inspection_id: string;
  act: string;
  from_state: string;
  to_state: string;
  /** The unit that explains; null for every other step. */
  unit_id: string | null;
  text: string;
  /** `present`: last instant for explanations; else "". */
  due_at: string;
  /** `draft`: the article that publishes the result. */
  article_id: string | null;
  person_id: string;
  hat: string;
  at: string;
}

export interface InspectionSampleTable {
  inspection_id: string;
  unit_id: string;
  position: number;
  article_id: string;
  title: string;
  /** SHA-256 of seed and article id: the order in which articles were taken. */
  rank_hash: string;
}

/** What an inspector said: a mark of a criterion, a checked article, or a finding. The last word on a thing counts. */
export interface InspectionMarkTable {
  evidence_seq: number;
  inspection_id: string;
  unit_id: string;
  /** "" for an article or a finding. */
  criterion: string;
  article_id: string | null;
  /** Hundredths reached; an article is 100 right or 0 faulty; null for a finding. */
  value: number | null;
  note: string;
  person_id: string;
  hat: string;
  at: string;
}

/** One score of one version. Written before its version, never after. */
export interface InspectionScoreTable {
  inspection_id: string;
  version: number;
  unit_id: string;
  criterion: string;
  weight: number;
  /** Hundredths reached. */
  reached: number;
  /** JSON: the lines behind it. */
  lines: string;
}

export interface InspectionVersionTable {
  inspection_id: string;
  version: number;
  /** presented | correction */
  kind: string;
  /** Shown with the scores; never empty for a correction. */
  notice: string;
  /** JSON: the ranking of authors of that moment. */
  authors: string;
  /** SHA-256 over the scores and the authors. */
  digest: string;
  evidence_seq: number;
}

export interface InspectionTables {
  criterion: CriterionTable;
  criteria_set: CriteriaSetTable;
  inspection: InspectionTable;
  inspection_unit: InspectionUnitTable;
  inspection_member: InspectionMemberTable;
  inspection_move: InspectionMoveTable;
  inspection_sample: InspectionSampleTable;
  inspection_mark: InspectionMarkTable;
  inspection_score: InspectionScoreTable;
  inspection_version: InspectionVersionTable;
}
