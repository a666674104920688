import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import type { ActingHat } from "../regulation/hats.ts";

/** The life of an entry (law.md §10). There is no state in which it is hidden or gone, so no act leads there. */
export const ENTRY_STATES = ["DRAFT", "AWAITING_HEAD", "AWAITING_FINAL", "PUBLISHED", "SUPERSEDED"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const ENTRY_ACTS = ["save", "sendToHead", "approveInUnit", "return", "approve", "publish"] as const;
export type EntryAct = (typeof ENTRY_ACTS)[number];

export type DisclosureCode =
  | "notThisHat"
  | "disclosureNotNow"
  | "disclosureNotYourUnit"
  | "disclosureOwnApproval"
  | "disclosureReasonShort"
  | "disclosureEmpty"
  | "disclosureTitleMissing"
  | "disclosureChangeNoteMissing"
  | "disclosureTextChanged"
  | "disclosureNotApproved"
  | "disclosureOpenAlready"
  | "disclosureItemUnknown"
  | "disclosureYearWrong"
  | "disclosureUnitMissing"
  | "disclosureFileUnknown"
  | "disclosureDayInvalid"
  | "disclosureNotPublic"
  | "disclosureOrderMissing"
  | "disclosureUnredacted"
  | "disclosureRedactionOpen"
  | "disclosureRedactionDone"
  | "disclosureConfirmedAlready"
  | "disclosureSecondPerson"
  | "disclosureTwoNeeded"
  | "disclosureNumberMissing"
  | "disclosureDueInvalid"
  | "disclosureDueBackdated"
  | "disclosurePastChanged"
  | "disclosureCodeInvalid"
  | "disclosureCodeTaken"
  | "disclosureRegimeUnknown"
  | "disclosureRegimeOver"
  | "disclosureYearPast"
  | "disclosureNotDelegated";

export const no = (
  code: DisclosureCode,
  clause = "Đ13.k1.c",
  detail?: Readonly<Record<string, string>>,
): Refusal<DisclosureCode> => (detail ? { code, clause, detail } : { code, clause });

/** What a step is judged on. */
export interface EntryFacts {
  readonly state: EntryState;
  readonly unit: Id;
  readonly preparedBy: Id;
  readonly hash: string;
  readonly approvedHash: string | null;
  readonly version: number;
  readonly isFilled: boolean;
  readonly hasTitle: boolean;
  readonly hasChangeNote: boolean;
}

type Reach = "unit" | "charge" | "any";
interface Step {
  readonly from: readonly EntryState[];
  readonly to: EntryState;
  readonly who: Readonly<Partial<Record<ActingHat, Reach>>>;
  readonly label: string;
}

const PREPARERS = {
  CONTRIBUTOR: "unit",
  MEMBER: "unit",
  DEPUTY: "charge",
  STANDING_DEPUTY: "charge",
  SECRETARY: "any",
} as const;
const APPROVERS = { DEPUTY: "charge", STANDING_DEPUTY: "any", CHIEF: "any" } as const;

/** Law.md §10 and §11, one line for each step. `PUBLISHED` and `SUPERSEDED` stand in no `from`. */
export const STEPS: Readonly<Record<EntryAct, Step>> = {
  save: { from: ["DRAFT"], to: "DRAFT", who: PREPARERS, label: "Lưu nội dung" },
  sendToHead: { from: ["DRAFT"], to: "AWAITING_HEAD", who: PREPARERS, label: "Gửi trưởng đơn vị duyệt" },
  approveInUnit: {
    from: ["AWAITING_HEAD"],
    to: "AWAITING_FINAL",
    who: { MEMBER: "unit" },
    label: "Duyệt trong đơn vị, trình phê duyệt",
  },
  return: {
    from: ["AWAITING_HEAD", "AWAITING_FINAL"],
    to: "DRAFT",
    who: { MEMBER: "unit", SECRETARY: "any", ...APPROVERS },
    label: "Trả lại để sửa",
  },
  approve: { from: ["AWAITING_FINAL"], to: "AWAITING_FINAL", who: APPROVERS, label: "Phê duyệt" },
  publish: { from: ["AWAITING_FINAL"], to: "PUBLISHED", who: { SECRETARY: "any" }, label: "Đăng công khai" },
};

const reaches = (by: Actor, reach: Reach | undefined, unit: Id): boolean =>
  reach === "any" || (reach !== undefined && by.units.includes(unit));

/** Whether somebody may begin an entry of this unit. */
export function prepareRefusals(by: Actor, unit: Id): Refusal<DisclosureCode>[] {
  return whoRefusals(by, PREPARERS, unit);
}

function whoRefusals(by: Actor, who: Step["who"], unit: Id): Refusal<DisclosureCode>[] {
  const reach = who[by.hat];
  if (!reach) return [no("notThisHat")];
  return reaches(by, reach, unit) ? [] : [no("disclosureNotYourUnit")];
}

export interface EntryInput {
  readonly act: EntryAct;
  /** The text the person saw: another one is never sent on or approved unread. */
  readonly hash?: string;
  readonly reason?: string;
}

const REASON_LENGTH = 10;

/** Whether the step may be made now; every reason why not at once. */
export function decideStep(facts: EntryFacts, input: EntryInput, by: Actor): Result<Step, Refusal[]> {
  const step = STEPS[input.act];
  const refusals = whoRefusals(by, step.who, facts.unit);
  if (!step.from.includes(facts.state)) refusals.push(no("disclosureNotNow"));
  if (refusals.length > 0) return refused(refusals);
  refusals.push(...conditions(facts, input, by));
  return refusals.length > 0 ? refused(refusals) : done(step);
}

function conditions(facts: EntryFacts, { act, hash, reason }: EntryInput, by: Actor): Refusal<DisclosureCode>[] {
  const refusals: Refusal<DisclosureCode>[] = [];
  if (act !== "return" && hash !== undefined && hash !== facts.hash) refusals.push(no("disclosureTextChanged"));
  if (act === "return" && (reason ?? "").trim().length < REASON_LENGTH) refusals.push(no("disclosureReasonShort"));
  if (act === "sendToHead" || act === "publish") {
    if (!facts.hasTitle) refusals.push(no("disclosureTitleMissing", "Đ13.k1.c.g2"));
    if (!facts.isFilled) refusals.push(no("disclosureEmpty", "Đ13.k1.c.g3"));
    if (facts.version > 1 && !facts.hasChangeNote) refusals.push(no("disclosureChangeNoteMissing", "Đ13.k1.c.g3"));
  }
  // Four eyes: nobody gives the last word on what he wrote himself.
  if (act === "approve" && by.person === facts.preparedBy) refusals.push(no("disclosureOwnApproval", "Đ15.k2.b3"));
  if (act === "publish" && facts.approvedHash !== facts.hash) refusals.push(no("disclosureNotApproved"));
  return refusals;
}

/** The steps open to somebody now, from the very answer that judges them. */
export function offeredActs(facts: EntryFacts, by: Actor): EntryAct[] {
  return ENTRY_ACTS.filter((act) => {
    if (act === "approve" && facts.approvedHash === facts.hash) return false;
    const answer = decideStep(facts, { act, reason: "x".repeat(REASON_LENGTH) }, by);
    return answer.ok || answer.error.every(({ code }) => FORM_CODES.has(code));
  });
}

/** What the person can still put right on the page itself. */
const FORM_CODES: ReadonlySet<string> = new Set([
  "disclosureTitleMissing",
  "disclosureEmpty",
  "disclosureChangeNoteMissing",
]);
