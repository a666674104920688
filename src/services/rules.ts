import type { Actor } from "../board/actor.ts";
import { isDay, isReason } from "../board/rules.ts";
import { LONGEST, linesOf, type RecordContent } from "../desk/record-fields.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { ActingHat } from "../regulation/hats.ts";
import { type EntryKind, fieldsOf } from "./fields.ts";
import { isLevel } from "./levels.ts";

/** Why something about the catalogue is refused. `words.ts` has a sentence for each. */
export type ServicesCode =
  | "entryNotYours"
  | "entryUnknown"
  | "entryChanged"
  | "entryCodeMissing"
  | "entryCodeTaken"
  | "entryUnitUnknown"
  | "entryReviewInvalid"
  | "entryTooLong"
  | "entryFieldMissing"
  | "entryNumberInvalid"
  | "procedureWithoutLimit"
  | "procedureWithoutDossier"
  | "serviceWithoutLevel"
  | "serviceProcedureUnknown"
  | "serviceLinkInvalid"
  | "serviceLinkOutside"
  | "entryFileUnknown"
  | "entryExpired"
  | "entryDraft"
  | "entryReasonMissing"
  | "entryDayInvalid";

const no = (code: ServicesCode, clause: string, detail?: Readonly<Record<string, string>>): Refusal<ServicesCode> =>
  detail ? { code, clause, detail } : { code, clause };

export const clauseOf = (kind: EntryKind): string => (kind === "procedure" ? "Đ14.k5.g1" : "Đ14.k5.g2");

/** law.md §11: these keep the whole library; heads and deputies the part of their units. */
const KEEPERS: readonly ActingHat[] = ["CHIEF", "STANDING_DEPUTY", "SECRETARY"];
const OF_OWN_UNITS: readonly ActingHat[] = ["MEMBER", "DEPUTY"];

export function mayKeep(by: Pick<Actor, "hat" | "units">, unit: Id): boolean {
  return KEEPERS.includes(by.hat) || (OF_OWN_UNITS.includes(by.hat) && by.units.includes(unit));
}

export interface EntryInput {
  readonly kind: EntryKind;
  readonly code: string;
  readonly unit: Id;
  readonly content: RecordContent;
  readonly reviewOn: Day;
  /** Hashes of the forms to download, in order. */
  readonly files: readonly string[];
  /** Publishes it; what is public already is published whenever it is saved. */
  readonly publish: boolean;
}

/** What is known when an entry is saved. */
export interface EntryFacts {
  readonly unit: Id | null;
  readonly status: "DRAFT" | "PUBLIC" | null;
  readonly expiredOn: Day | null;
  readonly isCodeTaken: boolean;
  readonly knowsUnit: boolean;
  readonly knowsProcedure: boolean;
  /** Every file sent was received by this person, or belonged to the entry before. */
  readonly unknownFiles: number;
  readonly trustedHosts: readonly string[];
}

/** Everything in the way of saving an entry (REQ-096, REQ-097). */
export function saveRefusals(input: EntryInput, facts: EntryFacts, by: Actor, today: Day): Refusal<ServicesCode>[] {
  const clause = clauseOf(input.kind);
  const refusals: Refusal<ServicesCode>[] = [];
  // Both of whom it was and whose it becomes: nobody gives away or takes what is not in his charge.
  const mine = mayKeep(by, input.unit) && (facts.unit === null || mayKeep(by, facts.unit));
  if (!mine) refusals.push(no("entryNotYours", clause));
  if (!facts.knowsUnit) refusals.push(no("entryUnitUnknown", clause));
  if (facts.expiredOn !== null) refusals.push(no("entryExpired", clause));
  if (!input.code) refusals.push(no("entryCodeMissing", clause));
  if (facts.isCodeTaken) refusals.push(no("entryCodeTaken", clause, { code: input.code }));
  if (!isDay(input.reviewOn) || input.reviewOn <= today) refusals.push(no("entryReviewInvalid", clause));
  if (facts.unknownFiles > 0) refusals.push(no("entryFileUnknown", clause));
  refusals.push(...contentRefusals(input, facts, input.publish || facts.status === "PUBLIC"));
  return refusals;
}

function contentRefusals(input: EntryInput, facts: EntryFacts, isPublic: boolean): Refusal<ServicesCode>[] {
  const { kind, content } = input;
  const clause = clauseOf(kind);
  const refusals = fieldsOf(kind).flatMap(({ key, label, name, kind: entry, optional }) => {
    const text = content[key] ?? "";
    const detail = { label, name };
    if (text.length > LONGEST) return [no("entryTooLong", clause, detail)];
    if (entry === "number" && text !== "" && !/^[1-9]\d{0,3}$/.test(text))
      return [no("entryNumberInvalid", clause, detail)];
    if (text !== "" || optional) return [];
    if (key === "level") return [no("serviceWithoutLevel", clause)];
    if (key !== "name" && !isPublic) return [];
    if (key === "days") return [no("procedureWithoutLimit", clause)];
    return key === "dossier" ? [no("procedureWithoutDossier", clause)] : [no("entryFieldMissing", clause, detail)];
  });
  if (kind === "procedure") {
    const onlyDashes = (content.dossier ?? "") !== "" && linesOf(content.dossier ?? "").length === 0;
    return onlyDashes && isPublic ? [...refusals, no("procedureWithoutDossier", clause)] : refusals;
  }
  if (content.level && !isLevel(content.level)) refusals.push(no("serviceWithoutLevel", clause));
  if (content.procedure && !facts.knowsProcedure) refusals.push(no("serviceProcedureUnknown", clause));
  return [...refusals, ...linkRefusals(content, facts.trustedHosts)];
}

function linkRefusals(content: RecordContent, trusted: readonly string[]): Refusal<ServicesCode>[] {
  const { link = "", outsideReason = "" } = content;
  if (link === "") return [];
  const host = hostOf(link);
  if (host === null) return [no("serviceLinkInvalid", "Đ14.k5.g2")];
  if (isTrustedHost(host, trusted) || isReason(outsideReason)) return [];
  return [no("serviceLinkOutside", "Đ14.k5.g2", { host })];
}

/** The host a link leads to; null when it is no plain web address. */
export function hostOf(link: string): string | null {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.hostname.toLowerCase().replace(/\.$/, "");
}

/** `gov.vn` in the list trusts itself and everything under it, and not `notgov.vn` or `gov.vn.evil.com`. */
export const isTrustedHost = (host: string, trusted: readonly string[]): boolean =>
  trusted.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));

/** "Vẫn đúng": the owner looked and nothing has changed. */
export function confirmRefusals(facts: { unit: Id; expiredOn: Day | null; kind: EntryKind }, by: Actor) {
  const clause = clauseOf(facts.kind);
  const refusals: Refusal<ServicesCode>[] = [];
  if (!mayKeep(by, facts.unit)) refusals.push(no("entryNotYours", clause));
  if (facts.expiredOn !== null) refusals.push(no("entryExpired", clause));
  return refusals;
}

/** "Hết hiệu lực" from a day on, with the reason the public reads; it stays where it is. */
export function expireRefusals(
  facts: { unit: Id; expiredOn: Day | null; kind: EntryKind; status: string },
  input: { on: Day; reason: string },
  by: Actor,
) {
  const clause = clauseOf(facts.kind);
  const refusals = confirmRefusals(facts, by);
  if (facts.status !== "PUBLIC") refusals.push(no("entryDraft", clause));
  if (!isDay(input.on)) refusals.push(no("entryDayInvalid", clause));
  if (!isReason(input.reason)) refusals.push(no("entryReasonMissing", clause));
  return refusals;
}

/** Somebody else saved it after it was looked at. */
export const entryChanged = ({ kind, version }: { readonly kind: EntryKind; readonly version: number }) =>
  no("entryChanged", clauseOf(kind), { version: String(version) });

export const entryUnknown = (): Refusal<ServicesCode> => no("entryUnknown", "Đ14.k5");
