import type { Actor } from "../board/actor.ts";
import { isDay, isReason } from "../board/rules.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import {
  INSPECTION_STATES,
  type InspectionAct,
  type InspectionState,
  inspectionMove,
  isInspectionType,
  TEAM_HATS,
} from "./moves.ts";

export type InspectionCode =
  | "inspectionUnknown"
  | "inspectionNotNow"
  | "inspectionNotYours"
  | "inspectionOwnUnit"
  | "inspectionOtherUnit"
  | "inspectionSayWhy"
  | "inspectionTypeUnknown"
  | "inspectionTitleMissing"
  | "inspectionDecisionMissing"
  | "inspectionPeriodInverted"
  | "inspectionPeriodNotOver"
  | "inspectionNoUnit"
  | "inspectionUnitUnknown"
  | "inspectionYearlyAllUnits"
  | "inspectionYearlyTooLong"
  | "inspectionNoTeam"
  | "inspectionMemberUnknown"
  | "inspectionUnitWithoutInspector"
  | "inspectionNoCriteria"
  | "inspectionDrawn"
  | "inspectionNotDrawn"
  | "inspectionMarksMissing"
  | "inspectionComputed"
  | "inspectionMarkOutOfRange"
  | "inspectionMarkUnexplained"
  | "inspectionArticleNotDrawn"
  | "inspectionFindingMissing"
  | "inspectionExplanationOpen"
  | "inspectionNotConcluded"
  | "inspectionDrafted"
  | "inspectionCategoryMissing"
  | "inspectionNoSuchScore"
  | "inspectionSameScore"
  | "weightsNot100"
  | "weightInvalid"
  | "criterionNameMissing"
  | "criterionTwice"
  | "criterionSourceUnknown"
  | "criteriaDayInvalid"
  | "criteriaNameMissing";

const no = (
  code: InspectionCode,
  clause: string,
  detail?: Readonly<Record<string, string>>,
): Refusal<InspectionCode> => (detail ? { code, clause, detail } : { code, clause });

export interface Standing {
  readonly state: InspectionState;
  /** Those appointed to inspect. */
  readonly team: readonly Id[];
  readonly units: readonly Id[];
}

/**
 * Why a step may not be taken now by this person in this hat; empty when it may. `unit` is the unit it is about,
 * `interested` whether that is his own (his unit, one he heads or writes for).
 */
export function stepRefusals(
  { state, team, units }: Standing,
  act: InspectionAct,
  by: Pick<Actor, "person" | "hat" | "units">,
  { unit = null, interested = false, text = "" }: { unit?: Id | null; interested?: boolean; text?: string } = {},
): Refusal<InspectionCode>[] {
  const move = inspectionMove(act);
  const refusals: Refusal<InspectionCode>[] = [];
  const byHat = move.hats.some((hat) => hat === by.hat);
  const byTeam = move.team && team.includes(by.person) && TEAM_HATS.some((hat) => hat === by.hat);
  if (!byHat && !byTeam) refusals.push(no("inspectionNotYours", move.clause, { act: move.label }));
  if (!move.from.includes(state)) {
    const early = (act === "draft" || act === "correct") && (state === "OPEN" || state === "EXPLAINING");
    refusals.push(
      early
        ? no("inspectionNotConcluded", move.clause)
        : no("inspectionNotNow", move.clause, { act: move.label, state: INSPECTION_STATES[state] }),
    );
  }
  if (move.unit !== "none" && (unit === null || !units.includes(unit)))
    refusals.push(no("inspectionUnitUnknown", move.clause));
  if (move.unit === "other" && interested) refusals.push(no("inspectionOwnUnit", "Đ22.k2"));
  if (move.unit === "own" && byHat && (unit === null || !by.units.includes(unit))) {
    refusals.push(no("inspectionOtherUnit", move.clause));
  }
  if (move.said && !isReason(text)) refusals.push(no("inspectionSayWhy", move.clause, { act: move.label }));
  return refusals;
}

/** Papers by which somebody belongs to a unit. */
export interface Belonging {
  readonly person: Id;
  readonly unit: Id;
  /** Last day, inclusive; null while it lasts. */
  readonly to: Day | null;
}

/** Whether a unit is somebody's own in an inspection of a period that begins on `from`: now, or at any time since. */
export const isInterested = (belongings: readonly Belonging[], person: Id, unit: Id, from: Day): boolean =>
  belongings.some((one) => one.person === person && one.unit === unit && (one.to === null || one.to >= from));

export interface PlanInput {
  readonly type: string;
  readonly title: string;
  readonly decision: string;
  readonly from: Day;
  readonly to: Day;
  readonly units: readonly Id[];
  readonly team: readonly Id[];
  readonly sampleSize: number;
}

export interface PlanFacts {
  /** Units that can be inspected in the period. */
  readonly units: readonly { readonly id: Id; readonly name: string }[];
  /** Those who wear a hat that inspects. */
  readonly inspectors: readonly Id[];
  readonly belongings: readonly Belonging[];
  readonly hasCriteria: boolean;
}

/** Everything that is wrong with an inspection as ordered. */
export function planRefusals(input: PlanInput, facts: PlanFacts, by: Pick<Actor, "hat">): Refusal<InspectionCode>[] {
  const refusals: Refusal<InspectionCode>[] = [];
  const clause = input.type === "yearly" ? "Đ22.k1" : "Đ22.k2";
  if (!inspectionMove("plan").hats.some((hat) => hat === by.hat)) {
    refusals.push(no("inspectionNotYours", clause, { act: inspectionMove("plan").label }));
  }
  if (!isInspectionType(input.type)) refusals.push(no("inspectionTypeUnknown", clause));
  if (input.title === "" || input.title.length > 300) refusals.push(no("inspectionTitleMissing", clause));
  if (input.decision === "" || input.decision.length > 200) refusals.push(no("inspectionDecisionMissing", clause));
  if (!isDay(input.from) || !isDay(input.to) || input.from > input.to)
    refusals.push(no("inspectionPeriodInverted", clause));
  else if (input.type === "yearly" && daysOf(input.from, input.to) > 366)
    refusals.push(no("inspectionYearlyTooLong", clause));
  if (!facts.hasCriteria) refusals.push(no("inspectionNoCriteria", clause));
  if (input.units.length === 0) refusals.push(no("inspectionNoUnit", clause));
  if (input.units.some((unit) => !facts.units.some(({ id }) => id === unit)))
    refusals.push(no("inspectionUnitUnknown", clause));
  const left = facts.units.filter(({ id }) => !input.units.includes(id));
  if (input.type === "yearly" && left.length > 0) {
    refusals.push(no("inspectionYearlyAllUnits", "Đ22.k1", { units: left.map(({ name }) => name).join(", ") }));
  }
  if (input.team.length === 0) refusals.push(no("inspectionNoTeam", clause));
  if (input.team.some((person) => !facts.inspectors.includes(person)))
    refusals.push(no("inspectionMemberUnknown", clause));
  const alone = facts.units.filter(
    ({ id }) =>
      input.units.includes(id) &&
      input.team.length > 0 &&
      input.team.every((person) => isInterested(facts.belongings, person, id, input.from)),
  );
  for (const { name } of alone) refusals.push(no("inspectionUnitWithoutInspector", clause, { unit: name }));
  return refusals;
}

const daysOf = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1;

export interface MarkInput {
  readonly unit: Id;
  /** "" for an article or a finding. */
  readonly criterion: string;
  readonly article: Id | null;
  readonly value: number | null;
  readonly note: string;
}

/** What is wrong with the mark itself; who may give it is `stepRefusals`. */
export function markRefusals(
  { criterion, article, value, note, unit }: MarkInput,
  facts: {
    readonly manual: readonly string[];
    readonly sample: readonly { readonly unit: Id; readonly article: Id }[];
  },
): Refusal<InspectionCode>[] {
  const clause = "Đ22.k2";
  if (criterion !== "") {
    if (!facts.manual.includes(criterion)) return [no("inspectionComputed", clause)];
    if (value === null || !Number.isInteger(value) || value < 0 || value > 100)
      return [no("inspectionMarkOutOfRange", clause)];
    return isReason(note) ? [] : [no("inspectionMarkUnexplained", clause)];
  }
  if (article !== null) {
    if (!facts.sample.some((one) => one.unit === unit && one.article === article))
      return [no("inspectionArticleNotDrawn", clause)];
    if (value !== 0 && value !== 100) return [no("inspectionMarkOutOfRange", clause)];
    return value === 100 || isReason(note) ? [] : [no("inspectionMarkUnexplained", clause)];
  }
  return isReason(note) ? [] : [no("inspectionFindingMissing", clause)];
}

export interface CriterionInput {
  readonly name: string;
  readonly weight: number;
  readonly source: string;
  readonly guide: string;
}

/** What is wrong with a set of criteria: weights are whole and 100 together, names differ, the day is a day. */
export function criteriaRefusals(
  set: { readonly name: string; readonly from: Day; readonly criteria: readonly CriterionInput[] },
  sources: readonly string[],
): Refusal<InspectionCode>[] {
  const clause = "Đ22.k1";
  const { criteria } = set;
  const refusals: Refusal<InspectionCode>[] = [];
  if (set.name === "") refusals.push(no("criteriaNameMissing", clause));
  if (!isDay(set.from)) refusals.push(no("criteriaDayInvalid", clause));
  if (criteria.some(({ name }) => name === "")) refusals.push(no("criterionNameMissing", clause));
  if (new Set(criteria.map(({ name }) => name)).size < criteria.length) refusals.push(no("criterionTwice", clause));
  const computed = criteria.map(({ source }) => source).filter(Boolean);
  if (new Set(computed).size < computed.length) refusals.push(no("criterionTwice", clause));
  if (computed.some((source) => !sources.includes(source))) refusals.push(no("criterionSourceUnknown", clause));
  if (criteria.some(({ weight }) => !Number.isInteger(weight) || weight < 1 || weight > 100)) {
    refusals.push(no("weightInvalid", clause));
  }
  const sum = criteria.reduce((total, { weight }) => total + (Number.isFinite(weight) ? weight : 0), 0);
  if (sum !== 100) refusals.push(no("weightsNot100", clause, { sum: String(sum) }));
  return refusals;
}

/** Whether a conclusion may come: every unit has explained, or its time is over. */
export function explanationRefusals(
  units: readonly Id[],
  explained: readonly Id[],
  due: Instant,
  now: Instant,
): Refusal<InspectionCode>[] {
  const open = units.filter((unit) => !explained.includes(unit));
  if (open.length === 0 || now > due) return [];
  return [no("inspectionExplanationOpen", "Đ19.k2", { count: String(open.length) })];
}

export const inspectionRefusal = no;
