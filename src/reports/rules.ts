import { isDay, readable } from "../board/rules.ts";
import { type Day, dayOf, type Instant, startOfDay } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { ActingHat, Hat } from "../regulation/hats.ts";
import type { ReportTexts } from "./content.ts";
import { type KindKey, kindOf } from "./kinds.ts";

export const REPORT_STATES = {
  DRAFT: "Đang soạn",
  SUBMITTED: "Chờ nhận",
  RETURNED: "Trả lại, cần sửa",
  ACCEPTED: "Đã nhận, đã chốt",
} as const;
export type ReportState = keyof typeof REPORT_STATES;
export const REPORT_STATE_NAMES = Object.keys(REPORT_STATES) as ReportState[];
export const isReportState = (text: string): text is ReportState => Object.hasOwn(REPORT_STATES, text);

export type ReportCode =
  | "reportUnknown"
  | "reportPeriodInvalid"
  | "reportPeriodFuture"
  | "reportBeforeBegin"
  | "reportExists"
  | "reportTopicMissing"
  | "reportDueInvalid"
  | "reportRequestMissing"
  | "reportTooEarly"
  | "reportMonthsOpen"
  | "reportAssessmentMissing"
  | "reportDifficultiesMissing"
  | "reportProposalsMissing"
  | "reportNotDraft"
  | "reportNotSubmitted"
  | "reportFrozen"
  | "reportReasonMissing"
  | "reportOwn"
  | "reportMoved"
  | "reportUnsigned"
  | "reportNotForAuthority"
  | "reportSentBefore"
  | "reportSentNumberInvalid"
  | "reportSentDayInvalid";

type ReportRefusal = Refusal<ReportCode | "notThisHat">;

/** Why no report can be made over these days; nothing when it can (REQ-052, REQ-063). */
export function periodRefusals(from: Day, to: Day, began: Instant | null, clause: string): ReportRefusal[] {
  if (!isDay(from) || !isDay(to) || from > to) return [{ code: "reportPeriodInvalid", clause }];
  if (began === null || to < dayOf(began)) {
    return [{ code: "reportBeforeBegin", clause, detail: { day: began === null ? "" : readable(dayOf(began)) } }];
  }
  return [];
}

export interface Order {
  readonly kind: "ad-hoc" | "authority";
  readonly from: Day;
  readonly to: Day;
  readonly dueOn: Day;
  readonly topic: string;
  readonly number: string;
  readonly day: Day;
}

/** Who may ask for a report: the head of the board and the Director; a request of Sở is entered by the secretary too. */
const ORDERERS: Readonly<Record<Order["kind"], readonly ActingHat[]>> = {
  "ad-hoc": ["CHIEF", "DIRECTOR"],
  authority: ["SECRETARY", "CHIEF", "DIRECTOR"],
};

export const mayOrder = (kind: Order["kind"], hat: ActingHat): boolean => ORDERERS[kind].includes(hat);

/** Why a report cannot be asked for like this (Đ8.k2.g6, Đ11.g3, Đ20.k3). A period still to come is no period yet. */
export function orderRefusals(
  order: Order,
  hat: ActingHat,
  today: Day,
  began: Instant | null,
  isKnown: boolean,
): ReportRefusal[] {
  const { clause } = kindOf(order.kind);
  if (!mayOrder(order.kind, hat)) return [{ code: "notThisHat", clause }];
  const refusals = periodRefusals(order.from, order.to, began, clause);
  if (refusals.length === 0 && order.to > today) refusals.push({ code: "reportPeriodFuture", clause });
  if (order.topic === "") refusals.push({ code: "reportTopicMissing", clause });
  if (!isDay(order.dueOn) || order.dueOn < today) refusals.push({ code: "reportDueInvalid", clause });
  if (order.kind === "authority" && (order.number === "" || !isDay(order.day) || order.day > today)) {
    refusals.push({ code: "reportRequestMissing", clause });
  }
  if (isKnown) refusals.push({ code: "reportExists", clause });
  return refusals;
}

/** A report with what a step of it is judged on. */
export interface ReportFacts {
  readonly kind: KindKey;
  readonly state: ReportState;
  readonly clause: string;
  readonly authorHat: Hat;
  readonly receiverHat: Hat;
  readonly submittedBy: Id | null;
  readonly sentOn: Day | null;
  /** How often it was submitted. */
  readonly round: number;
}

const notDraft = ({ state, clause }: ReportFacts): ReportRefusal[] => {
  if (state === "ACCEPTED") return [{ code: "reportFrozen", clause }];
  return state === "SUBMITTED" ? [{ code: "reportNotDraft", clause }] : [];
};

/** Why this hat cannot write in the report now. */
export function saveRefusals(facts: ReportFacts, hat: ActingHat): ReportRefusal[] {
  const mayWrite = kindOf(facts.kind).writers.some((writer) => writer === hat) || hat === facts.authorHat;
  return mayWrite ? notDraft(facts) : [{ code: "notThisHat", clause: facts.clause }];
}

export interface Readiness {
  /** First instant at which it may be submitted. */
  readonly opens: Instant;
  /** Months whose own reports are still to be accepted. */
  readonly openMonths: readonly string[];
}

/** Why the report cannot be submitted now: REQ-063 (nothing about days to come), REQ-140 (all three texts said). */
export function submitRefusals(
  facts: ReportFacts,
  { opens, openMonths }: Readiness,
  texts: ReportTexts,
  hat: ActingHat,
  at: Instant,
): ReportRefusal[] {
  const { clause } = facts;
  if (hat !== facts.authorHat) return [{ code: "notThisHat", clause }];
  const refusals = notDraft(facts);
  if (refusals.length > 0) return refusals;
  if (at < opens) refusals.push({ code: "reportTooEarly", clause, detail: { day: readable(dayOf(opens)) } });
  if (openMonths.length > 0) {
    const months = openMonths.map((month) => month.split("-").reverse().join("/")).join(", ");
    refusals.push({ code: "reportMonthsOpen", clause, detail: { months } });
  }
  if (texts.assessment === "") refusals.push({ code: "reportAssessmentMissing", clause: "Đ18.k1" });
  if (texts.difficulties === "") refusals.push({ code: "reportDifficultiesMissing", clause: "Đ18.k2" });
  if (texts.proposals === "") refusals.push({ code: "reportProposalsMissing", clause: "Đ18.k1" });
  return refusals;
}

/** The submission that somebody had before him, by its number; null where nobody reads (shell, sample). */
export type Seen = number | null;

/** Why this person cannot accept: only the receiver's hat, and never his own unless he holds both hats. */
export function acceptRefusals(
  facts: ReportFacts,
  by: { readonly person: Id; readonly hat: ActingHat },
  holdsBoth: boolean,
  seen: Seen = null,
): ReportRefusal[] {
  const refusals = receiveRefusals(facts, by.hat, seen);
  if (refusals.length === 0 && facts.submittedBy === by.person && !holdsBoth) {
    refusals.push({ code: "reportOwn", clause: facts.clause });
  }
  return refusals;
}

export function returnRefusals(facts: ReportFacts, reason: string, hat: ActingHat, seen: Seen = null): ReportRefusal[] {
  const refusals = receiveRefusals(facts, hat, seen);
  if (refusals.length === 0 && reason === "") refusals.push({ code: "reportReasonMissing", clause: facts.clause });
  return refusals;
}

function receiveRefusals(
  { state, receiverHat, clause, round }: ReportFacts,
  hat: ActingHat,
  seen: Seen,
): ReportRefusal[] {
  if (hat !== receiverHat) return [{ code: "notThisHat", clause }];
  if (state === "ACCEPTED") return [{ code: "reportFrozen", clause }];
  if (state !== "SUBMITTED") return [{ code: "reportNotSubmitted", clause }];
  // What he judges is what he read: not what was submitted again meanwhile.
  return seen === null || seen === round ? [] : [{ code: "reportMoved", clause }];
}

export const MAY_SEND: readonly ActingHat[] = ["SECRETARY", "CHIEF", "DIRECTOR"];

/** Why it cannot be marked as sent to Sở: REQ-147, nothing that is not signed leaves the centre. */
export function sendRefusals(
  { kind, state, clause, sentOn }: ReportFacts,
  { number, day }: { readonly number: number; readonly day: Day },
  hat: ActingHat,
  at: Instant,
): ReportRefusal[] {
  if (!MAY_SEND.includes(hat)) return [{ code: "notThisHat", clause }];
  if (kind !== "authority") return [{ code: "reportNotForAuthority", clause: "Đ20.k3" }];
  if (state !== "ACCEPTED") return [{ code: "reportUnsigned", clause }];
  if (sentOn !== null) return [{ code: "reportSentBefore", clause, detail: { day: readable(sentOn) } }];
  const refusals: ReportRefusal[] = [];
  if (!Number.isInteger(number) || number < 1 || number > 99_999) {
    refusals.push({ code: "reportSentNumberInvalid", clause });
  }
  if (!isDay(day) || startOfDay(day) > at) refusals.push({ code: "reportSentDayInvalid", clause });
  return refusals;
}
