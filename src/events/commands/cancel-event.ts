import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { indexEntry } from "../../search/questions.ts";
import { type CentreEvent, eventById } from "../events.queries.ts";
import { EVENT_TAG } from "../paths.ts";
import { CLAUSE, cancelRefusals, no } from "../rules.ts";
import { eventEntry } from "../search-source.ts";

interface Cancelling {
  readonly id: Id;
  readonly reason: string;
}

/** Cancels an event: nobody owes an article of it any more. Its page stays and says why. */
export const cancelEvent: Command<
  Cancelling,
  CentreEvent | null,
  { readonly event: CentreEvent; readonly reason: string }
> = {
  name: "event.cancel",
  load: ({ tx }, { id }) => eventById(tx, id),
  decide(event, input, by, at) {
    if (!event) return refused([no("eventUnknown")]);
    const reason = normalizeLine(input.reason);
    const refusals = cancelRefusals(event, reason, by, at);
    return refusals.length > 0 ? refused(refusals) : done({ event, reason });
  },
  evidence: ({ event, reason }) => ({
    act: "event.cancel",
    subject: `event:${event.id}`,
    clause: CLAUSE,
    reason,
    content: { name: event.content.title, version: event.version, endsAt: event.endsAt },
  }),
  async write({ tx, at }, { event, reason }) {
    await tx.updateTable("event").set({ cancelled_at: at, cancel_reason: reason }).where("id", "=", event.id).execute();
    if (!event.isPublic) return [];
    await indexEntry(tx, await eventEntry(tx, event.id));
    return [{ kind: "pages", tags: [EVENT_TAG] }];
  },
};
