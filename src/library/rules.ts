import type { Actor } from "../board/actor.ts";
import { isDay, isReason, readable } from "../board/rules.ts";
import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { findBadCharacter, normalizeLine, normalizeText } from "../kernel/vietnamese.ts";
import type { ActingHat } from "../regulation/hats.ts";
import {
  type DocumentContent,
  type DocumentKind,
  documentName,
  isDocumentKind,
  isLanguage,
  isRelationKind,
  type LibraryDocument,
  type Relation,
} from "./document.ts";
import { parseNumberSymbol } from "./number-symbol.ts";
import { isEnding, makesCircle } from "./validity.ts";

/** Why something about the library is refused. `words.ts` has a sentence for each. */
export type LibraryCode =
  | "notThisHat"
  | "notYourLibrary"
  | "numberMalformed"
  | "numberTaken"
  | "docKindMissing"
  | "docTextMissing"
  | "docTextLegacy"
  | "docTextLong"
  | "issueDayInvalid"
  | "effectDayInvalid"
  | "effectBeforeIssue"
  | "effectEndInvalid"
  | "effectEndsBeforeBegin"
  | "ownerUnitMissing"
  | "docFieldUnknown"
  | "reviewDayInvalid"
  | "docUnknown"
  | "docChangedMeanwhile"
  | "changeNoteShort"
  | "docAlreadyPublic"
  | "docFileMissing"
  | "docNotPublic"
  | "fileNotReceived"
  | "fileTitleMissing"
  | "fileLanguageUnknown"
  | "filePlaceUnknown"
  | "fileSame"
  | "relationSelf"
  | "relationKindMissing"
  | "relationDayInvalid"
  | "relationDayEarly"
  | "relationOlder"
  | "relationCircle"
  | "relationTaken"
  | "relationUnknown"
  | "withdrawReasonShort"
  | "basisNumberMissing"
  | "basisTitleMissing"
  | "basisDayInvalid"
  | "basisPeriodInverted";

export const no = (
  code: LibraryCode,
  clause: string,
  detail?: Readonly<Record<string, string>>,
): Refusal<LibraryCode> => (detail ? { code, clause, detail } : { code, clause });

const EVERYWHERE: readonly ActingHat[] = ["STANDING_DEPUTY", "CHIEF", "SECRETARY"];
const IN_REACH: readonly ActingHat[] = ["MEMBER", "DEPUTY"];

/** Who keeps the library (law.md §11): a head for the own unit, a deputy for what he is in charge of, others all of it. */
export function keeperRefusals(by: Actor, unit: Id, field: Id | null): Refusal<LibraryCode>[] {
  if (EVERYWHERE.includes(by.hat)) return [];
  if (!IN_REACH.includes(by.hat)) return [no("notThisHat", "Đ13.k1.b")];
  const reaches = by.units.includes(unit) || (field !== null && by.fields.includes(field));
  return reaches ? [] : [no("notYourLibrary", "Đ13.k1.b")];
}

export const mayKeep = (by: Actor, { unit, field }: Pick<DocumentContent, "unit" | "field">): boolean =>
  keeperRefusals(by, unit, field).length === 0;

/** A document as a form or a row of a spreadsheet gives it: text only. */
export interface DocumentInput {
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly issuer: string;
  readonly signer: string;
  readonly abstract: string;
  /** Empty: in force from the day of issue. */
  readonly effectiveOn: string;
  readonly effectiveTo: string;
  readonly field: string;
  readonly unit: string;
  readonly earlyReason: string;
  readonly text: string;
}

/** What a document is judged against. */
export interface Shelves {
  readonly units: ReadonlySet<Id>;
  readonly fields: ReadonlySet<Id>;
  readonly documents: readonly LibraryDocument[];
}

const LONGEST_LINE = 500;
const LONGEST_ABSTRACT = 2000;
const LONGEST_TEXT = 1_000_000;

/** The content a form gives, cleaned, and everything that is wrong with it (REQ-082). `self` is the document changed. */
export function judgeDocument(
  input: DocumentInput,
  { units, fields, documents }: Shelves,
  self: Id | null = null,
): { content: DocumentContent; refusals: Refusal<LibraryCode>[] } {
  const refusals: Refusal<LibraryCode>[] = [];
  const clause = "REQ-082";
  const line = (name: string, text: string, longest = LONGEST_LINE) => {
    const clean = normalizeLine(text);
    if (clean === "") refusals.push(no("docTextMissing", clause, { name }));
    refusals.push(...textRefusals(name, clean, longest));
    return clean;
  };
  const number = parseNumberSymbol(input.number);
  if (number === null) refusals.push(no("numberMalformed", clause, { typed: normalizeLine(input.number) }));
  if (!isDocumentKind(input.kind)) refusals.push(no("docKindMissing", clause));
  const abstract = line("Trích yếu", input.abstract, LONGEST_ABSTRACT);
  const issuer = line("Cơ quan ban hành", input.issuer);
  const signer = line("Người ký", input.signer);
  const text = normalizeText(input.text).trim();
  refusals.push(...textRefusals("Nội dung", text, LONGEST_TEXT));
  if (!isDay(input.issuedOn)) refusals.push(no("issueDayInvalid", clause));
  const effectiveOn = input.effectiveOn || input.issuedOn;
  const earlyReason = normalizeLine(input.earlyReason);
  const isEarly = isDay(effectiveOn) && isDay(input.issuedOn) && effectiveOn < input.issuedOn;
  if (input.effectiveOn && !isDay(input.effectiveOn)) refusals.push(no("effectDayInvalid", clause));
  if (isEarly && !isReason(earlyReason)) {
    const detail = { effective: readable(effectiveOn), issued: readable(input.issuedOn) };
    refusals.push(no("effectBeforeIssue", clause, detail));
  }
  const effectiveTo = input.effectiveTo || null;
  if (effectiveTo !== null && !isDay(effectiveTo)) refusals.push(no("effectEndInvalid", clause));
  else if (effectiveTo !== null && effectiveTo < effectiveOn) refusals.push(no("effectEndsBeforeBegin", clause));
  if (!units.has(input.unit)) refusals.push(no("ownerUnitMissing", "Đ13.k1.b"));
  if (input.field && !fields.has(input.field)) refusals.push(no("docFieldUnknown", "Đ10"));
  const twin = documents.find(
    (other) =>
      other.id !== self && other.number === number && other.issuedOn === input.issuedOn && other.issuer === issuer,
  );
  if (twin) refusals.push(no("numberTaken", clause, { number: twin.number, day: readable(twin.issuedOn) }));
  const content: DocumentContent = {
    kind: input.kind as DocumentKind,
    number: number ?? "",
    typed: input.number.trim().slice(0, 100),
    issuedOn: input.issuedOn,
    issuer,
    signer,
    abstract,
    effectiveOn,
    effectiveTo,
    field: input.field || null,
    unit: input.unit,
    earlyReason: isEarly ? earlyReason : "",
    text,
  };
  return { content, refusals };
}

function textRefusals(name: string, text: string, longest: number): Refusal<LibraryCode>[] {
  if (text.length > longest) return [no("docTextLong", "REQ-082", { name, longest: String(longest) })];
  const bad = findBadCharacter(text);
  return bad ? [no("docTextLegacy", "Đ6.k4", { name, around: bad.around })] : [];
}

/** Đ13.k1.b: every document has a day of review, ahead of today when it is set. */
export function reviewRefusals(reviewOn: string, today: Day): Refusal<LibraryCode>[] {
  return isDay(reviewOn) && reviewOn > today ? [] : [no("reviewDayInvalid", "Đ13.k1.b")];
}

/** Public wording changes only with a note that readers see. */
export function noteRefusals(isPublic: boolean, note: string): Refusal<LibraryCode>[] {
  return !isPublic || isReason(note) ? [] : [no("changeNoteShort", "Đ13.k1.b")];
}

export interface FileInput {
  readonly title: string;
  readonly language: string;
}

export function fileRefusals({ title, language }: FileInput, isReceived: boolean): Refusal<LibraryCode>[] {
  const refusals: Refusal<LibraryCode>[] = [];
  if (!isReceived) refusals.push(no("fileNotReceived", "REQ-082"));
  if (normalizeLine(title) === "") refusals.push(no("fileTitleMissing", "REQ-073"));
  refusals.push(...textRefusals("Tên tệp", normalizeLine(title), LONGEST_LINE));
  if (!isLanguage(language)) refusals.push(no("fileLanguageUnknown", "REQ-073"));
  return refusals;
}

export interface RelationInput {
  readonly from: Id;
  readonly to: Id;
  readonly kind: string;
  /** Empty: from the day on which the document takes effect. */
  readonly on: string;
}

/** A relation among known documents: not to itself, not backwards in time, not in a circle, not twice. */
export function relationRefusals(
  input: RelationInput,
  documents: readonly LibraryDocument[],
  relations: readonly Relation[],
): Refusal<LibraryCode>[] {
  const clause = "REQ-071";
  const from = documents.find(({ id }) => id === input.from);
  const to = documents.find(({ id }) => id === input.to);
  if (!from || !to) return [no("docUnknown", clause)];
  if (from.id === to.id) return [no("relationSelf", clause)];
  const { kind } = input;
  if (!isRelationKind(kind)) return [no("relationKindMissing", clause)];
  const refusals: Refusal<LibraryCode>[] = [];
  const on = input.on || from.effectiveOn;
  if (!isDay(on)) refusals.push(no("relationDayInvalid", clause));
  else if (on < from.effectiveOn) {
    refusals.push(no("relationDayEarly", clause, { name: documentName(from), day: readable(from.effectiveOn) }));
  }
  if (relations.some((known) => known.from === from.id && known.to === to.id && known.kind === kind)) {
    refusals.push(no("relationTaken", clause));
  }
  if (!isEnding(kind)) return refusals;
  const names = { from: documentName(from), to: documentName(to) };
  if (from.issuedOn < to.issuedOn) refusals.push(no("relationOlder", clause, names));
  if (makesCircle(relations, from.id, to.id)) refusals.push(no("relationCircle", clause, names));
  return refusals;
}

/** A change of the day of issue that would let an older document replace a newer one. */
export function orderRefusals(
  content: DocumentContent,
  self: Id,
  documents: readonly LibraryDocument[],
  relations: readonly Relation[],
): Refusal<LibraryCode>[] {
  const issued = new Map(documents.map(({ id, issuedOn }) => [id, issuedOn]));
  issued.set(self, content.issuedOn);
  const broken = relations.some(
    ({ kind, from, to }) => isEnding(kind) && (from === self || to === self) && issued.get(from)! < issued.get(to)!,
  );
  return broken ? [no("relationOlder", "REQ-071", { from: documentName(content), to: "văn bản liên quan" })] : [];
}

export interface BasisInput {
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly topic: string;
  readonly issuedOn: string;
  readonly from: string;
  readonly to: string;
  readonly replacedBy: string;
  readonly note: string;
  readonly checkedOn: string;
}

/** Căn cứ pháp lý is kept by those who answer for the rules and by the administrator (REQ-002). */
export function basisRefusals(input: BasisInput, by: Actor): Refusal<LibraryCode>[] {
  const refusals: Refusal<LibraryCode>[] = [];
  if (![...EVERYWHERE, "ADMIN", "DIRECTOR"].includes(by.hat)) refusals.push(no("notThisHat", "REQ-002"));
  if (normalizeLine(input.number) === "") refusals.push(no("basisNumberMissing", "REQ-002"));
  if (normalizeLine(input.title) === "") refusals.push(no("basisTitleMissing", "REQ-002"));
  const days = [input.issuedOn, input.from, input.to, input.checkedOn];
  if (days.some((day) => day !== "" && !isDay(day))) refusals.push(no("basisDayInvalid", "REQ-002"));
  else if (input.from && input.to && input.to < input.from) refusals.push(no("basisPeriodInverted", "REQ-002"));
  return refusals;
}
