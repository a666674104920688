import type { Actor } from "../board/actor.ts";
import { judgeSlip, type SlipStep } from "../intake/moves.ts";
import { findPersonalData, type PersonalFinding } from "../intake/personal-data.ts";
import { cleanSender, cleanWords, contentRefusals, type Sender, senderRefusals } from "../intake/sender.ts";
import type { Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id, sha256 } from "../kernel/ids.ts";
import type { Refusal, Result } from "../kernel/result.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { ENQUIRY_MOVES, type EnquiryAct, type EnquiryNeed, type EnquiryState } from "../regulation/enquiry-moves.ts";

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
export interface EnquiryFacts {
  readonly enquiry: Id;
  readonly state: EnquiryState;
  readonly unit: Id | null;
  readonly sender: Sender;
  readonly draft: Draft;
  /** Everybody who wrote at the draft. */
  readonly drafters: readonly Id[];
  readonly erased: boolean;
  /** When the personal data may no longer be kept; null while it is open. */
  readonly keepUntil: Instant | null;
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
}

const REASON_LENGTH = 10;
const ANSWER_LENGTH = 20_000;
const given = (text: string | undefined) => (text ?? "").trim().length >= REASON_LENGTH;

/** What of the sender stands in the words that are to be public. */
export function personalDataIn({ question, answer }: Draft, sender: Sender): PersonalFinding[] {
  return findPersonalData(`${question}\n${answer}`, sender);
}

/** Decides a step; nothing is written by deciding. `unitHasHead` is about the unit the step gives it to. */
export function decideEnquiry(
  facts: EnquiryFacts,
  input: EnquiryInput,
  by: Actor,
  at: Instant,
  unitHasHead: boolean,
): Result<SlipStep<EnquiryState, EnquiryAct>, Refusal[]> {
  const { draft } = input;
  return judgeSlip(ENQUIRY_MOVES, facts, input.act, by, {
    unitHasHead: () => unitHasHead,
    reasonGiven: () => given(input.reason),
    answerGiven: () =>
      draft !== undefined &&
      given(draft.answer) &&
      draft.answer.length <= ANSWER_LENGTH &&
      (!draft.isPublic || given(draft.question)),
    sameDraft: () => input.hash === draftHash(facts.draft),
    notDrafter: () => !facts.drafters.includes(by.person),
    publicClean: () => !facts.draft.isPublic || personalDataIn(facts.draft, facts.sender).length === 0,
    retentionOver: () => !facts.erased && facts.keepUntil !== null && facts.keepUntil <= at,
  });
}

/** Personal data may be kept so many months after the end, and not a day longer (law.md §7). */
export function keptUntil(endedAt: Instant, months: number): Instant {
  const end = Temporal.Instant.from(endedAt).toZonedDateTimeISO("UTC").add({ months });
  return end.toInstant().toString({ smallestUnit: "millisecond" });
}
