import type { Refusal } from "../kernel/result.ts";
import { findBadCharacter, normalizeLine, normalizeText } from "../kernel/vietnamese.ts";

/** Who sends something, as typed: the least that an answer needs (law.md §7). */
export interface Sender {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export const CONTENT_LENGTH = 5_000;
const SHORTEST_CONTENT = 10;

export type IntakeCode =
  | "senderNameMissing"
  | "contactMissing"
  | "contactEmailInvalid"
  | "contactPhoneInvalid"
  | "contentTooShort"
  | "contentTooLong"
  | "contentMarkup"
  | "contentUnreadable"
  | "consentMissing"
  | "trapFilled"
  | "filledTooFast"
  | "formTooOld"
  | "sentTooOften"
  | "intakeFlooded"
  | "sentBefore"
  | "fileRefused"
  | "tooManyFiles";

const no = (code: IntakeCode, clause: string, detail?: Readonly<Record<string, string>>): Refusal =>
  detail ? { code, clause, detail } : { code, clause };

export function cleanSender({ name, email, phone }: Sender): Sender {
  return { name: normalizeLine(name), email: normalizeLine(email).toLowerCase(), phone: normalizeLine(phone) };
}

/** A name and one way to answer: e-mail or telephone. */
export function senderRefusals({ name, email, phone }: Sender): Refusal[] {
  const refusals: Refusal[] = [];
  if (name === "" || name.length > 100) refusals.push(no("senderNameMissing", "Đ3.k2.b"));
  if (email === "" && phone === "") refusals.push(no("contactMissing", "Đ3.k2.b"));
  if (email !== "" && !(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@.<>"]+$/.test(email) && email.length <= 200))
    refusals.push(no("contactEmailInvalid", "Đ3.k2.b"));
  if (phone !== "" && !/^\+?[\d\s.()-]{8,20}$/.test(phone)) refusals.push(no("contactPhoneInvalid", "Đ3.k2.b"));
  return refusals;
}

export const cleanWords = (text: string): string => normalizeText(text).trim();

/** What may be written: 10 to 5,000 characters of plain Unicode text. Markup is refused, never cut out. */
export function contentRefusals(content: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (content.length < SHORTEST_CONTENT) refusals.push(no("contentTooShort", "Đ3.k2.b"));
  if (content.length > CONTENT_LENGTH) {
    const length = content.length.toLocaleString("de-DE");
    return [...refusals, no("contentTooLong", "Đ3.k2.b", { length })];
  }
  const markup = /<\/?[a-z!][^>]{0,200}>|\[(?:url|img)\b|javascript:/i.exec(content)?.[0];
  if (markup) refusals.push(no("contentMarkup", "Đ6.k2", { part: markup.slice(0, 40) }));
  const bad = findBadCharacter(content);
  if (bad) refusals.push(no("contentUnreadable", "Đ6.k4", { around: bad.around }));
  return refusals;
}
