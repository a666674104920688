import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import { excerpt } from "./body/text.ts";

/** How much of a paragraph is kept with a comment, so that it can be understood when the paragraph is gone. */
export const QUOTE_LENGTH = 300;
export const COMMENT_LENGTH = 3000;

export interface Comment {
  readonly id: Id;
  readonly blockId: Id | null;
  readonly quote: string;
  readonly parent: Id | null;
  readonly person: Id;
  readonly name: string;
  readonly hat: string;
  readonly body: string;
  readonly at: Instant;
  readonly resolvedAt: Instant | null;
  readonly resolvedBy: string | null;
}

/** A remark with its replies, in order of time. */
export interface Thread extends Comment {
  readonly replies: readonly Comment[];
}

/** Everything said about an edition, as it was said. */
export async function readComments(db: Db | Tx, edition: Id): Promise<Comment[]> {
  const rows = await db
    .selectFrom("comment")
    .innerJoin("person", "person.id", "comment.person_id")
    .leftJoin("person as resolver", "resolver.id", "comment.resolved_by")
    .selectAll("comment")
    .select(["person.full_name as name", "resolver.full_name as resolver_name"])
    .where("comment.edition_id", "=", edition)
    .orderBy("comment.created_at")
    .orderBy("comment.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    blockId: row.block_id,
    quote: row.quote,
    parent: row.parent_id,
    person: row.person_id,
    name: row.name,
    hat: row.hat,
    body: row.body,
    at: row.created_at,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolver_name,
  }));
}

export interface PlacedThreads {
  /** By the id of the block they are about. */
  readonly onBlocks: ReadonlyMap<Id, readonly Thread[]>;
  /** About the article as a whole. */
  readonly onWhole: readonly Thread[];
  /** About a paragraph that is no longer in the text: shown with the words it had. */
  readonly orphaned: readonly Thread[];
}

/** Puts every remark where it belongs in the text as it is now. */
export function placeThreads(comments: readonly Comment[], blockIds: readonly Id[]): PlacedThreads {
  const threads = comments
    .filter(({ parent }) => parent === null)
    .map((comment) => ({ ...comment, replies: comments.filter(({ parent }) => parent === comment.id) }));
  const onBlocks = new Map<Id, Thread[]>();
  for (const id of blockIds) {
    const here = threads.filter(({ blockId }) => blockId === id);
    if (here.length > 0) onBlocks.set(id, here);
  }
  return {
    onBlocks,
    onWhole: threads.filter(({ blockId }) => blockId === null),
    orphaned: threads.filter(({ blockId }) => blockId !== null && !blockIds.includes(blockId)),
  };
}

export const quoteOf = (text: string): string => excerpt(text, QUOTE_LENGTH);
