import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { type Hat, POWERS } from "../regulation/hats.ts";
import { type Actor, isInForce } from "./actor.ts";
import type { Board } from "./board.ts";
import { type BoardCode, isDay, isReason, no, readable } from "./rules.ts";

/** Who may sign a delegation: the head of the board, and the Director who directs it (Đ10.p3, Đ5.k2). */
export const DELEGATORS: readonly Hat[] = ["CHIEF", "DIRECTOR"];
/** Who may be given the head's work (Đ10.p3). */
export const DELEGATE: Hat = "STANDING_DEPUTY";

export interface DelegationInput {
  readonly to: Id;
  readonly powers: readonly string[];
  readonly from: Day;
  /** Last day, inclusive. */
  readonly until: Day;
  readonly document: string;
  readonly reason: string;
}

/**
 * Every reason why `by` may not delegate (Đ10.p3, A-23, REQ-059). He signs in his own hat: whoever acts under a
 * delegation has none to give.
 */
export function delegateRefusals(board: Board, input: DelegationInput, by: Actor, today: Day): Refusal<BoardCode>[] {
  const refusals: Refusal<BoardCode>[] = [];
  if (!DELEGATORS.some((hat) => hat === by.hat)) {
    refusals.push(no(by.hat === DELEGATE ? "delegationChain" : "notThisHat", "Đ10.p3"));
  }
  if (input.to === by.person) refusals.push(no("selfDelegation", "Đ10.p3"));
  refusals.push(...delegateHatRefusals(board, input, today));
  if (input.powers.length === 0 || !input.powers.every((power) => Object.hasOwn(POWERS, power)))
    refusals.push(no("powersMissing", "Đ10.p3"));
  if (!isDay(input.from) || !isDay(input.until)) refusals.push(no("dayInvalid", "Đ10.p3"));
  else if (input.until < input.from) refusals.push(no("periodInverted", "Đ10.p3"));
  else if (input.until < today) refusals.push(no("delegationPast", "Đ10.p3"));
  if (!input.document) refusals.push(no("documentMissing", "Đ10.p3"));
  if (!isReason(input.reason)) refusals.push(no("reasonTooShort", "Đ10.p3"));
  return refusals;
}

/** Worn on the first day that is not yet over. */
function delegateHatRefusals(board: Board, { to, from }: DelegationInput, today: Day): Refusal<BoardCode>[] {
  const day = from > today ? from : today;
  const wears = board.appointments.some((item) => item.person === to && item.hat === DELEGATE && isInForce(item, day));
  return wears ? [] : [no("delegateNotStandingDeputy", "Đ10.p3")];
}

export interface Revocation {
  readonly delegation: Id;
  readonly reason: string;
}

/** Why `by` may not revoke: only whoever holds the office that signed, or the Director, and once. */
export function revokeRefusals(board: Board, input: Revocation, by: Actor): Refusal<BoardCode>[] {
  const refusals: Refusal<BoardCode>[] = isReason(input.reason) ? [] : [no("reasonTooShort", "Đ10.p3")];
  const found = board.delegations.find(({ id }) => id === input.delegation);
  if (!found) return [...refusals, no("delegationUnknown", "Đ10.p3")];
  if (found.revokedOn !== null) refusals.push(no("delegationRevoked", "Đ10.p3", { day: readable(found.revokedOn) }));
  if (by.hat !== "DIRECTOR" && by.hat !== found.fromHat) refusals.push(no("notYourDelegation", "Đ10.p3"));
  return refusals;
}
