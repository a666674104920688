import type { Actor } from "../board/actor.ts";
import { isDay, isReason } from "../board/rules.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Hat } from "../regulation/hats.ts";
import { VIOLATION_TYPES, type ViolationState } from "./names.ts";

export type ViolationCode =
  | "violationNotYours"
  | "violationUnitUnknown"
  | "violationTypeUnknown"
  | "violationWhatMissing"
  | "violationDayInvalid"
  | "violationWithoutEvidence"
  | "violationRecorded"
  | "violationOver"
  | "violationOtherUnit"
  | "violationSayWhy"
  | "violationOutcomeMissing"
  | "violationExplanationOpen"
  | "incidentNotYours"
  | "incidentPointMissing"
  | "incidentWhatMissing"
  | "incidentDayInvalid"
  | "incidentExhibitMissing"
  | "incidentExhibitUnknown"
  | "incidentClosed"
  | "incidentNoteMissing";

const no = (code: ViolationCode, clause: string, detail?: Readonly<Record<string, string>>): Refusal<ViolationCode> =>
  detail ? { code, clause, detail } : { code, clause };

const RECORDERS: readonly Hat[] = ["STANDING_DEPUTY", "CHIEF", "SECRETARY", "DIRECTOR", "INSPECTOR"];
const CLAUSE = "Đ19.k2";

export interface ViolationInput {
  readonly unit: Id;
  readonly type: string;
  readonly what: string;
  readonly day: Day;
  /** Page of the portal or an https address. */
  readonly evidence: string;
  /** The late item it is made from, "" for none. */
  readonly source: string;
}

/** What is wrong with a violation as recorded (REQ-143): above all, none without evidence. */
export function violationRefusals(
  input: ViolationInput,
  facts: { readonly knowsUnit: boolean; readonly isRecorded: boolean },
  by: Pick<Actor, "hat">,
  today: Day,
): Refusal<ViolationCode>[] {
  const refusals: Refusal<ViolationCode>[] = [];
  if (!RECORDERS.some((hat) => hat === by.hat)) refusals.push(no("violationNotYours", CLAUSE));
  if (!facts.knowsUnit) refusals.push(no("violationUnitUnknown", CLAUSE));
  if (!Object.hasOwn(VIOLATION_TYPES, input.type)) refusals.push(no("violationTypeUnknown", CLAUSE));
  if (!isReason(input.what)) refusals.push(no("violationWhatMissing", CLAUSE));
  if (!isDay(input.day) || input.day > today) refusals.push(no("violationDayInvalid", CLAUSE));
  if (!isEvidence(input.evidence)) refusals.push(no("violationWithoutEvidence", CLAUSE));
  if (facts.isRecorded) refusals.push(no("violationRecorded", CLAUSE));
  return refusals;
}

/** A page of this portal, or an address on the web: something that can be opened. */
export const isEvidence = (address: string): boolean =>
  address.length <= 2000 &&
  (/^\/[\w-][^\s\\]*$/.test(address) || /^https:\/\/[\w.-]+\.[a-z]{2,}(\/\S*)?$/i.test(address));

export type ViolationAct = "explain" | "conclude";

export interface ViolationStep {
  readonly act: ViolationAct;
  readonly text: string;
  /** `conclude`: upheld or dismissed. */
  readonly outcome: string;
}

/** The unit explains, at any time before the conclusion; the Director concludes once it has, or its time is over. */
export function violationStepRefusals(
  facts: { readonly unit: Id; readonly state: ViolationState; readonly explainDue: Instant },
  { act, text, outcome }: ViolationStep,
  by: Pick<Actor, "hat" | "units">,
  now: Instant,
): Refusal<ViolationCode>[] {
  const refusals: Refusal<ViolationCode>[] = [];
  const isOver = facts.state === "upheld" || facts.state === "dismissed";
  if (isOver) refusals.push(no("violationOver", CLAUSE));
  if (by.hat !== (act === "explain" ? "MEMBER" : "DIRECTOR")) refusals.push(no("violationNotYours", CLAUSE));
  else if (act === "explain" && !by.units.includes(facts.unit)) refusals.push(no("violationOtherUnit", CLAUSE));
  if (!isReason(text)) refusals.push(no("violationSayWhy", CLAUSE));
  if (act === "conclude") {
    if (outcome !== "upheld" && outcome !== "dismissed") refusals.push(no("violationOutcomeMissing", CLAUSE));
    if (facts.state === "waiting" && now <= facts.explainDue) refusals.push(no("violationExplanationOpen", CLAUSE));
  }
  return refusals;
}

/** Acts that the regulation forbids, by the letter of its clause. */
export const PROHIBITED_ACTS = {
  "Đ17.k1.a": "điểm a khoản 1: chống Nhà nước, gây hại an ninh, trật tự, đoàn kết dân tộc",
  "Đ17.k1.b": "điểm b khoản 1: kích động bạo lực, dâm ô, tệ nạn, mê tín dị đoan",
  "Đ17.k1.c": "điểm c khoản 1: tiết lộ bí mật nhà nước và các bí mật khác",
  "Đ17.k1.d": "điểm d khoản 1: xuyên tạc, vu khống, xúc phạm tổ chức, cá nhân",
  "Đ17.k1.đ": "điểm đ khoản 1: quảng cáo, mua bán hàng hóa, dịch vụ bị cấm",
  "Đ17.k1.e": "điểm e khoản 1: giả mạo, phát tán thông tin sai sự thật",
  "Đ17.k1.g": "điểm g khoản 1: vi phạm sở hữu trí tuệ, giao dịch điện tử",
  "Đ17.k1.h": "điểm h khoản 1: hành vi khác theo quy định của pháp luật",
  "Đ17.k2": "khoản 2: sử dụng trái phép tài khoản, mật khẩu",
  "Đ17.k3": "khoản 3: đường dẫn trái phép, mã độc, xâm nhập hệ thống",
} as const;
export type ProhibitedAct = keyof typeof PROHIBITED_ACTS;

/** Who may know of incidents (REQ-144). */
export const INCIDENT_HATS: readonly Hat[] = ["DIRECTOR", "CHIEF", "ADMIN"];

export interface IncidentInput {
  readonly clause: string;
  readonly what: string;
  readonly day: Day;
  readonly unit: Id | null;
  /** Addresses of articles on the desk and rows of the log, as typed: one a line. */
  readonly exhibits: readonly string[];
}

export function incidentRefusals(
  input: IncidentInput,
  facts: { readonly found: number; readonly unknown: readonly string[]; readonly knowsUnit: boolean },
  by: Pick<Actor, "hat">,
  today: Day,
): Refusal<ViolationCode>[] {
  const clause = "Đ19.k3";
  const refusals: Refusal<ViolationCode>[] = [];
  if (!INCIDENT_HATS.some((hat) => hat === by.hat)) refusals.push(no("incidentNotYours", clause));
  if (!Object.hasOwn(PROHIBITED_ACTS, input.clause)) refusals.push(no("incidentPointMissing", "Đ17.k1"));
  if (!isReason(input.what)) refusals.push(no("incidentWhatMissing", clause));
  if (!isDay(input.day) || input.day > today) refusals.push(no("incidentDayInvalid", clause));
  if (input.unit !== null && !facts.knowsUnit) refusals.push(no("violationUnitUnknown", clause));
  if (facts.found === 0 && facts.unknown.length === 0) refusals.push(no("incidentExhibitMissing", clause));
  for (const line of facts.unknown) refusals.push(no("incidentExhibitUnknown", clause, { line }));
  return refusals;
}

export function incidentNoteRefusals(
  facts: { readonly isClosed: boolean },
  text: string,
  by: Pick<Actor, "hat">,
): Refusal<ViolationCode>[] {
  const clause = "Đ19.k3";
  const refusals: Refusal<ViolationCode>[] = [];
  if (!INCIDENT_HATS.some((hat) => hat === by.hat)) refusals.push(no("incidentNotYours", clause));
  if (facts.isClosed) refusals.push(no("incidentClosed", clause));
  if (!isReason(text)) refusals.push(no("incidentNoteMissing", clause));
  return refusals;
}
