import type { State } from "../../src/regulation/states.ts";
import type { Engine } from "../../src/storage/database.ts";

/**
 * What a script with a connection of its own may not do, whatever the programme believes. An attack is one statement
 * or several in one transaction; `{STATE}` stands for an edition in that state, `{article STATE}` for its article.
 */
export interface Attack {
  readonly promise: string;
  readonly statements: readonly string[];
  readonly only?: Engine;
}

export const both = (promise: string, ...statements: string[]): Attack => ({ promise, statements });
export const sqlite = (promise: string, ...statements: string[]): Attack => ({ promise, statements, only: "sqlite" });
export const postgres = (promise: string, ...statements: string[]): Attack => ({
  promise,
  statements,
  only: "postgres",
});

const COLUMNS = {
  evidence: "seq, at, person, hat, delegation_id, act, subject, clause, reason, content, prev_hash, hash",
  edition_version: "edition_id, version, content, hash, saved_by, hat, saved_at, in_state, note, evidence_seq",
  edition_move:
    "id, edition_id, rule, act, from_state, to_state, person_id, hat, delegation_id, at, hash, clause, reason, input, exception_reason, evidence_seq",
  edition:
    "id, article_id, number, state, state_since, last_move_id, version, content_hash, title, category_id, unit_id, author_id, claimed_by, submitted_to, returned_to, submitted_at, approved_at, approved_hash, publish_at, published_at, correction_note",
  article:
    "id, slug, unit_id, author_id, origin, is_republished, created_at, publication, live_edition_id, first_published_at, taken_down_at, takedown_reason",
  published_article:
    "article_id, edition_id, slug, category_id, unit_id, content_hash, title, lead, content, chain, published_at, updated_at, update_note",
  appointment: "id, person_id, hat, unit_id, is_acting, from_day, to_day, decision_number, decision_day",
  delegation:
    "id, from_person, from_hat, to_person, to_hat, powers, from_day, to_day, document_number, reason, created_at, revoked_at, revoke_reason",
} as const;

type Table = keyof typeof COLUMNS;

/** `insert … select` of an existing row with some columns told otherwise. */
export function copy(table: Table, where: string, changes: Record<string, string>, verb = "insert", more = ""): string {
  const columns = COLUMNS[table];
  const values = columns.split(", ").map((column) => changes[column] ?? column);
  const extra = changes.rowid ? "rowid, " : "";
  return `${verb} into ${table} (${extra}${columns}) select ${changes.rowid ? "rowid, " : ""}${values.join(", ")} from ${table} where ${where} ${more}`;
}

export const moved = (to: State, move: string, more = "") => `set state = '${to}', last_move_id = ${move}${more}`;
export const anyMove = (act: string) => `(select min(id) from edition_move where act = '${act}')`;
