import type { Command } from "../../act.ts";
import type { Day } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { indexEntry } from "../../search/questions.ts";
import { clauseOf, entryUnknown, expireRefusals } from "../rules.ts";
import { catalogueEntry } from "../search-source.ts";
import { type Entry, entryById } from "../services.queries.ts";

export interface Expiring {
  readonly id: Id;
  /** First day on which it is no longer in force. */
  readonly on: Day;
  readonly reason: string;
}

/** Labels an entry "hết hiệu lực". Its address and its text stay. */
export const expireEntry: Command<Expiring, Entry | null, Expiring & { readonly entry: Entry }> = {
  name: "catalogue.expire",
  load: ({ tx }, { id }) => entryById(tx, id),
  decide(entry, typed, by) {
    const input = { ...typed, reason: normalizeLine(typed.reason) };
    if (!entry) return refused([entryUnknown()]);
    const refusals = expireRefusals(entry, input, by);
    return refusals.length > 0 ? refused(refusals) : done({ ...input, entry });
  },
  evidence: ({ entry, on, reason }) => ({
    act: "catalogue.expire",
    subject: `${entry.kind}:${entry.id}`,
    clause: clauseOf(entry.kind),
    reason,
    content: { name: entry.content.name, version: entry.version, on },
  }),
  async write({ tx }, { entry, on, reason }) {
    await tx
      .updateTable("catalogue_entry")
      .set({ expired_on: on, expired_reason: reason })
      .where("id", "=", entry.id)
      .execute();
    await indexEntry(tx, await catalogueEntry(tx, entry.id));
    return [{ kind: "pages", tags: ["services"] }];
  },
};
