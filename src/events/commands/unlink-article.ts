import type { Command } from "../../act.ts";
import { isReason } from "../../board/rules.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { type CentreEvent, eventById, type LinkedArticle } from "../events.queries.ts";
import { EVENT_TAG } from "../paths.ts";
import { mayKeep } from "../permissions.ts";
import { CLAUSE, type EventCode, no } from "../rules.ts";

interface Unlinking {
  readonly event: Id;
  readonly link: Id;
  readonly reason: string;
}

interface Unlinked {
  readonly event: CentreEvent;
  readonly linked: LinkedArticle;
  readonly reason: string;
}

/** Takes back a link made by mistake, with its reason; the link itself is kept. */
export const unlinkArticle: Command<Unlinking, CentreEvent | null, Unlinked> = {
  name: "event.unlink",
  load: ({ tx }, { event }) => eventById(tx, event),
  decide(event, input, by) {
    if (!event) return refused([no("eventUnknown")]);
    const reason = normalizeLine(input.reason);
    const linked = event.articles.find(({ link }) => link === input.link);
    const refusals: Refusal<EventCode>[] = [];
    if (!mayKeep(by, event.unit)) refusals.push(no("eventNotYours"));
    if (!linked) refusals.push(no("eventLinkUnknown"));
    if (!isReason(reason)) refusals.push(no("eventReasonMissing", { name: "ly-do-bo" }));
    return refusals.length > 0 || !linked ? refused(refusals) : done({ event, linked, reason });
  },
  evidence: ({ event, linked, reason }) => ({
    act: "event.unlink",
    subject: `event:${event.id}`,
    clause: CLAUSE,
    reason,
    content: { name: event.content.title, article: linked.article, link: linked.link },
  }),
  async write({ tx, at }, { event, linked, reason }, _, seq) {
    await tx
      .updateTable("event_article")
      .set({ undone_at: at, undone_reason: reason, undone_seq: seq })
      .where("id", "=", linked.link)
      .execute();
    return event.isPublic ? [{ kind: "pages", tags: [EVENT_TAG] }] : [];
  },
};
