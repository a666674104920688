/** One judgement of an article's quality (Đ11.g2). Rows are only added; the highest version counts. */
export interface QualityMarkTable {
  id: string;
  article_id: string;
  version: number;
  /** Month of the article's first publication, in Vietnam. */
  month: string;
  /** `good`, `improve`, `poor` */
  level: string;
  /** JSON: the criteria it misses, as they were worded then. */
  unmet: string;
  note: string;
  /** Why it was changed once the month was closed; empty otherwise. */
  reason: string;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

/** A unit is let off for some months by a decision, or such a decision is taken back. */
export interface QuotaExemptionTable {
  id: string;
  unit_id: string;
  from_month: string;
  to_month: string;
  decision_number: string;
  decision_day: string;
  reason: string;
  /** The exemption that this one takes back; null when it lets off. */
  revokes: string | null;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

/** What a unit had reached when the month was frozen. */
export interface QuotaResultTable {
  month: string;
  unit_id: string;
  target: number;
  good: number;
  unmarked: number;
  /** `met`, `provisional`, `missed`, `excused` */
  outcome: string;
  /** Why the unit owed nothing; empty otherwise. */
  excused: string;
  evidence_seq: number;
}

/** How an article counted when its month was frozen. */
export interface QuotaArticleTable {
  month: string;
  article_id: string;
  unit_id: string;
  edition_id: string;
  title: string;
  author: string;
  /** `counted`, `unmarked`, `improve`, … */
  count: string;
  published_at: string;
  evidence_seq: number;
}

/** A frozen month: written last, nothing is added to the month afterwards. */
export interface QuotaMonthTable {
  month: string;
  /** SHA-256 of its results and articles. */
  digest: string;
  person_id: string;
  hat: string;
  at: string;
  evidence_seq: number;
}

export interface QuotaTables {
  quality_mark: QualityMarkTable;
  quota_exemption: QuotaExemptionTable;
  quota_result: QuotaResultTable;
  quota_article: QuotaArticleTable;
  quota_month: QuotaMonthTable;
}
