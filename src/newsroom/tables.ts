export interface CategoryTable {
  id: string;
  slug: string;
  name: string;
  description: string;
  /** Field that decides which deputy is in charge; null for none. */
  field_id: string | null;
  /** T5: whether board members may send straight to the board in this category. */
  allows_board: number;
  position: number;
}

/** The document: identity, address, publication. Its texts are editions. */
export interface ArticleTable {
  id: string;
  /** Frozen after first publication. */
  slug: string | null;
  unit_id: string;
  author_id: string;
  /** `unit` or `board`. */
  origin: string;
  /** 1 when taken over from another source (REQ-036). */
  is_republished: number;
  created_at: string;
  /** NONE, LIVE, TAKEN_DOWN */
  publication: string;
  live_edition_id: string | null;
  first_published_at: string | null;
  taken_down_at: string | null;
  takedown_reason: string | null;
}

/** One text on its way. Everything but the current version can be folded again from moves and versions. */
export interface EditionTable {
  id: string;
  article_id: string;
  number: number;
  state: string;
  state_since: string;
  last_move_id: string;
  version: number;
  content_hash: string;
  title: string;
  category_id: string;
  unit_id: string;
  author_id: string;
  claimed_by: string | null;
  /** Person the submission was addressed to (a deputy), null for the secretary. */
  submitted_to: string | null;
  /** SECRETARY or MEMBER while RETURNED. */
  returned_to: string | null;
  submitted_at: string | null;
  approved_at: string | null;
  approved_hash: string | null;
  publish_at: string | null;
  published_at: string | null;
  /** Shown to the public with "Cập nhật" (REQ-020). */
  correction_note: string | null;
}

export interface EditionVersionTable {
  edition_id: string;
  version: number;
  content: string;
  hash: string;
  saved_by: string;
  hat: string;
  saved_at: string;
  /** State the edition was in when it was saved. */
  in_state: string;
  note: string;
  evidence_seq: number;
}

/** One step of an edition through the four steps. Append-only. */
export interface EditionMoveTable {
  id: string;
  edition_id: string;
  rule: string;
  act: string;
  from_state: string | null;
  to_state: string;
  person_id: string;
  hat: string;
  delegation_id: string | null;
  at: string;
  hash: string;
  clause: string;
  reason: string | null;
  /** JSON of what else the act carried: addressee, ticked points, time, note. */
  input: string;
  /** Why one person did what two should; null in the ordinary case. */
  exception_reason: string | null;
  evidence_seq: number;
}

/** Autosave: what a person has typed and not yet saved. Changes no state, makes no version. */
export interface WorkingCopyTable {
  edition_id: string;
  person_id: string;
  content: string;
  base_version: number;
  saved_at: string;
}

export interface CommentTable {
  id: string;
  edition_id: string;
  /** Block id within the body; null for the article as a whole. */
  block_id: string | null;
  /** The paragraph's text when the comment was made. */
  quote: string;
  parent_id: string | null;
  person_id: string;
  hat: string;
  body: string;
  created_at: string;
  resolved_at: string | null;
  resolved_by: string | null;
}

/** The last version of an edition that a person has looked at. */
export interface SeenTable {
  edition_id: string;
  person_id: string;
  version: number;
  seen_at: string;
}

export interface NotificationTable {
  id: string;
  person_id: string;
  edition_id: string | null;
  /** Page of the desk that it speaks of, where that is no article. */
  path: string | null;
  kind: string;
  text: string;
  created_at: string;
  read_at: string | null;
}

/** What the public reads: written only from a PUBLISHED edition, in the transaction that publishes it. */
export interface PublishedArticleTable {
  article_id: string;
  edition_id: string;
  slug: string;
  category_id: string;
  unit_id: string;
  content_hash: string;
  title: string;
  lead: string;
  content: string;
  /** JSON: names along the responsible chain (REQ-032). */
  chain: string;
  published_at: string;
  updated_at: string | null;
  update_note: string | null;
}

/** Files that belong to what is public; a file not listed here does not exist for a reader. */
export interface PublishedFileTable {
  article_id: string;
  hash: string;
}

/** An address that once answered and now leads elsewhere. */
export interface RedirectTable {
  from_path: string;
  to_path: string;
  created_at: string;
}

export interface NewsroomTables {
  category: CategoryTable;
  article: ArticleTable;
  edition: EditionTable;
  edition_version: EditionVersionTable;
  edition_move: EditionMoveTable;
  working_copy: WorkingCopyTable;
  comment: CommentTable;
  seen: SeenTable;
  notification: NotificationTable;
  published_article: PublishedArticleTable;
  published_file: PublishedFileTable;
  redirect: RedirectTable;
}
