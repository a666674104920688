import type { Actor } from "../board/actor.ts";
import { judgeSlip, reaches, type SlipStep } from "../intake/moves.ts";
import { findPersonalData, type PersonalFinding } from "../intake/personal-data.ts";
import { cleanSender, cleanWords, contentRefusals, type Sender, senderRefusals } from "../intake/sender.ts";
import { retentionOver, type SlipRoom, type SlipStanding } from "../intake/slips.ts";
import type { Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id, sha256 } from "../kernel/ids.ts";
import type { Refusal, Result } from "../kernel/result.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { isReason } from "../newsroom/guards.ts";
import {
  ENQUIRY_MOVES,
  ENQUIRY_STATES,
  type EnquiryAct,
  type EnquiryNeed,
  type EnquiryState,
  OPEN_ENQUIRIES,
} from "../regulation/enquiry-moves.ts";
import { ENQUIRY_PATHS } from "./paths.ts";

export const ENQUIRIES = {
  table: "enquiry",
  subject: "enquiry",
  moves: ENQUIRY_MOVES,
  states: ENQUIRY_STATES,
  open: OPEN_ENQUIRIES,
  days: "enquiries.answerDays",
  personal: { topic: "", public_question: "" },
  paths: ENQUIRY_PATHS,
} as const satisfies SlipRoom<EnquiryState>;

export const ENQUIRY_KINDS = { question: "Câu hỏi", opinion: "Góp ý" } as const;
export type EnquiryKind = keyof typeof ENQUIRY_KINDS;

/** A form of the public as typed. */
export interface Enquiry extends Sender {
  readonly kind: string;
  /** Unit asked; null when the sender does not know which. */
  readonly unit: Id | null;
  readonly topic: string;
  readonly content: string;
  readonly consent: boolean;
}

export type EnquiryCode = EnquiryNeed | "enquiryKindUnknown" | "topicTooLong" | "askedUnitUnknown";

const TOPIC_LENGTH = 150;

/** The same in composed Unicode, without blanks at the ends. */
export function cleanEnquiry(typed: Enquiry): Enquiry {
  return { ...typed, ...cleanSender(typed), topic: normalizeLine(typed.topic), content: cleanWords(typed.content) };
}

/** Everything that is wrong with a question as sent, at once (REQ-016). */
export function enquiryRefusals(enquiry: Enquiry, knowsUnit: boolean): Refusal[] {
  return [
    ...(Object.hasOwn(ENQUIRY_KINDS, enquiry.kind) ? [] : [{ code: "enquiryKindUnknown", clause: "Đ3.k2.b" }]),
    ...senderRefusals(enquiry),
    ...(knowsUnit ? [] : [{ code: "askedUnitUnknown", clause: "Đ16.k2" }]),
    ...(enquiry.topic.length > TOPIC_LENGTH ? [{ code: "topicTooLong", clause: "Đ3.k2.b" }] : []),
    ...contentRefusals(enquiry.content),
    ...(enquiry.consent ? [] : [{ code: "consentMissing", clause: "Đ5.k3" }]),
  ];
}

/** What the rules must know of an enquiry that exists. */
export interface EnquiryFacts extends SlipStanding<EnquiryState> {
  readonly sender: Sender;
  readonly draft: Draft;
  /** Everybody who wrote at the draft. */
  readonly drafters: readonly Id[];
}

export interface Draft {
  readonly question: string;
  readonly answer: string;
  readonly isPublic: boolean;
}

/** What stands for a draft: who releases it has seen exactly this one. */
export const draftHash = ({ question, answer, isPublic }: Draft): string =>
  sha256(canonicalJson({ question, answer, isPublic }));

export interface EnquiryInput {
  readonly act: Exclude<EnquiryAct, "receive" | "receiveForUnit">;
  readonly unit?: Id;
  readonly reason?: string;
  readonly draft?: Draft;
  /** Of the draft that was read before releasing it. */
  readonly hash?: string;
  /** Why its drafter releases it: only where nobody else may. */
  readonly exception?: string;
  /** Address of the article by which it was answered before everybody. */
  readonly article?: string;
}

/** What the rules must know beyond the enquiry itself; the caller looked it up. */
export interface EnquiryAround {
  /** Whether the unit that the step gives it to has a head. */
  readonly unitHasHead: boolean;
  /** Whether somebody who did not write at the draft could release it today. */
  readonly somebodyElse: boolean;
  /** Whether the article named is public. */
  readonly articleLive: boolean;
}

const ANSWER_LENGTH = 20_000;

/** What of the sender stands in the words that are to be public. */
export function personalDataIn({ question, answer }: Draft, sender: Sender): PersonalFinding[] {
  return findPersonalData(`${question}\n${answer}`, sender);
}

/** Decides a step; nothing is written by deciding. */
export function decideEnquiry(
  facts: EnquiryFacts,
  input: EnquiryInput,
  by: Actor,
  at: Instant,
  around: EnquiryAround,
): Result<SlipStep<EnquiryState, EnquiryAct>, Refusal[]> {
  const { draft } = input;
  return judgeSlip(
    ENQUIRY_MOVES,
    facts,
    input.act,
    by,
    {
      unitHasHead: () => around.unitHasHead,
      reasonGiven: () => isReason(input.reason),
      answerGiven: () =>
        draft !== undefined &&
        isReason(draft.answer) &&
        draft.answer.length <= ANSWER_LENGTH &&
        (!draft.isPublic || isReason(draft.question)),
      sameDraft: () => input.hash === draftHash(facts.draft),
      notDrafter: () => !facts.drafters.includes(by.person),
      publicClean: () => !facts.draft.isPublic || personalDataIn(facts.draft, facts.sender).length === 0,
      articleLive: () => around.articleLive,
      retentionOver: () => retentionOver(facts, at),
    },
    { need: "notDrafter", somebodyElse: around.somebodyElse, reason: input.exception },
  );
}

/** Who of these could release the draft of this enquiry without having written at it. */
export function releasersOf(
  { unit, drafters }: Pick<EnquiryFacts, "unit" | "drafters">,
  actors: readonly Actor[],
): Id[] {
  const { who } = ENQUIRY_MOVES.find(({ act }) => act === "release")!;
  return actors
    .filter(({ person }) => !drafters.includes(person))
    .filter((actor) => who.some((one) => reaches(one, unit, actor)))
    .map(({ person }) => person);
}
