import type { Actor } from "../board/actor.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { advancing, offersTo, othersWhoCan } from "./offers.ts";
import type { OpenEdition, OpenEditions } from "./open-editions.queries.ts";
import type { Choice } from "./workflow.ts";

/** An article that waits for somebody to carry it on. */
export interface Waiting {
  readonly open: OpenEdition;
  /** What he can do to carry it on. */
  readonly offers: readonly Choice[];
  /** Who else could take it. */
  readonly others: readonly Id[];
}

/**
 * What waits for `by`, longest wait first: exactly the editions that he can carry on now. His own drafts are not
 * among them (nobody waits for those) unless they were sent back to him.
 */
export function waitingFor(by: Actor, { editions, actors }: OpenEditions, at: Instant): Waiting[] {
  return editions.flatMap((open) => {
    if (isOwnDraft(open, by)) return [];
    const offers = advancing(offersTo(by, open.facts, open.around, actors, at));
    if (offers.length === 0) return [];
    return [{ open, offers, others: othersWhoCan(open.facts, open.around, actors, by.person, at) }];
  });
}

function isOwnDraft({ facts, lastAct }: OpenEdition, by: Actor): boolean {
  return facts.state === "DRAFT" && facts.author === by.person && lastAct !== "returnToAuthor";
}
