import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Hat } from "../regulation/hats.ts";
import { type DisclosureCode, type EntryState, no } from "./rules.ts";

/** An order to withhold data in a published entry, with who confirmed it. */
export interface RedactionFacts {
  readonly confirmations: readonly { readonly person: Id; readonly hat: Hat }[];
  readonly isExecuted: boolean;
  /** One person holds both offices today: then the standing deputy is the second. */
  readonly chiefIsDirector: boolean;
}

const CONFIRMERS: readonly string[] = ["CHIEF", "DIRECTOR", "STANDING_DEPUTY"];
const PROPOSERS: readonly string[] = ["SECRETARY", "CHIEF"];

export interface OrderInput {
  readonly orderNumber: string;
  /** Whether the day exists. */
  readonly hasDay: boolean;
  readonly orderIssuer: string;
  readonly reason: string;
  /** The text that is to stand there instead differs and still says something. */
  readonly differs: boolean;
  readonly isFilled: boolean;
}

/** Whether an order may be entered: only for what is public, with its number, day and issuer. */
export function proposeRefusals(
  by: Actor,
  state: EntryState,
  hasOpen: boolean,
  input: OrderInput,
): Refusal<DisclosureCode>[] {
  const refusals: Refusal<DisclosureCode>[] = [];
  if (!PROPOSERS.includes(by.hat)) refusals.push(no("notThisHat"));
  if (state !== "PUBLISHED" && state !== "SUPERSEDED") refusals.push(no("disclosureNotPublic"));
  if (hasOpen) refusals.push(no("disclosureRedactionOpen"));
  if (!input.orderNumber || !input.orderIssuer) refusals.push(no("disclosureOrderMissing"));
  if (!input.hasDay) refusals.push(no("disclosureDayInvalid"));
  if (input.reason.trim().length < 10) refusals.push(no("disclosureReasonShort"));
  if (!input.isFilled) refusals.push(no("disclosureEmpty", "Đ13.k1.c.g3"));
  else if (!input.differs) refusals.push(no("disclosureUnredacted"));
  return refusals;
}

/**
 * Head of the board and Director, two persons. Where one person holds both offices the standing deputy is the second,
 * under a delegation in force that names this very power (A-07, Đ10.p3).
 */
export function confirmRefusals(by: Actor, facts: RedactionFacts): Refusal<DisclosureCode>[] {
  if (facts.isExecuted) return [no("disclosureRedactionDone")];
  if (!CONFIRMERS.includes(by.hat)) return [no("notThisHat")];
  if (by.hat === "STANDING_DEPUTY" && !facts.chiefIsDirector) return [no("notThisHat")];
  if (by.hat === "STANDING_DEPUTY" && !by.delegations.some(({ powers }) => powers.includes("disclosure.redact"))) {
    return [no("disclosureNotDelegated", "Đ10.p3")];
  }
  if (facts.confirmations.some(({ person }) => person === by.person)) {
    return [no(facts.chiefIsDirector ? "disclosureSecondPerson" : "disclosureConfirmedAlready")];
  }
  return facts.confirmations.some(({ hat }) => hat === by.hat) ? [no("disclosureConfirmedAlready")] : [];
}

/** Two persons, the head of the board or the Director among them. */
export function isConfirmed({ confirmations }: RedactionFacts): boolean {
  const persons = new Set(confirmations.map(({ person }) => person));
  return persons.size >= 2 && confirmations.some(({ hat }) => hat !== "STANDING_DEPUTY");
}

export function executeRefusals(by: Actor, facts: RedactionFacts): Refusal<DisclosureCode>[] {
  if (facts.isExecuted) return [no("disclosureRedactionDone")];
  if (by.hat !== "SECRETARY") return [no("notThisHat")];
  return isConfirmed(facts) ? [] : [no("disclosureTwoNeeded")];
}
