import type { Actor } from "../board/actor.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Hat } from "../regulation/hats.ts";
import { daysOf, type Period } from "./period.ts";

/** A theme of a plan, with who carries it and how many articles are wanted. */
export interface Theme {
  /** Stays the same from one text of the plan to the next, so that its articles stay with it. */
  readonly key: Id;
  readonly name: string;
  /** Unit responsible; null for every unit. */
  readonly unit: Id | null;
  readonly target: number;
}

export type PlanCode =
  | "planPeriodInvalid"
  | "planPeriodOver"
  | "planThemesMissing"
  | "planThemeIncomplete"
  | "planThemeTwice"
  | "planTargetInvalid"
  | "planUnitUnknown"
  | "planOrientationMissing"
  | "planSame"
  | "planMoved"
  | "planDecided"
  | "planNoteMissing"
  | "planNotDelegated"
  | "planThemeUnknown"
  | "planNotDecided"
  | "planArticleNotYours";

const AIM = "Đ8.k2.g2";
const DECIDE = "Đ9.k2";
const PROPOSERS: readonly Hat[] = ["SECRETARY", "DEPUTY", "STANDING_DEPUTY", "CHIEF"];

export const MOST_THEMES = 20;
const LARGEST_TARGET = 500;

export interface PlanTexts {
  /** Version proposed last; 0 when there is none. */
  readonly latest: number;
  /** Whether that version was decided or returned. */
  readonly outcome: "decided" | "returned" | null;
  readonly same: boolean;
  /** Units that there are in the period. */
  readonly units: readonly Id[];
}

export interface PlanText {
  readonly period: Period | null;
  readonly orientation: string;
  readonly themes: readonly Theme[];
  /** Version that the person had before him. */
  readonly seen: number;
}

/** Why a plan cannot be proposed so; empty when it can (REQ-048). What is over is not planned any more. */
export function proposeRefusals(facts: PlanTexts, text: PlanText, by: Actor, at: Instant): Refusal[] {
  if (!PROPOSERS.some((hat) => hat === by.hat)) return [{ code: "notThisHat", clause: AIM }];
  const { period, orientation, themes, seen } = text;
  if (period === null) return [{ code: "planPeriodInvalid", clause: AIM }];
  if (daysOf(period).to < dayOf(at)) return [{ code: "planPeriodOver", clause: AIM }];
  if (seen !== facts.latest) return [{ code: "planMoved", clause: AIM }];
  const no = (code: PlanCode, detail: Readonly<Record<string, string>> = {}): Refusal => ({
    code,
    clause: AIM,
    detail,
  });
  const names = themes.map(({ name }) => name.toLowerCase());
  return [
    ...(orientation === "" ? [no("planOrientationMissing")] : []),
    ...(themes.length === 0 ? [no("planThemesMissing")] : []),
    ...themes.flatMap(({ name, unit, target }, place) => {
      const line = { line: String(place + 1), name };
      return [
        ...(name === "" ? [no("planThemeIncomplete", line)] : []),
        ...(name !== "" && names.indexOf(name.toLowerCase()) !== place ? [no("planThemeTwice", line)] : []),
        ...(Number.isInteger(target) && target >= 1 && target <= LARGEST_TARGET ? [] : [no("planTargetInvalid", line)]),
        ...(unit === null || facts.units.includes(unit) ? [] : [no("planUnitUnknown", line)]),
      ];
    }),
    ...(facts.same ? [no("planSame")] : []),
  ];
}

/** The paper under which somebody decides a plan: none for the head of the board, his delegation for the standing deputy. */
export function decidesUnder(by: Actor): { readonly may: boolean; readonly delegation: Id | null } {
  if (by.hat === "CHIEF") return { may: true, delegation: null };
  const paper = by.delegations.find(({ powers }) => powers.includes("plan.decide"));
  return { may: by.hat === "STANDING_DEPUTY" && paper !== undefined, delegation: paper?.id ?? null };
}

export interface Decision {
  readonly period: Period;
  readonly version: number;
  readonly outcome: "decided" | "returned";
  readonly note: string;
}

/** Why this text of a plan cannot be decided on; empty when it can (REQ-056, A-23). */
export function decideRefusals(
  { latest, outcome }: Pick<PlanTexts, "latest" | "outcome">,
  decision: Decision,
  by: Actor,
  at: Instant,
): Refusal[] {
  if (!decidesUnder(by).may)
    return [{ code: by.hat === "STANDING_DEPUTY" ? "planNotDelegated" : "notThisHat", clause: DECIDE }];
  if (decision.version !== latest) return [{ code: "planMoved", clause: DECIDE }];
  if (outcome !== null) return [{ code: "planDecided", clause: DECIDE }];
  return [
    ...(daysOf(decision.period).to < dayOf(at) ? [{ code: "planPeriodOver", clause: DECIDE }] : []),
    ...(decision.outcome === "returned" && decision.note === "" ? [{ code: "planNoteMissing", clause: DECIDE }] : []),
  ];
}
