import type { Actor } from "../board/actor.ts";
import { judgeSlip, type SlipStep } from "../intake/moves.ts";
import { cleanSender, cleanWords, contentRefusals, type Sender, senderRefusals } from "../intake/sender.ts";
import { retentionOver, type SlipRoom, type SlipStanding } from "../intake/slips.ts";
import type { Target } from "../intake/target.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Refusal, Result } from "../kernel/result.ts";
import { isReason } from "../newsroom/guards.ts";
import {
  OPEN_TAKEDOWNS,
  TAKEDOWN_MOVES,
  TAKEDOWN_REASONS,
  TAKEDOWN_STATES,
  type TakedownAct,
  type TakedownNeed,
  type TakedownState,
} from "../regulation/takedown-moves.ts";
import { TAKEDOWN_PATHS } from "./paths.ts";

export const TAKEDOWNS = {
  table: "takedown_request",
  subject: "takedown",
  moves: TAKEDOWN_MOVES,
  states: TAKEDOWN_STATES,
  open: OPEN_TAKEDOWNS,
  days: "takedown.answerDays",
  personal: {},
  paths: TAKEDOWN_PATHS,
} as const satisfies SlipRoom<TakedownState>;

/** A request as typed. */
export interface TakedownForm extends Sender {
  /** Address of what should be taken down. */
  readonly address: string;
  readonly reasonClass: string;
  readonly content: string;
  readonly consent: boolean;
}

export type TakedownCode =
  | Exclude<
      TakedownNeed,
      "noteGiven" | "answerGiven" | "newsroomAgrees" | "reasonGiven" | "articleLive" | "retentionOver"
    >
  | "takedownNoteGiven"
  | "takedownAnswerGiven"
  | "targetMissing"
  | "targetElsewhere"
  | "targetIsDisclosure"
  | "targetOtherPage"
  | "targetUnknown"
  | "targetGone"
  | "reasonClassMissing";

export const cleanTakedown = (typed: TakedownForm): TakedownForm => ({
  ...typed,
  ...cleanSender(typed),
  address: typed.address.trim(),
  content: cleanWords(typed.content),
});

/** What the portal knows at the address: nothing, something public, something gone already. */
export type TargetStanding = "live" | "gone" | "unknown";

/** Everything that is wrong with a request as sent (REQ-111): no contact, no target, another site, a disclosure. */
export function takedownRefusals(form: TakedownForm, target: Target, standing: TargetStanding): Refusal[] {
  const wrong = targetCode(target, standing);
  return [
    ...senderRefusals(form),
    ...(wrong ? [wrong] : []),
    ...(Object.hasOwn(TAKEDOWN_REASONS, form.reasonClass) ? [] : [{ code: "reasonClassMissing", clause: "Đ15.k3.g2" }]),
    ...contentRefusals(form.content),
    ...(form.consent ? [] : [{ code: "consentMissing", clause: "Đ5.k3" }]),
  ];
}

function targetCode({ kind }: Target, standing: TargetStanding): Refusal<TakedownCode> | null {
  if (kind === "none") return { code: "targetMissing", clause: "Đ15.k3.g3" };
  if (kind === "elsewhere") return { code: "targetElsewhere", clause: "Đ2" };
  if (kind === "disclosure") return { code: "targetIsDisclosure", clause: "Đ13.k1.c.g3" };
  if (kind === "otherPage") return { code: "targetOtherPage", clause: "Đ15.k3.g3" };
  if (standing === "gone") return { code: "targetGone", clause: "Đ15.k3.g3" };
  return standing === "unknown" ? { code: "targetUnknown", clause: "Đ15.k3.g3" } : null;
}

export type TakedownFacts = SlipStanding<TakedownState>;

export interface TakedownInput {
  readonly act: Exclude<TakedownAct, "receive" | "receiveInside">;
  readonly note?: string;
  readonly reason?: string;
  readonly reasonClass?: string;
  readonly answer?: string;
  /** Address of the article by which it was answered before everybody. */
  readonly article?: string;
}

/**
 * Decides a step of a request. What the newsroom's own table says about the article (`newsroom`: its refusals) is
 * part of the answer: nothing is accepted here that could not be taken down there.
 */
export function decideTakedown(
  facts: TakedownFacts,
  input: TakedownInput,
  by: Actor,
  at: Instant,
  newsroom: readonly Refusal[],
  articleLive: boolean,
): Result<SlipStep<TakedownState, TakedownAct>, Refusal[]> {
  const answer = judgeSlip(TAKEDOWN_MOVES, facts, input.act, by, {
    noteGiven: () => isReason(input.note),
    reasonGiven: () => isReason(input.reason),
    classGiven: () => Object.hasOwn(TAKEDOWN_REASONS, input.reasonClass ?? ""),
    newsroomAgrees: () => newsroom.length === 0,
    answerGiven: () => isReason(input.answer) && (input.answer ?? "").length <= 5_000,
    articleLive: () => articleLive,
    retentionOver: () => retentionOver(facts, at),
  });
  if (answer.ok) return answer;
  const error = answer.error.flatMap((refusal) => {
    if (refusal.code === "newsroomAgrees") return newsroom;
    if (refusal.code === "noteGiven") return [{ ...refusal, code: "takedownNoteGiven" }];
    if (refusal.code === "answerGiven") return [{ ...refusal, code: "takedownAnswerGiven" }];
    return [refusal];
  });
  return { ok: false, error };
}
