import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { loadEdition } from "../editions.queries.ts";
import { canSee } from "../visibility.ts";
import { NoSuchEdition } from "./move-edition.ts";

export interface CommentToResolve {
  readonly edition: Id;
  readonly comment: Id;
}

/** Marks a remark as dealt with. Anybody who reads the article may; who did it and when is kept, and so are the words. */
export const resolveComment: Command<CommentToResolve, { resolved_at: string | null } | null, CommentToResolve> = {
  name: "comment.resolve",
  async load({ tx, by }, { edition, comment }) {
    const loaded = await loadEdition(tx, edition);
    if (!loaded || !canSee(loaded.facts, by)) throw new NoSuchEdition(edition);
    const row = await tx
      .selectFrom("comment")
      .select("resolved_at")
      .where("id", "=", comment)
      .where("edition_id", "=", edition)
      .where("parent_id", "is", null)
      .executeTakeFirst();
    return row ?? null;
  },
  decide(found, input) {
    if (!found) return refused([{ code: "commentUnknown", clause: "Đ15.k2.b2" }]);
    if (found.resolved_at) return refused([{ code: "commentResolved", clause: "Đ15.k2.b2" }]);
    return done(input);
  },
  evidence: ({ edition, comment }) => ({
    act: "comment.resolve",
    subject: `edition:${edition}`,
    clause: "Đ15.k2.b2",
    content: { comment },
  }),
  async write({ tx, by, at }, { comment }) {
    await tx
      .updateTable("comment")
      .set({ resolved_at: at, resolved_by: by.person })
      .where("id", "=", comment)
      .execute();
    return [];
  },
};
