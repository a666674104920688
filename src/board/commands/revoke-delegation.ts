import type { Command } from "../../act.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeText } from "../../kernel/vietnamese.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";
import { type Revocation, revokeRefusals } from "../delegation-rules.ts";

/** Ends a delegation at once; what was done under it stays as it was. Only the office that signed it, or the Director. */
export const revokeDelegation: Command<Revocation, Board, Revocation> = {
  name: "delegation.revoke",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by) {
    const input = { ...typed, reason: normalizeText(typed.reason).trim() };
    const refusals = revokeRefusals(board, input, by);
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ delegation, reason }) => ({
    act: "delegation.revoke",
    subject: `delegation:${delegation}`,
    clause: "Đ10.p3",
    reason,
  }),
  async write({ tx, at }, { delegation, reason }) {
    await tx
      .updateTable("delegation")
      .set({ revoked_at: at, revoke_reason: reason })
      .where("id", "=", delegation)
      .execute();
    return [];
  },
};
