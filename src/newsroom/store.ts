import type { Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id, newId } from "../kernel/ids.ts";
import type { State } from "../regulation/states.ts";
import type { Tx } from "../storage/database.ts";
import type { ArticleContent } from "./content.ts";
import { contentHash, normalizeContent } from "./content-hash.ts";
import type { MoveInput } from "./facts.ts";

/** The write side of the newsroom. Every function is called inside the transaction of an act, and by no other way. */

export interface NewVersion {
  readonly edition: Id;
  readonly version: number;
  readonly content: ArticleContent;
  readonly by: { person: Id; hat: string };
  readonly at: Instant;
  readonly inState: State;
  readonly note: string;
  readonly seq: number;
}

/** Keeps a text as a version, in its normal form; answers its hash. */
export async function saveVersion(tx: Tx, input: NewVersion): Promise<string> {
  const content = normalizeContent(input.content);
  const hash = contentHash(content);
  await tx
    .insertInto("edition_version")
    .values({
      edition_id: input.edition,
      version: input.version,
      content: canonicalJson(content),
      hash,
      saved_by: input.by.person,
      hat: input.by.hat,
      saved_at: input.at,
      in_state: input.inState,
      note: input.note,
      evidence_seq: input.seq,
    })
    .execute();
  return hash;
}

export interface NewMove {
  readonly edition: Id;
  readonly rule: string;
  readonly act: string;
  readonly from: State | null;
  readonly to: State;
  readonly by: { person: Id; hat: string };
  readonly delegation: Id | null;
  readonly at: Instant;
  readonly hash: string;
  readonly clause: string;
  readonly reason: string | null;
  readonly input: MoveInput;
  readonly exception: string | null;
  readonly seq: number;
}

/** Records one step; answers its id, which the edition's new state must carry. */
export async function saveMove(tx: Tx, move: NewMove): Promise<Id> {
  const id = newId();
  await tx
    .insertInto("edition_move")
    .values({
      id,
      edition_id: move.edition,
      rule: move.rule,
      act: move.act,
      from_state: move.from,
      to_state: move.to,
      person_id: move.by.person,
      hat: move.by.hat,
      delegation_id: move.delegation,
      at: move.at,
      hash: move.hash,
      clause: move.clause,
      reason: move.reason,
      input: canonicalJson(move.input),
      exception_reason: move.exception,
      evidence_seq: move.seq,
    })
    .execute();
  return id;
}

export interface NewEdition {
  readonly id: Id;
  readonly article: Id;
  readonly number: number;
  readonly state: State;
  readonly move: Id;
  readonly content: ArticleContent;
  readonly hash: string;
  readonly unit: Id;
  readonly author: Id;
  readonly claimedBy: Id | null;
  readonly note: string | null;
  readonly at: Instant;
}

export async function insertEdition(tx: Tx, edition: NewEdition): Promise<void> {
  await tx
    .insertInto("edition")
    .values({
      id: edition.id,
      article_id: edition.article,
      number: edition.number,
      state: edition.state,
      state_since: edition.at,
      last_move_id: edition.move,
      version: 1,
      content_hash: edition.hash,
      title: edition.content.title,
      category_id: edition.content.category,
      unit_id: edition.unit,
      author_id: edition.author,
      claimed_by: edition.claimedBy,
      submitted_to: null,
      returned_to: null,
      submitted_at: null,
      approved_at: null,
      approved_hash: null,
      publish_at: null,
      published_at: null,
      correction_note: edition.note,
    })
    .execute();
}
