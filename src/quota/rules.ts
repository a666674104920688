import type { Actor } from "../board/actor.ts";
import { isDay, readable } from "../board/rules.ts";
import { type Day, dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { addMonths, type Month, monthOf, writtenMonth } from "../kernel/months.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Exemption } from "./exemptions.ts";
import { isLevel } from "./levels.ts";

export type MarkCode =
  | "markNotPublished"
  | "markOwn"
  | "markBySecretary"
  | "markLevelMissing"
  | "markNoteMissing"
  | "markReasonMissing"
  | "markMoved";

export type ExemptionCode =
  | "exemptUnitUnknown"
  | "exemptMonthsInvalid"
  | "exemptTooLong"
  | "exemptDecisionMissing"
  | "exemptDayInvalid"
  | "exemptReasonMissing"
  | "exemptFrozen"
  | "exemptTwice"
  | "exemptGone";

/** A mark, as far as a later one must know it. */
export interface LatestMark {
  readonly version: number;
  readonly level: string;
  readonly unmet: readonly string[];
  readonly note: string;
}

export interface MarkFacts {
  /** Month of first publication; null while nobody has read it. */
  readonly month: Month | null;
  readonly unit: Id;
  /** The author and whoever wrote the text before it was sent to the board. */
  readonly writers: readonly Id[];
  /** Everybody who wears the secretary's hat today, and the units he heads. */
  readonly secretaries: readonly { readonly person: Id; readonly heads: readonly Id[] }[];
  readonly latest: LatestMark | null;
  readonly isFrozen: boolean;
}

export interface MarkInput {
  readonly level: string;
  /** Criteria it misses. */
  readonly unmet: readonly string[];
  readonly note: string;
  /** Why it is changed after the month. */
  readonly reason: string;
  /** Version of the mark that the person had before him; 0 for none. */
  readonly seen: number;
}

const MARK = "Đ11.g2";
const QUOTA = "Đ16.k3";

/**
 * Who marks an article today: the secretary; where every secretary wrote it or heads its unit, also the head of the
 * board or the standing deputy. Nobody marks what he wrote himself.
 */
export function mayMark({ writers, secretaries, unit }: MarkFacts, by: Pick<Actor, "person" | "hat">): Refusal[] {
  if (by.hat !== "SECRETARY" && by.hat !== "CHIEF" && by.hat !== "STANDING_DEPUTY")
    return [{ code: "notThisHat", clause: MARK }];
  if (writers.includes(by.person)) return [{ code: "markOwn", clause: MARK }];
  const isForSecretary = secretaries.some(({ person, heads }) => !writers.includes(person) && !heads.includes(unit));
  return by.hat !== "SECRETARY" && isForSecretary ? [{ code: "markBySecretary", clause: MARK }] : [];
}

/** Whether a mark given now needs a reason: the month is frozen, or it is over and a mark is changed. */
export function needsReason({ month, latest, isFrozen }: MarkFacts, at: Instant): boolean {
  return isFrozen || (latest !== null && month !== null && month < monthOf(at));
}

/** Why an article cannot be marked so; empty when it can (REQ-062). */
export function markRefusals(facts: MarkFacts, input: MarkInput, by: Actor, at: Instant): Refusal[] {
  const refusals: Refusal[] = mayMark(facts, by);
  if (facts.month === null) refusals.push({ code: "markNotPublished", clause: MARK });
  if (refusals.length > 0) return refusals;
  if ((facts.latest?.version ?? 0) !== input.seen) return [{ code: "markMoved", clause: MARK }];
  if (!isLevel(input.level)) refusals.push({ code: "markLevelMissing", clause: MARK });
  else if (input.level !== "good" && input.note === "" && input.unmet.length === 0)
    refusals.push({ code: "markNoteMissing", clause: MARK });
  if (needsReason(facts, at) && input.reason === "")
    refusals.push({ code: "markReasonMissing", clause: MARK, detail: { month: writtenMonth(facts.month!) } });
  return refusals;
}

export interface ExemptionFacts {
  /** Null when there is no such unit, or one that owes no articles at all. */
  readonly unit: { readonly name: string } | null;
  readonly existing: readonly Exemption[];
  readonly frozen: readonly Month[];
}

export interface ExemptionInput {
  readonly unit: Id;
  /** As read from the form; null when they are no months. */
  readonly from: Month | null;
  readonly to: Month | null;
  readonly decision: string;
  /** `YYYY-MM-DD`, or whatever was typed. */
  readonly decisionDay: Day;
  readonly reason: string;
}

const LONGEST = 12;

/** Why a unit cannot be let off so; empty when it can. Only who directs decides it, and before the month is frozen. */
export function exemptionRefusals(
  { unit, existing, frozen }: ExemptionFacts,
  input: ExemptionInput,
  by: Actor,
  at: Instant,
): Refusal[] {
  const refusals = decisionRefusals(input, by, at);
  if (refusals.some(({ code }) => code === "notThisHat")) return refusals;
  const no = (code: ExemptionCode, detail?: Readonly<Record<string, string>>) =>
    refusals.push({ code, clause: QUOTA, ...(detail ? { detail } : {}) });
  if (!unit) no("exemptUnitUnknown");
  const { from, to } = input;
  if (from === null || to === null || from > to) {
    no("exemptMonthsInvalid");
    return refusals;
  }
  if (to >= addMonths(from, LONGEST)) no("exemptTooLong");
  const closed = frozen.find((month) => from <= month && month <= to);
  if (closed) no("exemptFrozen", { month: writtenMonth(closed) });
  const twice = existing.find((one) => one.unit === input.unit && one.from <= to && from <= one.to);
  if (twice) no("exemptTwice", { decision: twice.decision });
  return refusals;
}

/** What every paper about the quota must say, and who may give it. */
export function decisionRefusals(
  { decision, decisionDay, reason }: Pick<ExemptionInput, "decision" | "decisionDay" | "reason">,
  by: Actor,
  at: Instant,
): Refusal[] {
  if (by.hat !== "CHIEF" && by.hat !== "DIRECTOR") return [{ code: "notThisHat", clause: QUOTA }];
  const today = dayOf(at);
  return [
    ...(decision === "" ? [{ code: "exemptDecisionMissing", clause: QUOTA }] : []),
    ...(isDay(decisionDay) && decisionDay <= today
      ? []
      : [{ code: "exemptDayInvalid", clause: QUOTA, detail: { today: readable(today) } }]),
    ...(reason === "" ? [{ code: "exemptReasonMissing", clause: QUOTA }] : []),
  ];
}
