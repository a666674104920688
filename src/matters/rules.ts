import type { Actor } from "../board/actor.ts";
import { isDay } from "../board/rules.ts";
import { LONGEST } from "../desk/record-fields.ts";
import type { Day } from "../kernel/clock.ts";
import { addDays } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { findBadCharacter } from "../kernel/vietnamese.ts";
import { addWorkingDays, type WorkCalendar } from "../kernel/working-days.ts";
import {
  MATTER_KINDS,
  type MatterAct,
  type MatterKindName,
  type MatterMove,
  type MatterState,
  type MatterWho,
} from "../regulation/matter-kinds.ts";
import type { Settings } from "../settings/settings.ts";
import {
  fieldsOfKind,
  fieldsOfMove,
  LONGEST_LINE,
  type MatterContent,
  type MatterField,
  PRIORITIES,
} from "./fields.ts";

export type MatterCode =
  | "matterNotAtThisStep"
  | "matterNotYours"
  | "matterOwn"
  | "matterMoved"
  | "matterFieldMissing"
  | "matterFieldLong"
  | "matterUnreadable"
  | "matterDayInvalid"
  | "matterDayPast"
  | "matterDayAhead"
  | "matterChoiceUnknown"
  | "matterYearInvalid"
  | "matterYearTaken"
  | "matterNobody"
  | "matterPersonUnknown"
  | "matterUnitUnknown"
  | "matterUnitNotInCharge"
  | "matterUnitMissing"
  | "matterFileUnknown";

/** Whose a matter is and where it stands, as the rules need it. */
export interface MatterFacts {
  readonly kind: MatterKindName;
  /** Null before it exists. */
  readonly state: MatterState | null;
  readonly raisedBy: Id | null;
  readonly unit: Id | null;
  readonly people: readonly Id[];
  readonly units: readonly Id[];
}

export interface MatterStep {
  readonly act: MatterAct;
  readonly rule: string;
  readonly from: MatterState | null;
  readonly to: MatterState;
  readonly clause: string;
  readonly delegation: Id | null;
}

const no = (code: MatterCode, clause: string, detail?: Readonly<Record<string, string>>): Refusal => ({
  code,
  clause,
  ...(detail ? { detail } : {}),
});

const startsAt = ({ from }: MatterMove, state: MatterState | null): boolean =>
  state === null ? from === null : (from?.includes(state) ?? false);

/** Whether this person in this hat may make this step here. Clause, hat and delegation come from the row of the kind. */
export function judgeStep(facts: MatterFacts, act: MatterAct, by: Actor): Result<MatterStep, Refusal[]> {
  const { clause: own, moves } = MATTER_KINDS[facts.kind];
  const move = moves.find((one) => one.act === act && startsAt(one, facts.state));
  if (!move) return refused([no("matterNotAtThisStep", own)]);
  const { clause } = move;
  const who = move.who.filter((one) => fits(one, facts, by));
  if (who.length === 0) return refused([reachRefusal(move, by)]);
  const isOwn = move.notOwn && by.person === facts.raisedBy && by.hat !== "DIRECTOR";
  if (isOwn) return refused([no("matterOwn", clause)]);
  const under = who.every((one) => "hat" in one && one.under !== undefined) ? who.map(powerOf)[0] : undefined;
  const paper = by.delegations.find(({ powers }) => under !== undefined && powers.includes(under));
  return done({
    act,
    rule: `${facts.kind}.${act}`,
    from: facts.state,
    to: move.to === "same" ? facts.state! : move.to,
    clause,
    delegation: paper?.id ?? null,
  });
}

const powerOf = (one: MatterWho) => ("hat" in one ? one.under : undefined);

function fits(one: MatterWho, facts: MatterFacts, by: Actor): boolean {
  if ("hat" in one) {
    const { hat, under } = one;
    return hat === by.hat && (under === undefined || by.delegations.some(({ powers }) => powers.includes(under)));
  }
  if (by.hat === "SYSTEM") return false;
  if (one.is === "raiser") return by.person === facts.raisedBy;
  const heads = (unit: Id | null) => by.hat === "MEMBER" && unit !== null && by.units.includes(unit);
  return one.is === "unit" ? heads(facts.unit) : facts.people.includes(by.person) || facts.units.some(heads);
}

function reachRefusal({ who, clause }: MatterMove, by: Actor): Refusal {
  if (who.some((one) => "hat" in one && one.hat === by.hat && one.under)) return { code: "noDelegation", clause };
  const byPart = by.hat !== "SYSTEM" && who.some((one) => "is" in one);
  return byPart ? no("matterNotYours", clause) : { code: "notThisHat", clause };
}

/** The steps that are open to this person here, in the order of the kind. */
export const offeredMoves = (facts: MatterFacts, by: Actor): readonly MatterMove[] =>
  MATTER_KINDS[facts.kind].moves.filter((move) => startsAt(move, facts.state) && judgeStep(facts, move.act, by).ok);

/** The kinds that this person may raise in this hat. */
export const raisable = (by: Actor): MatterKindName[] =>
  (Object.keys(MATTER_KINDS) as MatterKindName[]).filter((kind) => judgeStep(newFacts(kind), "raise", by).ok);

export const newFacts = (kind: MatterKindName): MatterFacts => ({
  kind,
  state: null,
  raisedBy: null,
  unit: null,
  people: [],
  units: [],
});

/** Whether whoever acts is the one from whom the next step is expected. */
export function owesNext(facts: MatterFacts, by: Actor): boolean {
  const owers = facts.state === null ? [] : (MATTER_KINDS[facts.kind].owes[facts.state] ?? []);
  return owers.some((one) => (one === "addressee" ? fits({ is: "addressee" }, facts, by) : one === by.hat));
}

/** What is wrong with the fields of a form; each refusal names its control. */
export function contentRefusals(
  fields: readonly MatterField[],
  content: Readonly<Partial<Record<string, string>>>,
  clause: string,
  today: Day,
): Refusal[] {
  return fields.flatMap((field) => fieldRefusals(field, content[field.key] ?? "", clause, today));
}

function fieldRefusals({ key, name, label, kind, optional }: MatterField, value: string, clause: string, today: Day) {
  const about = (code: MatterCode, more: Record<string, string> = {}) => [no(code, clause, { name, label, ...more })];
  if (value === "") return optional ? [] : about("matterFieldMissing");
  const most = kind === "text" || kind === "lines" ? LONGEST : LONGEST_LINE;
  if (value.length > most) return about("matterFieldLong", { most: String(most) });
  const bad = findBadCharacter(value);
  if (bad) return about("matterUnreadable", { around: bad.around });
  if (kind === "date") {
    if (!isDay(value)) return about("matterDayInvalid");
    if (key === "issuedOn") return value > today ? about("matterDayAhead") : [];
    return value < today ? about("matterDayPast") : value > addDays(today, 3660) ? about("matterDayInvalid") : [];
  }
  if (kind === "choice" && !Object.hasOwn(PRIORITIES, value)) return about("matterChoiceUnknown");
  if (key === "year") {
    const year = Number(today.slice(0, 4));
    return [year - 1, year, year + 1].map(String).includes(value) ? [] : about("matterYearInvalid");
  }
  return [];
}

export interface Addressed {
  readonly people: readonly Id[];
  readonly units: readonly Id[];
}

/** Who may be named: members of the board of today and, for a reminder, everybody who writes; units with a head. */
export interface Directory {
  readonly board: ReadonlySet<Id>;
  readonly writers: ReadonlySet<Id>;
  readonly headed: ReadonlySet<Id>;
}

/** Whether it names somebody, and only those it may name (REQ-051: never without addressee; Đ10: units in charge). */
export function addresseeRefusals(
  kind: MatterKindName,
  { people, units }: Addressed,
  directory: Directory,
  by: Actor,
): Refusal[] {
  const { to, clause, moves } = MATTER_KINDS[kind];
  if (to === null) return [];
  const named = to === "people" ? people : [...people, ...units];
  if (named.length === 0) return [no("matterNobody", clause, { name: "nguoi" })];
  const known = (person: Id) => directory.board.has(person) || (to !== "people" && directory.writers.has(person));
  const refusals: Refusal[] = [];
  if (!people.every(known)) refusals.push(no("matterPersonUnknown", clause, { name: "nguoi" }));
  if (to === "people") return refusals;
  if (!units.every((unit) => directory.headed.has(unit)))
    refusals.push(no("matterUnitUnknown", clause, { name: "don-vi-nhan" }));
  const mine = moves.find(({ act }) => act === "raise")!.who.find((one) => "hat" in one && one.hat === by.hat);
  const isLimited = mine !== undefined && "hat" in mine && mine.reach === "units";
  if (isLimited && (people.length > 0 || !units.every((unit) => by.units.includes(unit))))
    refusals.push(no("matterUnitNotInCharge", "Đ10.p1", { name: "don-vi-nhan" }));
  return refusals;
}

/** Everything about a form of this kind that does not depend on what is stored. */
export const formRefusals = (
  kind: MatterKindName,
  content: Partial<MatterContent>,
  clause: string,
  today: Day,
): Refusal[] => contentRefusals(fieldsOfKind(kind), content, clause, today);

/** The words and further fields of a step. */
export function saidRefusals(
  move: MatterMove,
  words: string,
  said: Readonly<Partial<Record<string, string>>>,
  today: Day,
): Refusal[] {
  const asked = move.words === null ? [] : fieldRefusals(wordsField(move.words), words, move.clause, today);
  return [...asked, ...contentRefusals(fieldsOfMove(move), said, move.clause, today)];
}

/** Control of a step's words. */
const wordsField = (label: string): MatterField => ({ key: "text", name: "loi", label, kind: "text" });

/** The move of a kind that an act names from a state. */
export const moveOf = (kind: MatterKindName, act: MatterAct, state: MatterState | null): MatterMove | undefined =>
  MATTER_KINDS[kind].moves.find((one) => one.act === act && startsAt(one, state));

/** Until when it is to be answered: the day it asks for, or so many working days from the day it was raised (again). */
export function dueOn(
  kind: MatterKindName,
  content: Partial<MatterContent>,
  from: Day,
  settings: Settings,
  calendar: WorkCalendar,
): Day | null {
  const { due } = MATTER_KINDS[kind];
  if (due === null) return null;
  if (due === "asked") return content.due ?? null;
  return addWorkingDays(from, settings[isUrgent(content) ? due.urgent : due.normal], calendar);
}

export const isUrgent = ({ priority }: Partial<MatterContent>): boolean => priority === "gap";
