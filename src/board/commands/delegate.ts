import type { Command } from "../../act.ts";
import { dayOf } from "../../kernel/clock.ts";
import { type Id, newId } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine, normalizeText } from "../../kernel/vietnamese.ts";
import { POWER_NAMES, type Power } from "../../regulation/hats.ts";
import { readBoard } from "../board.queries.ts";
import type { Board } from "../board.ts";
import { DELEGATE, type DelegationInput, delegateRefusals } from "../delegation-rules.ts";

export interface Delegated extends DelegationInput {
  readonly id: Id;
  readonly powers: readonly Power[];
}

/**
 * The head of the board, or the Director, lets the standing deputy do named work of his for a period by a numbered
 * paper (Đ10.p3, A-23). Refuses chains, self-issue and anybody but the standing deputy (REQ-059).
 */
export const delegate: Command<DelegationInput, Board, Delegated> = {
  name: "delegation.add",
  load: ({ tx }) => readBoard(tx),
  decide(board, typed, by, at) {
    const input: DelegationInput = {
      ...typed,
      document: normalizeLine(typed.document),
      reason: normalizeText(typed.reason).trim(),
    };
    const refusals = delegateRefusals(board, input, by, dayOf(at));
    if (refusals.length > 0) return refused(refusals);
    return done({ ...input, id: newId(), powers: POWER_NAMES.filter((power) => input.powers.includes(power)) });
  },
  evidence: ({ id, reason, ...content }) => ({
    act: "delegation.add",
    subject: `delegation:${id}`,
    clause: "Đ10.p3",
    reason,
    content,
  }),
  async write({ tx, by, at }, change) {
    await tx
      .insertInto("delegation")
      .values({
        id: change.id,
        from_person: by.person,
        from_hat: by.hat,
        to_person: change.to,
        to_hat: DELEGATE,
        powers: JSON.stringify(change.powers),
        from_day: change.from,
        to_day: change.until,
        document_number: change.document,
        reason: change.reason,
        created_at: at,
        revoked_at: null,
        revoke_reason: null,
      })
      .execute();
    return [];
  },
};
