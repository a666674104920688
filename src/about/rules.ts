import type { Actor } from "../board/actor.ts";
import { isDay } from "../board/rules.ts";
import { LONGEST } from "../desk/record-fields.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { type PageContent, type PageKind, pageFields } from "./fields.ts";
import type { PageState } from "./page-moves.ts";

/** Why something about pages, admissions and contacts is refused. `words.ts` has a sentence for each. */
export type AboutCode =
  | "pageUnknown"
  | "pageNotYours"
  | "pageNotThere"
  | "pageOwnText"
  | "pageReasonMissing"
  | "pageWaiting"
  | "pageUnitUnknown"
  | "pageFieldMissing"
  | "pageTooLong"
  | "pageFileUnknown"
  | "pageDayInvalid"
  | "pagePeriodInverted"
  | "contactNotYours"
  | "contactUnknown"
  | "contactPhoneInvalid"
  | "contactEmailInvalid";

const no = (code: AboutCode, clause: string, detail?: Readonly<Record<string, string>>): Refusal<AboutCode> =>
  detail ? { code, clause, detail } : { code, clause };

export const clauseOf = (kind: PageKind): string => (kind === "text" ? "Đ14.k1" : "Đ14.k7");

/** Pages are written by the secretary and by the head of the unit that owns them. */
export const mayWrite = (by: Pick<Actor, "hat" | "units">, unit: Id): boolean =>
  by.hat === "SECRETARY" || (by.hat === "MEMBER" && by.units.includes(unit));

export interface PageSaving {
  readonly kind: PageKind;
  readonly unit: Id;
  readonly content: PageContent;
}

export interface SavingFacts {
  readonly unit: Id | null;
  readonly state: PageState | null;
  readonly knowsUnit: boolean;
  readonly unknownFiles: number;
}

export function savePageRefusals(input: PageSaving, facts: SavingFacts, by: Actor): Refusal<AboutCode>[] {
  const clause = clauseOf(input.kind);
  const refusals: Refusal<AboutCode>[] = [];
  if (!mayWrite(by, input.unit) || (facts.unit !== null && !mayWrite(by, facts.unit)))
    refusals.push(no("pageNotYours", clause));
  if (!facts.knowsUnit) refusals.push(no("pageUnitUnknown", clause));
  if (facts.state === "AWAITING_HEAD" || facts.state === "AWAITING_CHIEF") refusals.push(no("pageWaiting", clause));
  if (facts.unknownFiles > 0) refusals.push(no("pageFileUnknown", clause));
  for (const { key, label, name } of pageFields(input.kind)) {
    const text = input.content[key] ?? "";
    if (text.length > LONGEST) refusals.push(no("pageTooLong", clause, { label, name }));
    if (key === "title" && text === "") refusals.push(no("pageFieldMissing", clause, { label, name }));
  }
  return refusals;
}

/** What a version must hold before anybody is asked to approve it. */
export function contentRefusals(kind: PageKind, content: PageContent): Refusal<AboutCode>[] {
  const clause = clauseOf(kind);
  const refusals = pageFields(kind).flatMap(({ key, label, name, optional, kind: entry }) => {
    const text = content[key] ?? "";
    if (text === "") return optional ? [] : [no("pageFieldMissing", clause, { label, name })];
    return entry === "date" && !isDay(text) ? [no("pageDayInvalid", clause, { label, name })] : [];
  });
  const { opensOn = "", closesOn = "" } = content;
  const inverted = isDay(opensOn) && isDay(closesOn) && closesOn < opensOn;
  return inverted ? [...refusals, no("pagePeriodInverted", clause, { name: "den-ngay" })] : refusals;
}

/** "Vẫn đúng" is said by who keeps a page, of the version he looked at, while that is what the public reads. */
export function confirmPageRefusals(
  page: { readonly unit: Id; readonly state: PageState; readonly version: number; readonly kind: PageKind },
  version: number,
  by: Actor,
): Refusal<AboutCode>[] {
  const clause = clauseOf(page.kind);
  if (!mayWrite(by, page.unit)) return [no("pageNotYours", clause)];
  return page.state === "LIVE" && page.version === version ? [] : [no("pageNotThere", clause)];
}

export type AdmissionPhase = "ahead" | "open" | "closed";

/** Whether dossiers are taken on a day: from the first to the last, both counted. */
export const admissionPhase = (window: { opensOn: Day; closesOn: Day }, today: Day): AdmissionPhase =>
  today < window.opensOn ? "ahead" : today > window.closesOn ? "closed" : "open";

/** Mail services open to anybody: an address there is nobody's official one (REQ-080). */
const PERSONAL_MAIL = new Set(
  "gmail.com googlemail.com yahoo.com yahoo.com.vn outlook.com hotmail.com live.com icloud.com me.com aol.com proton.me protonmail.com zoho.com mail.com yandex.com gmx.com".split(
    " ",
  ),
);

export const isPersonalMail = (email: string): boolean =>
  PERSONAL_MAIL.has(
    email
      .slice(email.lastIndexOf("@") + 1)
      .trim()
      .toLowerCase(),
  );

export interface ContactInput {
  readonly subject: "unit" | "person";
  readonly id: Id;
  readonly phone: string;
  readonly email: string;
  readonly place: string;
  readonly task: string;
  /** A person agreed that this is shown. */
  readonly isShown: boolean;
}

export function contactRefusals(
  input: ContactInput,
  facts: { readonly unit: Id | null },
  by: Actor,
): Refusal<AboutCode>[] {
  if (facts.unit === null) return [no("contactUnknown", "Đ14.k1")];
  const refusals: Refusal<AboutCode>[] = [];
  if (!mayWrite(by, facts.unit) && by.hat !== "ADMIN") refusals.push(no("contactNotYours", "Đ14.k1"));
  if (input.phone && !/^\+?[\d\s.()-]{6,24}$/.test(input.phone)) refusals.push(no("contactPhoneInvalid", "Đ14.k1"));
  if (input.email && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(input.email))
    refusals.push(no("contactEmailInvalid", "Đ14.k1"));
  return refusals;
}

export const pageUnknown = (): Refusal<AboutCode> => no("pageUnknown", "Đ14.k1");
