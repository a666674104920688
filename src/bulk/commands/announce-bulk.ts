import type { Command } from "../../act.ts";
import { isReason } from "../../board/rules.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import type { BulkCode } from "../words.ts";

interface Announced {
  readonly list: string;
  readonly action: string;
  readonly items: readonly Id[];
  readonly reason: string;
}

const no = (code: BulkCode): Refusal<BulkCode> => ({ code, clause: "Đ5.k3" });

/**
 * Keeps in the log that one thing is about to be asked for many, with the one reason for all of them. Each item is then
 * judged and kept by its own command.
 */
export const announceBulk: Command<Announced, null, Announced> = {
  name: "bulk.run",
  load: async () => null,
  decide(_, typed) {
    const input = { ...typed, reason: normalizeLine(typed.reason) };
    const refusals: Refusal[] = [];
    if (input.items.length === 0) refusals.push(no("bulkNothing"));
    if (!isReason(input.reason)) refusals.push(no("bulkReason"));
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ list, action, items, reason }) => ({
    act: "bulk.run",
    subject: `bulk:${newId()}`,
    clause: "Đ5.k3",
    reason,
    content: { list, action, items: [...items] },
  }),
  write: async () => [],
};
