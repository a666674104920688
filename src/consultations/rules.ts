import { type AboutCode, mayWrite } from "../about/rules.ts";
import type { Actor } from "../board/actor.ts";
import { isReason } from "../board/rules.ts";
import { LONGEST } from "../desk/record-fields.ts";
import type { Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { CALL_FIELDS, type Call, MOST_QUESTIONS, type Window } from "./call.ts";
import type { OpinionCode } from "./opinion.ts";
import { type Counts, isCurrent, type Report } from "./report.ts";

/** Why something about consultations is refused. `words.ts` has a sentence for each. */
export type ConsultationCode =
  | OpinionCode
  | "consultationUnknown"
  | "consultationInverted"
  | "consultationOver"
  | "consultationUnitFixed"
  | "questionWithoutText"
  | "questionOneChoice"
  | "questionChoicesTwice"
  | "tooManyQuestions"
  | "documentNotPublic"
  | "openingFixed"
  | "questionsFixed"
  | "closingEarlier"
  | "extensionReasonMissing"
  | "extensionTooLate"
  | "reportTooEarly"
  | "reportOutdated"
  | "opinionsUnjudged"
  | "groupUnanswered"
  | "opinionUnknown"
  | "opinionNotYours"
  | "verdictMissing"
  | "topicMissing"
  | "asideReasonMissing"
  | "judgingOver"
  | "keptStill";

export type TextRefusal = Refusal<ConsultationCode | AboutCode>;

const CLAUSE = "Đ14.k7";

export const no = (
  code: ConsultationCode | AboutCode,
  detail?: Readonly<Record<string, string>>,
  clause = CLAUSE,
): TextRefusal => (detail ? { code, clause, detail } : { code, clause });

export const LONGEST_TOPIC = 150;

/** What a call is judged by besides itself. */
export interface CallFacts {
  readonly knowsUnit: boolean;
  /** Unit before this version; null for a new consultation. */
  readonly unit: Id | null;
  readonly isWaiting: boolean;
  readonly unknownFiles: number;
  /** Named documents that the public cannot read. */
  readonly closedDocuments: readonly string[];
  /** What the public reads now. */
  readonly live: (Window & { readonly call: Call }) | null;
}

export interface CallInput {
  readonly unit: Id;
  readonly call: Call;
  readonly opensAt: Instant | null;
  readonly closesAt: Instant | null;
  readonly reason: string;
}

/** Whether a version of what is asked may be kept; drafts may still lack parts. */
export function saveCallRefusals(input: CallInput, facts: CallFacts, by: Actor, now: Instant): TextRefusal[] {
  const { call, unit } = input;
  const refusals: TextRefusal[] = [];
  if (!mayWrite(by, unit) || (facts.unit !== null && !mayWrite(by, facts.unit))) refusals.push(no("pageNotYours"));
  if (!facts.knowsUnit) refusals.push(no("pageUnitUnknown"));
  if (facts.isWaiting) refusals.push(no("pageWaiting"));
  if (facts.unknownFiles > 0) refusals.push(no("pageFileUnknown"));
  if (facts.live && facts.unit !== null && facts.unit !== unit) refusals.push(no("consultationUnitFixed"));
  for (const { key, label, name } of CALL_FIELDS) {
    const text = [call[key]].flat().join("\n");
    if (text.length > LONGEST) refusals.push(no("pageTooLong", { label, name }));
    if (key === "title" && text === "") refusals.push(no("pageFieldMissing", { label, name }));
  }
  for (const line of facts.closedDocuments) refusals.push(no("documentNotPublic", { line, name: "van-ban" }));
  refusals.push(...questionRefusals(call), ...liveRefusals(input, facts, now));
  return refusals;
}

function questionRefusals({ questions }: Call): TextRefusal[] {
  if (questions.length > MOST_QUESTIONS) return [no("tooManyQuestions")];
  return questions.flatMap(({ text, choices }, place) => {
    const number = String(place + 1);
    if (text === "") return [no("questionWithoutText", { number, name: `cau-hoi-${number}` })];
    const detail = { number, name: `lua-chon-${number}` };
    if (choices.length === 1) return [no("questionOneChoice", detail)];
    return new Set(choices).size < choices.length ? [no("questionChoicesTwice", detail)] : [];
  });
}

/** What the public has been told binds: opening, questions, and a closing that only moves on, in time, with a reason. */
function liveRefusals({ call, opensAt, closesAt, reason }: CallInput, { live }: CallFacts, now: Instant) {
  if (!live) return [];
  const refusals: TextRefusal[] = [];
  if (opensAt !== live.opensAt) refusals.push(no("openingFixed"));
  if (canonicalJson(call.questions) !== canonicalJson(live.call.questions)) refusals.push(no("questionsFixed"));
  if (closesAt === null || closesAt < live.closesAt) refusals.push(no("closingEarlier"));
  else if (closesAt > live.closesAt) {
    if (now >= live.closesAt) refusals.push(no("extensionTooLate"));
    if (!isReason(reason)) refusals.push(no("extensionReasonMissing"));
  }
  return refusals;
}

/** What a call must hold before anybody is asked to approve it, and whether its time is still to come. */
export function callRefusals({ call, opensAt, closesAt }: CallInput, live: Window | null, now: Instant): TextRefusal[] {
  const refusals: TextRefusal[] = CALL_FIELDS.flatMap((field) => {
    const text = [call[field.key]].flat().join("\n");
    return text === "" && !("optional" in field)
      ? [no("pageFieldMissing", { label: field.label, name: field.name })]
      : [];
  });
  if (opensAt === null) refusals.push(no("pageFieldMissing", { label: "Mở lúc", name: "bat-dau" }));
  if (closesAt === null) refusals.push(no("pageFieldMissing", { label: "Đóng lúc", name: "ket-thuc" }));
  if (opensAt === null || closesAt === null) return refusals;
  if (closesAt <= opensAt) refusals.push(no("consultationInverted"));
  // A correction of what was public may come after the closing; a longer time may not.
  const isNewTime = live === null || live.closesAt !== closesAt;
  if (isNewTime && closesAt <= now) refusals.push(no("consultationOver"));
  if (live && live.closesAt !== closesAt && now >= live.closesAt) refusals.push(no("extensionTooLate"));
  return refusals;
}

export interface ReportFacts {
  readonly unit: Id;
  readonly isWaiting: boolean;
  /** Null while nothing is asked in public. */
  readonly closesAt: Instant | null;
}

export function saveReportRefusals(facts: ReportFacts, report: Report, by: Actor, now: Instant): TextRefusal[] {
  const refusals: TextRefusal[] = [];
  if (!mayWrite(by, facts.unit)) refusals.push(no("pageNotYours"));
  if (facts.isWaiting) refusals.push(no("pageWaiting"));
  if (facts.closesAt === null || now < facts.closesAt) refusals.push(no("reportTooEarly"));
  const texts = [report.lead, ...report.groups.flatMap(({ gist, reply }) => [gist, reply])];
  if (texts.some((text) => text.length > LONGEST))
    refusals.push(no("pageTooLong", { label: "Tổng hợp", name: "tom-tat" }));
  return refusals;
}

/** Every opinion judged, every group answered, and the numbers those of now. */
export function reportRefusals(report: Report, counts: Counts, unjudged: number): TextRefusal[] {
  const refusals: TextRefusal[] = [];
  if (unjudged > 0) refusals.push(no("opinionsUnjudged", { count: String(unjudged) }));
  if (report.lead === "") refusals.push(no("pageFieldMissing", { label: "Nhận xét chung", name: "tom-tat" }));
  if (!isCurrent(report, counts)) refusals.push(no("reportOutdated"));
  for (const [place, { topic, gist, outcome, reply }] of report.groups.entries()) {
    if (gist === "" || outcome === "" || reply === "")
      refusals.push(no("groupUnanswered", { topic, name: `y-${place + 1}` }));
  }
  return refusals;
}

export interface JudgingFacts {
  readonly unit: Id;
  /** The report waits for approval or is public. */
  readonly isReported: boolean;
}

export interface Judging {
  readonly verdict: string;
  readonly topic: string;
  readonly reason: string;
}

export function judgeRefusals(input: Judging, facts: JudgingFacts, by: Actor): TextRefusal[] {
  const refusals: TextRefusal[] = [];
  if (!mayWrite(by, facts.unit)) refusals.push(no("opinionNotYours"));
  if (facts.isReported) refusals.push(no("judgingOver"));
  if (input.verdict !== "taken" && input.verdict !== "aside") refusals.push(no("verdictMissing"));
  if (input.verdict === "taken" && (input.topic === "" || input.topic.length > LONGEST_TOPIC))
    refusals.push(no("topicMissing"));
  if (input.verdict === "aside" && !isReason(input.reason)) refusals.push(no("asideReasonMissing"));
  return refusals;
}
