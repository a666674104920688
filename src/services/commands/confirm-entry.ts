import type { Command } from "../../act.ts";
import { type Day, dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { clauseOf, confirmRefusals, entryChanged, entryUnknown } from "../rules.ts";
import { type Entry, entryById } from "../services.queries.ts";

interface Confirmation {
  readonly id: Id;
  /** The version that was looked at, where that was on an earlier page: what was changed since is not confirmed. */
  readonly seen?: number;
}

export interface Confirmed {
  readonly entry: Entry;
  readonly on: Day;
  readonly reviewOn: Day;
}

/** "Vẫn đúng": its owner looked at an entry and it still holds; it is looked at again in a year. */
export const confirmEntry: Command<Confirmation, Entry | null, Confirmed> = {
  name: "catalogue.confirm",
  load: ({ tx }, { id }) => entryById(tx, id),
  decide(entry, { seen = entry?.version }, by, at) {
    if (!entry) return refused([entryUnknown()]);
    if (entry.version !== seen) return refused([entryChanged(entry)]);
    const refusals = confirmRefusals(entry, by);
    if (refusals.length > 0) return refused(refusals);
    const on = dayOf(at);
    return done({ entry, on, reviewOn: Temporal.PlainDate.from(on).add({ years: 1 }).toString() });
  },
  evidence: ({ entry, reviewOn }) => ({
    act: "catalogue.confirm",
    subject: `${entry.kind}:${entry.id}`,
    clause: clauseOf(entry.kind),
    content: { name: entry.content.name, version: entry.version, reviewOn },
  }),
  async write({ tx }, { entry, on, reviewOn }) {
    await tx
      .updateTable("catalogue_entry")
      .set({ confirmed_on: on, review_on: reviewOn })
      .where("id", "=", entry.id)
      .execute();
    return [{ kind: "pages", tags: ["services"] }];
  },
};
