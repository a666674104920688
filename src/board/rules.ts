import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import type { ActingHat } from "../regulation/hats.ts";
import { type Actor, isInForce } from "./actor.ts";
import { type Board, UNIT_KINDS, type Unit } from "./board.ts";

/** Why something about the board is refused. `words.ts` has a sentence for each. */
export type BoardCode =
  | "notThisHat"
  | "nameMissing"
  | "codeInvalid"
  | "codeTaken"
  | "kindUnknown"
  | "dayInvalid"
  | "periodInverted"
  | "secondStandingUnit"
  | "standingUnitNeeded"
  | "unitUnknown"
  | "unitClosed"
  | "unitStillStaffed"
  | "fieldUnknown"
  | "personUnknown"
  | "personLeft"
  | "unitOrClassMissing"
  | "emailInvalid"
  | "hatUnknown"
  | "unitMissing"
  | "unitNotForHat"
  | "chargeNotForHat"
  | "decisionMissing"
  | "decisionDayInvalid"
  | "secondStandingDeputy"
  | "secondHolder"
  | "secondHead"
  | "alreadyAppointed"
  | "appointmentUnknown"
  | "endsBeforeBegin"
  | "alreadyEnded"
  | "delegationChain"
  | "selfDelegation"
  | "delegateNotStandingDeputy"
  | "powersMissing"
  | "delegationPast"
  | "documentMissing"
  | "reasonTooShort"
  | "delegationUnknown"
  | "delegationRevoked"
  | "notYourDelegation";

export const no = (code: BoardCode, clause: string, detail?: Readonly<Record<string, string>>): Refusal<BoardCode> =>
  detail ? { code, clause, detail } : { code, clause };

/** Đ7.k1: the Director sets up the board; law.md §11: the administrator enters it after the decision. */
const MAY_SET_UP: readonly ActingHat[] = ["ADMIN", "DIRECTOR", "SYSTEM"];

/** Whether a hat may enter units, people and holders of roles. */
export const maySetUp = (hat: ActingHat): boolean => MAY_SET_UP.includes(hat);

export const setUpRefusals = (by: Actor, clause = "Đ7.k1"): Refusal<BoardCode>[] =>
  maySetUp(by.hat) ? [] : [no("notThisHat", clause)];

/** A day that exists, `YYYY-MM-DD`: 31 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** A day as it is read: 24/11/2026. */
export const readable = (day: Day): string => day.split("-").reverse().join("/");

/** Short Latin name: `dao-tao`. It goes into addresses and user names. */
export const isCode = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 40;

/** Shortest reason that says something. Characters. */
const REASON_LENGTH = 10;
export const isReason = (text: string): boolean => text.trim().length >= REASON_LENGTH;

export interface UnitInput {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly duties: string;
  readonly isStanding: boolean;
  readonly from: Day;
}

export function addUnitRefusals(board: Board, input: UnitInput, by: Actor): Refusal<BoardCode>[] {
  const refusals = setUpRefusals(by);
  refusals.push(...codeRefusals(board.units, input.code));
  if (!input.name) refusals.push(no("nameMissing", "QĐ-Đ3"));
  if (!Object.hasOwn(UNIT_KINDS, input.kind)) refusals.push(no("kindUnknown", "QĐ-Đ3"));
  if (!isDay(input.from)) refusals.push(no("dayInvalid", "QĐ-Đ3"));
  const standing = board.units.find(({ isStanding }) => isStanding);
  if (input.isStanding && standing) refusals.push(no("secondStandingUnit", "Đ4.k6", { unit: standing.name }));
  return refusals;
}

/** What is left out stays as it is. */
export interface UnitChange {
  readonly unit: Id;
  readonly name?: string;
  readonly duties?: string;
  /** Last day of the unit. */
  readonly to?: Day;
  /** Makes this the standing unit in place of the present one; there is always exactly one (Đ4.k6). */
  readonly isStanding?: boolean;
}

export function changeUnitRefusals(board: Board, input: UnitChange, by: Actor): Refusal<BoardCode>[] {
  const unit = board.units.find(({ id }) => id === input.unit);
  const refusals = setUpRefusals(by);
  if (!unit) return [...refusals, no("unitUnknown", "QĐ-Đ3")];
  if (input.name === "") refusals.push(no("nameMissing", "QĐ-Đ3"));
  if (input.isStanding === false && unit.isStanding) refusals.push(no("standingUnitNeeded", "Đ4.k6"));
  if (input.isStanding && unit.to !== null) refusals.push(no("unitClosed", "Đ4.k6", { unit: unit.name }));
  if (input.to !== undefined) refusals.push(...closingRefusals(board, unit, input));
  return refusals;
}

function closingRefusals(board: Board, unit: Unit, { to = "", isStanding }: UnitChange): Refusal<BoardCode>[] {
  if (!isDay(to)) return [no("dayInvalid", "QĐ-Đ3")];
  const refusals: Refusal<BoardCode>[] = [];
  if (to < unit.from) refusals.push(no("periodInverted", "QĐ-Đ3"));
  if (unit.isStanding || isStanding) refusals.push(no("standingUnitNeeded", "Đ4.k6"));
  const staffed = board.appointments.some((item) => item.unit === unit.id && (item.to === null || item.to > to));
  if (staffed) refusals.push(no("unitStillStaffed", "QĐ-Đ3", { unit: unit.name }));
  return refusals;
}

export interface FieldInput {
  readonly code: string;
  readonly name: string;
}

export function addFieldRefusals(board: Board, input: FieldInput, by: Actor): Refusal<BoardCode>[] {
  const refusals = [...setUpRefusals(by), ...codeRefusals(board.fields, input.code)];
  if (!input.name) refusals.push(no("nameMissing", "Đ10"));
  return refusals;
}

function codeRefusals(taken: readonly { code: string }[], code: string): Refusal<BoardCode>[] {
  if (!isCode(code)) return [no("codeInvalid", "QĐ-Đ3", { code })];
  return taken.some((item) => item.code === code) ? [no("codeTaken", "QĐ-Đ3", { code })] : [];
}

export interface PersonInput {
  readonly fullName: string;
  readonly position: string;
  readonly email: string;
  /** Own unit; for an external contributor the sponsoring unit, left out for the standing unit. */
  readonly unit: Id | null;
  readonly isExternal: boolean;
}

/** The unit a person belongs to: an external contributor without one is sponsored by the standing unit. */
export function unitOfPerson(board: Board, { unit, isExternal }: PersonInput): Id | null {
  if (unit !== null || !isExternal) return unit;
  return board.units.find(({ isStanding }) => isStanding)?.id ?? null;
}

export function addPersonRefusals(board: Board, input: PersonInput, by: Actor, today: Day): Refusal<BoardCode>[] {
  const refusals = setUpRefusals(by, "Đ7.k3");
  if (!input.fullName) refusals.push(no("nameMissing", "Đ1.k2"));
  if (input.email && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(input.email)) refusals.push(no("emailInvalid", "Đ1.k2"));
  const id = unitOfPerson(board, input);
  if (id === null) return [...refusals, no("unitOrClassMissing", input.isExternal ? "Đ15.k2.b1" : "Đ1.k2")];
  return [...refusals, ...unitRefusals(board, id, today, "Đ1.k2")];
}

/** A unit that must exist on `day`. */
export function unitRefusals(board: Board, id: Id, day: Day, clause: string): Refusal<BoardCode>[] {
  const unit = board.units.find((item) => item.id === id);
  if (!unit) return [no("unitUnknown", clause)];
  return isInForce(unit, day) || unit.from > day ? [] : [no("unitClosed", clause, { unit: unit.name })];
}

export interface Leaving {
  readonly person: Id;
  /** Last day at the centre. */
  readonly on: Day;
  readonly paper: string;
}

export function leaveRefusals(board: Board, input: Leaving, by: Actor): Refusal<BoardCode>[] {
  const refusals = setUpRefusals(by, "Đ7.k3");
  const person = board.people.find(({ id }) => id === input.person);
  if (!isDay(input.on)) refusals.push(no("dayInvalid", "Đ4.k6"));
  if (!input.paper) refusals.push(no("decisionMissing", "Đ4.k6"));
  if (!person) return [...refusals, no("personUnknown", "Đ4.k6")];
  if (person.leftOn !== null)
    refusals.push(no("personLeft", "Đ4.k6", { name: person.fullName, day: readable(person.leftOn) }));
  return refusals;
}
