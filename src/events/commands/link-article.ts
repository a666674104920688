import type { Command } from "../../act.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import type { Tx } from "../../storage/database.ts";
import { type CentreEvent, eventById } from "../events.queries.ts";
import { EVENT_TAG } from "../paths.ts";
import { type ArticleFacts, CLAUSE, linkRefusals, no } from "../rules.ts";

interface Linking {
  readonly event: Id;
  readonly article: Id;
}

interface State {
  readonly event: CentreEvent | null;
  readonly article: ArticleFacts | null;
}

/** Says that an article tells of an event (REQ-125). What closes the duty is when it was posted, not this. */
export const linkArticle: Command<Linking, State, { readonly event: CentreEvent; readonly article: Id }> = {
  name: "event.link",
  load: async ({ tx }, input) => ({
    event: await eventById(tx, input.event),
    article: await articleFacts(tx, input.article),
  }),
  decide({ event, article }, input, by) {
    if (!event) return refused([no("eventUnknown")]);
    const refusals = linkRefusals(event, article, by);
    return refusals.length > 0 ? refused(refusals) : done({ event, article: input.article });
  },
  evidence: ({ event, article }) => ({
    act: "event.link",
    subject: `event:${event.id}`,
    clause: CLAUSE,
    content: { name: event.content.title, article },
  }),
  async write({ tx, by, at }, { event, article }, _, seq) {
    await tx
      .insertInto("event_article")
      .values({
        id: newId(),
        event_id: event.id,
        article_id: article,
        person_id: by.person,
        hat: by.hat,
        at,
        seq,
        undone_at: null,
        undone_reason: null,
        undone_seq: null,
      })
      .execute();
    return event.isPublic ? [{ kind: "pages", tags: [EVENT_TAG] }] : [];
  },
};

async function articleFacts(tx: Tx, id: Id): Promise<ArticleFacts | null> {
  const row = await tx
    .selectFrom("article as a")
    .leftJoin("event_article as l", (join) => join.onRef("l.article_id", "=", "a.id").on("l.undone_at", "is", null))
    .select(["a.unit_id", "a.author_id", "a.first_published_at", "l.event_id"])
    .where("a.id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const told = row.event_id === null ? null : await eventById(tx, row.event_id);
  return {
    unit: row.unit_id,
    author: row.author_id,
    firstPublishedAt: row.first_published_at,
    event: told && { id: told.id, title: told.content.title },
  };
}
