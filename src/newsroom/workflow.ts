import type { Actor } from "../board/actor.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import {
  type Act,
  ARTICLE_MOVES,
  FOUR_EYES,
  type GuardName,
  INPUT_GUARDS,
  type MoveRule,
  OPENS_EDITION,
  type Who,
} from "../regulation/article-moves.ts";
import type { State } from "../regulation/states.ts";
import type { EditionFacts, MoveInput, Question, Surroundings } from "./facts.ts";
import { GUARDS, isReason } from "./guards.ts";

/** Why an act is not allowed, apart from the guards, which give their own names. */
export type ReachCode =
  | "notAtThisStep"
  | "notThisHat"
  | "notYours"
  | "notYourUnit"
  | "notInYourCharge"
  | "notYourClaim"
  | "noDelegation"
  | "exceptionNotNeeded";

export type MoveCode = GuardName | ReachCode;

/** What a move would change. Nothing is written by deciding. */
export interface Transition {
  readonly edition: Id;
  readonly rule: string;
  readonly act: Act;
  readonly from: State;
  readonly to: State;
  /** The move opens a new edition in `to`; the one it starts from stays as it is (T17, T21). */
  readonly opensEdition: boolean;
  readonly hash: string;
  readonly clause: string;
  readonly delegation: Id | null;
  readonly exception: string | null;
  readonly input: MoveInput;
}

/**
 * Decides whether a move may be made, and what it would change.
 *
 * Every reason for a refusal comes back at once, each with its clause, so that a person can put all of it right in
 * one go; buttons are drawn from the same answer (`choices`). Where several rows fit, one for the actor's own hat
 * answers, and among these the one with the fewest reasons.
 */
export function decide(question: Question): Result<Transition, Refusal[]> {
  const { facts, input } = question;
  const rows = ARTICLE_MOVES.filter((row) => row.act === input.act && row.from?.includes(facts.state));
  if (rows.length === 0) return refused([{ code: "notAtThisStep", clause: "Đ15.k2", detail: { state: facts.state } }]);
  return best(rows.map((row) => judge(row, question, row.needs)));
}

/**
 * Decides who may begin an article of `unit` and `origin` (T1), before there is an edition.
 */
export function mayCreate(by: Actor, unit: Id, origin: "unit" | "board"): Result<MoveRule, Refusal[]> {
  const facts = { unit, origin, author: by.person, articleAuthor: by.person } as EditionFacts;
  const question = { facts, around: NOTHING_AROUND, input: { act: "create" }, by, at: "" } as const;
  const answers = ARTICLE_MOVES.filter((row) => row.act === "create").map((row) => judge(row, question, row.needs));
  const answer = best(answers);
  if (!answer.ok) return answer;
  return done(ARTICLE_MOVES.find((row) => row.id === answer.value.rule)!);
}

/** An act offered on a page: its row, and why it cannot be done now (empty: the button works). */
export interface Choice {
  readonly rule: MoveRule;
  readonly refusals: readonly Refusal[];
  /** Only four eyes stand in the way and there is nobody else: the form asks for the exception's reason. */
  readonly byException: boolean;
}

/**
 * What `by` could do with an edition now: acts whose hat and reach fit. What only a form can supply (reason,
 * addressee, ticked points) does not count against them.
 */
export function choices(facts: EditionFacts, around: Surroundings, by: Actor, at: Instant): Choice[] {
  return ARTICLE_MOVES.filter((row) => row.from?.includes(facts.state)).flatMap((rule) => {
    const question = { facts, around, input: { act: rule.act }, by, at };
    if (reachProblem(rule, question)) return [];
    const needs = rule.needs.filter((need) => !INPUT_GUARDS.includes(need));
    const failed = needs.filter((need) => !GUARDS[need](question));
    const byException = failed.length > 0 && failed.every((need) => FOUR_EYES.includes(need)) && !around.somebodyElse;
    return [{ rule, refusals: byException ? [] : refusalsOf(failed, rule, around), byException }];
  });
}

function judge(row: MoveRule, question: Question, needs: readonly GuardName[]): Result<Transition, Refusal[]> {
  const { facts, around, input } = question;
  const reach = reachProblem(row, question);
  const failed = needs.filter((need) => !GUARDS[need](question));
  const eyes = failed.filter((need) => FOUR_EYES.includes(need));
  const excused = eyes.length > 0 && isReason(input.exception) && !around.somebodyElse;
  const refusals = refusalsOf(excused ? failed.filter((need) => !eyes.includes(need)) : failed, row, around);
  if (reach) refusals.unshift({ code: reach, clause: row.clause });
  if (eyes.length > 0 && !excused && isReason(input.exception)) {
    refusals.push({ code: "exceptionNotNeeded", clause: "A-08" });
  }
  if (refusals.length > 0) return refused(refusals);
  return done({
    edition: facts.edition,
    rule: row.id,
    act: row.act,
    from: facts.state,
    to: row.to === "same" ? facts.state : row.to,
    opensEdition: OPENS_EDITION.includes(row.act),
    hash: facts.hash,
    clause: row.clause,
    delegation: delegationFor(row, question),
    exception: excused ? (input.exception ?? "").trim() : null,
    input,
  });
}

function refusalsOf(failed: readonly GuardName[], row: MoveRule, around: Surroundings): Refusal[] {
  return failed.flatMap((need): Refusal[] =>
    need === "contentComplete" ? [...around.contentProblems] : [{ code: need, clause: row.clause }],
  );
}

const REACH_CODES: Readonly<Record<Who["reach"], ReachCode>> = {
  any: "notThisHat",
  own: "notYours",
  unit: "notYourUnit",
  charge: "notInYourCharge",
  claim: "notYourClaim",
  claimInCharge: "notYourClaim",
};

/** Why the actor's hat does not reach this article for this row, or null when it does. */
function reachProblem(row: MoveRule, { facts, by }: Question): ReachCode | null {
  const offers = row.who.filter((who) => who.hat === by.hat);
  if (offers.length === 0) return "notThisHat";
  if (offers.some((who) => reaches(who, facts, by) && isEmpowered(who, by))) return null;
  const short = offers.find((who) => reaches(who, facts, by));
  return short ? "noDelegation" : REACH_CODES[offers[0]!.reach];
}

function reaches(who: Who, facts: EditionFacts, by: Actor): boolean {
  const inCharge = by.units.includes(facts.unit) || (facts.field !== null && by.fields.includes(facts.field));
  switch (who.reach) {
    case "any":
      return true;
    case "own":
      return by.person === facts.author;
    case "unit":
      return by.units.includes(facts.unit);
    case "charge":
      return inCharge;
    case "claim":
      return by.person === facts.claimedBy;
    case "claimInCharge":
      return by.person === facts.claimedBy && inCharge;
  }
}

function isEmpowered(who: Who, by: Actor): boolean {
  return !who.under || by.delegations.some(({ powers }) => powers.includes(who.under!));
}

/** The paper under which the act is done, where the hat alone would not do. */
function delegationFor(row: MoveRule, { facts, by }: Question): Id | null {
  const fitting = row.who.filter((who) => who.hat === by.hat && reaches(who, facts, by));
  if (fitting.some((who) => !who.under)) return null;
  const power = fitting.find((who) => isEmpowered(who, by))?.under;
  return by.delegations.find(({ powers }) => power && powers.includes(power))?.id ?? null;
}

function best(answers: Result<Transition, Refusal[]>[]): Result<Transition, Refusal[]> {
  return answers.reduce((kept, answer) => {
    if (kept.ok) return kept;
    if (answer.ok) return answer;
    return distance(answer.error) < distance(kept.error) ? answer : kept;
  });
}

/** How far a row is from the actor: one for another hat tells him less than any other. */
function distance(refusals: readonly Refusal[]): number {
  return refusals.length + (refusals.some(({ code }) => code === "notThisHat") ? 100 : 0);
}

export const NOTHING_AROUND: Surroundings = {
  contentProblems: [],
  categoryAllowsBoard: true,
  fieldApprovalRequired: false,
  deputiesInCharge: [],
  isLive: false,
  isToBeTakenDown: false,
  isTakenDown: true,
  hasOpenEdition: false,
  schedulerIsSecretary: true,
  hasSuccessor: false,
  somebodyElse: true,
};

/** Whether `by` could carry the article on now, with a proper form and without an exception. */
export function canAdvance(facts: EditionFacts, around: Surroundings, by: Actor, at: Instant): boolean {
  return choices(facts, around, by, at).some(
    ({ rule, refusals, byException }) => rule.advances && refusals.length === 0 && !byException,
  );
}

/**
 * Whether somebody other than `person` could do `act` today without breaking four eyes. Only whoever claimed an
 * article sends it on; somebody else could do so if he could claim it in his place.
 */
export function somebodyElseCan(
  act: Act,
  facts: EditionFacts,
  around: Surroundings,
  actors: readonly Actor[],
  person: Id,
  at: Instant,
): boolean {
  const isClaimed = act === "forward" && facts.claimedBy !== null;
  const asked = isClaimed ? "claim" : act;
  const open: EditionFacts = isClaimed ? { ...facts, state: "SUBMITTED", claimedBy: null } : facts;
  return actors.some(
    (actor) =>
      actor.person !== person &&
      choices(open, { ...around, contentProblems: [], somebodyElse: true }, actor, at).some(
        ({ rule, refusals }) => rule.act === asked && refusals.length === 0,
      ),
  );
}
