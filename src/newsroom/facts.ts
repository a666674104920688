import type { Actor } from "../board/actor.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Act } from "../regulation/article-moves.ts";
import type { State } from "../regulation/states.ts";

export type Origin = "unit" | "board";
export type ReturnTarget = "SECRETARY" | "MEMBER";

/**
 * Everything the rules know of one edition: folded from its own moves and versions (`history.ts`), so that a
 * past decision can be judged again on what was true then.
 */
export interface EditionFacts {
  readonly edition: Id;
  readonly article: Id;
  readonly number: number;
  readonly state: State;
  readonly origin: Origin;
  readonly unit: Id;
  /** Field of the category: decides which deputy is in charge. */
  readonly field: Id | null;
  /** Who wrote this edition: the author, or the head who proposed a correction. */
  readonly author: Id;
  /** Who wrote the article first; the same person but in a correction. */
  readonly articleAuthor: Id;
  readonly version: number;
  readonly hash: string;
  readonly claimedBy: Id | null;
  /** A deputy the submission was addressed to; null for the secretary. */
  readonly submittedTo: Id | null;
  readonly returnedTo: ReturnTarget | null;
  /** Edited outside step 2 since the last approval. */
  readonly writers: readonly Id[];
  /** Edited at all since the last approval. */
  readonly editors: readonly Id[];
  /** Head who approved it for the unit. */
  readonly unitApprover: Id | null;
  /** Whoever sent it on to step 3. */
  readonly appraisers: readonly Id[];
  /** Hash that a deputy approved for his field (Đ10.p2). */
  readonly fieldApprovedHash: string | null;
  /** The approval in force: void as soon as the text changes. */
  readonly approval: { readonly by: Id; readonly hash: string; readonly at: Instant } | null;
  readonly schedule: { readonly by: Id; readonly at: Instant } | null;
  readonly takedownDecided: boolean;
}

/** What the rules must know beyond the edition itself, looked up by the caller. */
export interface Surroundings {
  /** What is missing or forbidden in the text (`content-rules.ts`). */
  readonly contentProblems: readonly Refusal[];
  readonly categoryAllowsBoard: boolean;
  /** Cfg: a deputy's field approval is required before step 3 where one is in charge. */
  readonly fieldApprovalRequired: boolean;
  /** Deputies in charge of the article's unit or field today. */
  readonly deputiesInCharge: readonly Id[];
  /** Whether the public reads this very edition. */
  readonly isLive: boolean;
  /** Whether the head of the board has decided to take down what the public reads of the article, and it still stands. */
  readonly isToBeTakenDown: boolean;
  /** Whether the article was taken down and is not public again. */
  readonly isTakenDown: boolean;
  /** Whether another edition of the article is on its way. */
  readonly hasOpenEdition: boolean;
  /** Whether whoever set the hour is still secretary. */
  readonly schedulerIsSecretary: boolean;
  /** Whether the edition that replaces this one is published in the same act. */
  readonly hasSuccessor: boolean;
  /** Whether somebody else could do this act today without breaking four eyes. */
  readonly somebodyElse: boolean;
}

/** What a form sends with an act. */
export interface MoveInput {
  readonly act: Act;
  /** Hash of the text the person was looking at. */
  readonly hash?: string;
  readonly reason?: string;
  readonly note?: string;
  /** submit: `SECRETARY` or a deputy's id; return: `SECRETARY` or `MEMBER`. */
  readonly addressee?: string;
  readonly checked?: readonly string[];
  /** Điểm of Đ17.k1, when that is why it is cancelled. */
  readonly point?: string;
  readonly publishAt?: Instant;
  /** Why one person does what two should. */
  readonly exception?: string;
}

export interface Question {
  readonly facts: EditionFacts;
  readonly around: Surroundings;
  readonly input: MoveInput;
  readonly by: Actor;
  readonly at: Instant;
}
