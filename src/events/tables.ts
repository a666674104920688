/** Something the centre organises (Đ14.k2, Đ16.k4.g3). Never deleted: a cancelled one stays and says so. */
export interface EventTable {
  id: string;
  /** Last part of its public address, kept for ever. */
  slug: string;
  /** Organises it; its head owes the article together with the secretary. */
  unit_id: string;
  /** The version that holds now. */
  version: number;
  starts_at: string;
  /** End of its last session. */
  ends_at: string;
  /** Last instant at which an article is on time. */
  due_at: string;
  /** 1 when the public calendar shows it; what was public stays so. */
  is_public: number;
  cancelled_at: string | null;
  cancel_reason: string | null;
  created_at: string;
}

/** Everything an event ever said: postponed ones keep when they should have been. */
export interface EventVersionTable {
  event_id: string;
  version: number;
  /** JSON of `EventContent`. */
  content: string;
  unit_id: string;
  starts_at: string;
  ends_at: string;
  due_at: string;
  is_public: number;
  /** Why its time was changed; "" when it was not. */
  reason: string;
  person_id: string;
  hat: string;
  at: string;
  seq: number;
}

/** Which article tells of which event. A wrong link is undone with a reason, never removed. */
export interface EventArticleTable {
  id: string;
  event_id: string;
  article_id: string;
  person_id: string;
  hat: string;
  at: string;
  seq: number;
  undone_at: string | null;
  undone_reason: string | null;
  undone_seq: number | null;
}

export interface EventTables {
  event: EventTable;
  event_version: EventVersionTable;
  event_article: EventArticleTable;
}
