import { one, type Typed } from "../http/form-state.ts";
import type { LibraryDocument } from "./document.ts";
import type { DocumentInput } from "./rules.ts";

/** Controls of the form, by what they hold. */
const CONTROLS: Readonly<Record<keyof DocumentInput, string>> = {
  number: "so",
  kind: "loai",
  abstract: "trich-yeu",
  issuer: "co-quan",
  signer: "nguoi-ky",
  issuedOn: "ngay-ban-hanh",
  effectiveOn: "ngay-hieu-luc",
  earlyReason: "ly-do-som",
  effectiveTo: "ngay-het",
  unit: "don-vi",
  field: "linh-vuc",
  text: "toan-van",
};

export const CONTROL_NAMES: readonly string[] = [...Object.values(CONTROLS), "ngay-ra-soat", "ghi-chu", "ban"];

/** Beside which control a reason is shown. */
export const CONTROL_OF: Readonly<Record<string, string>> = {
  numberMalformed: "so",
  numberTaken: "so",
  docKindMissing: "loai",
  issueDayInvalid: "ngay-ban-hanh",
  effectDayInvalid: "ngay-hieu-luc",
  effectBeforeIssue: "ly-do-som",
  effectEndInvalid: "ngay-het",
  effectEndsBeforeBegin: "ngay-het",
  ownerUnitMissing: "don-vi",
  docFieldUnknown: "linh-vuc",
  reviewDayInvalid: "ngay-ra-soat",
  changeNoteShort: "ghi-chu",
};

export function readDocumentForm(body: unknown): DocumentInput {
  const entries = Object.entries(CONTROLS).map(([name, control]) => [name, one(body, control)]);
  return Object.fromEntries(entries) as DocumentInput;
}

/** What the form shows of a document as it stands. */
export function typedOf(document: LibraryDocument): Typed {
  return {
    so: document.number,
    loai: document.kind,
    "trich-yeu": document.abstract,
    "co-quan": document.issuer,
    "nguoi-ky": document.signer,
    "ngay-ban-hanh": document.issuedOn,
    "ngay-hieu-luc": document.effectiveOn,
    "ly-do-som": document.earlyReason,
    "ngay-het": document.effectiveTo ?? "",
    "don-vi": document.unit,
    "linh-vuc": document.field ?? "",
    "toan-van": document.text,
  };
}
