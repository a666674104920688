import type { Actor, Delegation } from "../board/actor.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Act, FOUR_EYES, type GuardName, type MoveRule } from "../regulation/article-moves.ts";
import type { EditionFacts, Surroundings } from "./facts.ts";
import { type Choice, choices, somebodyElseCan } from "./workflow.ts";

/** Acts that happen by themselves when another act is done: no page offers them. */
const BY_THEMSELVES: readonly Act[] = ["supersede", "publishScheduled", "missSchedule"];

/**
 * The acts a page offers to `by`, each once. Beyond `choices` it knows everybody who may act today, and so whether
 * four eyes may be lifted by an exception; where several rows fit one act, the one with the fewest reasons
 * against it stands for all.
 */
export function offersTo(
  by: Actor,
  facts: EditionFacts,
  around: Surroundings,
  actors: readonly Actor[],
  at: Instant,
): Choice[] {
  const offered = choices(facts, { ...around, somebodyElse: true }, by, at)
    .filter(({ rule }) => !BY_THEMSELVES.includes(rule.act))
    .map((choice) => {
      const onlyEyes = choice.refusals.length > 0 && choice.refusals.every(({ code }) => isFourEyes(code));
      if (!onlyEyes || somebodyElseCan(choice.rule.act, facts, around, actors, by.person, at)) return choice;
      return { ...choice, refusals: [], byException: true };
    });
  return offered.filter((choice) => best(offered, choice.rule.act) === choice);
}

/** The acts that carry the article on and that `by` can do now: an article with one of them waits for him. */
export function advancing(offers: readonly Choice[]): Choice[] {
  return offers.filter(({ rule, refusals }) => rule.advances && refusals.length === 0);
}

/** The paper under which `by` would do the act, where his hat alone does not carry it (Đ10.p3). */
export function paperFor(rule: MoveRule, facts: EditionFacts, by: Actor): Delegation | null {
  const rows = rule.who.filter(({ hat }) => hat === by.hat);
  const inOwnRight = rows.some(({ under, reach }) => !under && (reach === "any" || facts.claimedBy === by.person));
  const power = rows.find(({ under }) => under)?.under;
  if (inOwnRight || !power) return null;
  return by.delegations.find(({ powers }) => powers.includes(power)) ?? null;
}

/** Persons other than `by` who can carry the article on now, each once. */
export function othersWhoCan(
  facts: EditionFacts,
  around: Surroundings,
  actors: readonly Actor[],
  by: Id | null,
  at: Instant,
): Id[] {
  const able = actors.filter((actor) => actor.person !== by && canCarryOn(facts, around, actor, at));
  return [...new Set(able.map(({ person }) => person))];
}

function canCarryOn(facts: EditionFacts, around: Surroundings, actor: Actor, at: Instant): boolean {
  return advancing(choices(facts, { ...around, somebodyElse: true }, actor, at)).length > 0;
}

function best(offers: readonly Choice[], act: Act): Choice | undefined {
  return offers
    .filter(({ rule }) => rule.act === act)
    .reduce((kept, one) => (one.refusals.length < kept.refusals.length ? one : kept));
}

function isFourEyes(code: string): boolean {
  return FOUR_EYES.includes(code as GuardName);
}
