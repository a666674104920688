import type { Id } from "../../kernel/ids.ts";
import type { State } from "../../regulation/states.ts";
import type { EditionFacts } from "../facts.ts";
import type { HistoryLine, MoveLine } from "../history-lines.queries.ts";

export interface StepsView {
  /** 1 to 4, 0 before, 5 after: see `Steps`. */
  readonly at: number;
  readonly stopped: boolean;
}

const STEP_OF: Readonly<Record<State, number>> = {
  DRAFT: 1,
  AWAITING_HEAD: 1,
  SUBMITTED: 2,
  UNDER_REVIEW: 2,
  RETURNED: 2,
  AWAITING_FINAL: 3,
  APPROVED: 4,
  SCHEDULED: 4,
  PUBLISHED: 5,
  SUPERSEDED: 5,
  CANCELLED: 3,
  WITHDRAWN: 1,
  TAKEN_DOWN: 5,
};

/** Where an edition is among the four steps of Đ15.k2. */
export function stepOf({ state, returnedTo, appraisers }: EditionFacts): StepsView {
  if (state === "RETURNED" && returnedTo === "MEMBER") return { at: 1, stopped: false };
  // Whatever was appraised once repeats step 3 (Đ15.k2.b4).
  if (state === "RETURNED" && appraisers.length > 0) return { at: 3, stopped: false };
  return { at: STEP_OF[state], stopped: state === "CANCELLED" || state === "WITHDRAWN" };
}

const STEP_ACTS: readonly (readonly string[])[] = [
  ["approveInUnit", "submitAsBoard", "proposeCorrection"],
  ["forward", "resubmit"],
  ["approve"],
  ["publish", "publishScheduled"],
];

/** For each of the four steps the move that last completed it, if it is behind us. */
export function stepsDone(lines: readonly HistoryLine[], at: number): readonly (MoveLine | null)[] {
  const moves = lines.filter((line): line is MoveLine => line.kind === "move");
  return STEP_ACTS.map((acts, index) =>
    index + 1 < at ? (moves.findLast(({ act }) => acts.includes(act)) ?? null) : null,
  );
}

/** Who has the article in hand: one person where it was taken, otherwise everybody who can carry it on. */
export function holders(facts: EditionFacts, next: readonly Id[]): readonly Id[] {
  if (facts.state === "DRAFT") return [facts.author];
  if (facts.state === "UNDER_REVIEW" && facts.claimedBy) return [facts.claimedBy];
  if (["PUBLISHED", "SUPERSEDED", "CANCELLED", "WITHDRAWN", "SCHEDULED", "TAKEN_DOWN"].includes(facts.state)) return [];
  return next;
}
