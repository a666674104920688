import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { isReason } from "../newsroom/guards.ts";
import type { SlipMove, SlipWho } from "../regulation/slip-moves.ts";

export type SlipCode = "slipNotAtThisStep" | "slipNotYourUnit" | "noDelegation" | "notThisHat";

/** Where a slip stands and whose it is. */
export interface SlipFacts<State extends string> {
  /** Null before it exists. */
  readonly state: State | null;
  readonly unit: Id | null;
}

export interface SlipStep<State extends string, Act extends string> {
  readonly rule: string;
  readonly act: Act;
  readonly from: State | null;
  readonly to: State;
  readonly clause: string;
  readonly delegation: Id | null;
  /** Why one person did what two should have. */
  readonly exception: string | null;
}

/** The need of four eyes: lifted by a reason, and only where nobody else could act. */
export interface FourEyes<Need extends string> {
  readonly need: Need;
  readonly somebodyElse: boolean;
  readonly reason: string | undefined;
}

/**
 * Decides whether a step of a slip may be made by this person in this hat: the row must exist, the hat must reach it,
 * and every need must hold; one that nobody speaks for does not. All reasons come back at once. A need that fails
 * gives its own name as the code.
 */
export function judgeSlip<State extends string, Act extends string, Need extends string>(
  rows: readonly SlipMove<State, Act, Need>[],
  facts: SlipFacts<State>,
  act: Act,
  by: Actor,
  holds: Readonly<Partial<Record<Need, () => boolean>>>,
  eyes?: FourEyes<Need>,
): Result<SlipStep<State, Act>, Refusal[]> {
  const row = rows.find((one) => one.act === act && startsAt(one, facts.state));
  if (!row) return refused([{ code: "slipNotAtThisStep", clause: rows[0]!.clause }]);
  const reach = reachProblem(row.who, facts.unit, by);
  const failed = row.needs.filter((need) => !(holds[need]?.() ?? false));
  const asksException = eyes !== undefined && failed.includes(eyes.need) && isReason(eyes.reason);
  const excused = asksException && !eyes.somebodyElse;
  const refusals: Refusal[] = [
    ...(reach ? [{ code: reach, clause: row.clause }] : []),
    ...failed.filter((need) => !(excused && need === eyes.need)).map((code) => ({ code, clause: row.clause })),
    ...(asksException && !excused ? [{ code: "exceptionNotNeeded", clause: "A-08" }] : []),
  ];
  if (refusals.length > 0) return refused(refusals);
  const power = row.who.find(({ hat }) => hat === by.hat)?.under;
  return done({
    rule: row.id,
    act,
    from: facts.state,
    to: row.to === "same" ? facts.state! : row.to,
    clause: row.clause,
    delegation: by.delegations.find(({ powers }) => power !== undefined && powers.includes(power))?.id ?? null,
    exception: excused ? (eyes.reason ?? "").trim() : null,
  });
}

/** The steps that hat and reach allow from here; what only a form can give is not asked yet. */
export function offeredSteps<State extends string, Act extends string, Need extends string>(
  rows: readonly SlipMove<State, Act, Need>[],
  facts: SlipFacts<State>,
  by: Actor,
): SlipMove<State, Act, Need>[] {
  return rows.filter((row) => startsAt(row, facts.state) && reachProblem(row.who, facts.unit, by) === null);
}

function startsAt<State extends string>(row: { from: readonly State[] | null }, state: State | null): boolean {
  return state === null ? row.from === null : (row.from?.includes(state) ?? false);
}

/** Whether a hat reaches a slip of this unit by this line of a table, delegations aside. */
export const reaches = ({ hat, reach }: SlipWho, unit: Id | null, by: Actor): boolean =>
  hat === by.hat && (reach === "any" || (unit !== null && by.units.includes(unit)));

function reachProblem(who: readonly SlipWho[], unit: Id | null, by: Actor): SlipCode | null {
  const mine = who.find(({ hat }) => hat === by.hat);
  if (!mine) return "notThisHat";
  if (!reaches(mine, unit, by)) return "slipNotYourUnit";
  const { under } = mine;
  return under !== undefined && !by.delegations.some(({ powers }) => powers.includes(under)) ? "noDelegation" : null;
}
