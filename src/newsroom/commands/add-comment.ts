import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { blocks } from "../body/text.ts";
import { COMMENT_LENGTH, quoteOf } from "../comments.ts";
import { type LoadedEdition, loadEdition } from "../editions.queries.ts";
import { canSee } from "../visibility.ts";
import { NoSuchEdition } from "./move-edition.ts";

export interface NewComment {
  readonly edition: Id;
  /** The paragraph it is about; null for the article as a whole. */
  readonly block: Id | null;
  /** The remark it answers; it is then about the same paragraph. */
  readonly parent: Id | null;
  readonly body: string;
}

interface State {
  readonly loaded: LoadedEdition;
  readonly parent: { readonly block_id: Id | null; readonly quote: string; readonly resolved_at: string | null } | null;
}

export interface AddedComment extends NewComment {
  readonly id: Id;
  readonly quote: string;
}

/**
 * A remark on a paragraph or on the whole article, or an answer to one (Đ15.k2.b2). It says, it decides nothing: the
 * article stays where it is. Refused to whoever may not read the article.
 */
export const addComment: Command<NewComment, State, AddedComment> = {
  name: "comment.add",
  async load({ tx, by }, { edition, parent }) {
    const loaded = await loadEdition(tx, edition);
    if (!loaded || !canSee(loaded.facts, by)) throw new NoSuchEdition(edition);
    if (parent === null) return { loaded, parent: null };
    const row = await tx
      .selectFrom("comment")
      .select(["block_id", "quote", "resolved_at"])
      .where("id", "=", parent)
      .where("edition_id", "=", edition)
      .where("parent_id", "is", null)
      .executeTakeFirst();
    return { loaded, parent: row ?? null };
  },
  decide({ loaded, parent }, input) {
    const body = normalizeText(input.body).trim();
    const refusals: Refusal[] = [];
    const refuse = (code: string) => refusals.push({ code, clause: "Đ15.k2.b2" });
    if (body === "") refuse("commentEmpty");
    if (body.length > COMMENT_LENGTH) refuse("commentTooLong");
    if (input.parent !== null && parent === null) refuse("commentUnknown");
    if (parent?.resolved_at) refuse("commentResolved");
    const block = parent ? null : blocks(loaded.content.body).find(({ id }) => id === input.block);
    if (input.parent === null && input.block !== null && !block) refuse("blockUnknown");
    if (refusals.length > 0) return refused(refusals);
    return done({
      ...input,
      id: newId(),
      block: parent ? parent.block_id : input.block,
      quote: parent ? parent.quote : quoteOf(block?.text ?? ""),
      body,
    });
  },
  evidence: ({ id, edition, block, parent, body }, { loaded }) => ({
    act: "comment.add",
    subject: `edition:${edition}`,
    clause: "Đ15.k2.b2",
    content: { comment: id, block, parent, body, version: loaded.facts.version },
  }),
  async write({ tx, by, at }, { id, edition, block, quote, parent, body }) {
    await tx
      .insertInto("comment")
      .values({
        id,
        edition_id: edition,
        block_id: block,
        quote,
        parent_id: parent,
        person_id: by.person,
        hat: by.hat,
        body,
        created_at: at,
        resolved_at: null,
        resolved_by: null,
      })
      .execute();
    return [];
  },
};
