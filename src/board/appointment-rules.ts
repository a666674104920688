import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/result.ts";
import { HATS, type Hat, hatName } from "../regulation/hats.ts";
import type { Actor, Appointment } from "./actor.ts";
import type { Board } from "./board.ts";
import { type BoardCode, isDay, no, readable, setUpRefusals, unitRefusals } from "./rules.ts";

/** Hats worn for one unit: its head, its writers. */
export const UNIT_HATS: readonly Hat[] = ["MEMBER", "CONTRIBUTOR"];
/** Hats with units and fields in charge (Đ10). */
export const CHARGE_HATS: readonly Hat[] = ["DEPUTY", "STANDING_DEPUTY"];
/** Hats that one person at a time wears; an acting holder may stand beside him. */
const SINGLE_HATS: readonly Hat[] = ["CHIEF", "DIRECTOR"];

export interface AppointmentInput {
  readonly person: Id;
  readonly hat: string;
  /** MEMBER: the unit headed; CONTRIBUTOR: the unit written for; null for every other hat. */
  readonly unit: Id | null;
  /** Phụ trách tạm thời. */
  readonly acting: boolean;
  readonly from: Day;
  /** Last day, inclusive; null while open. */
  readonly to: Day | null;
  readonly decisionNumber: string;
  readonly decisionDay: Day;
  /** Units and fields a deputy is in charge of (Đ10). */
  readonly units: readonly Id[];
  readonly fields: readonly Id[];
}

interface Period {
  readonly from: Day;
  readonly to: Day | null;
}

const overlap = (a: Period, b: Period): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** Every reason why a hat may not be given as entered (Đ7.k1, Đ8.k1, REQ-005, REQ-044). */
export function appointRefusals(board: Board, input: AppointmentInput, by: Actor): Refusal<BoardCode>[] {
  return [
    ...setUpRefusals(by),
    ...personRefusals(board, input),
    ...paperRefusals(input),
    ...(Object.hasOwn(HATS, input.hat) ? hatRefusals(board, input, input.hat as Hat) : [no("hatUnknown", "Đ8.k1")]),
  ];
}

function personRefusals(board: Board, { person: id, from }: AppointmentInput): Refusal<BoardCode>[] {
  const person = board.people.find((item) => item.id === id);
  if (!person) return [no("personUnknown", "Đ8.k1")];
  if (person.leftOn === null || from <= person.leftOn) return [];
  return [no("personLeft", "Đ8.k1", { name: person.fullName, day: readable(person.leftOn) })];
}

function paperRefusals({ from, to, decisionNumber, decisionDay }: AppointmentInput): Refusal<BoardCode>[] {
  const refusals: Refusal<BoardCode>[] = [];
  if (!decisionNumber) refusals.push(no("decisionMissing", "Đ7.k1"));
  if (!isDay(decisionDay)) refusals.push(no("decisionDayInvalid", "Đ7.k1"));
  if (!isDay(from) || (to !== null && !isDay(to))) refusals.push(no("dayInvalid", "Đ7.k1"));
  else if (to !== null && to < from) refusals.push(no("periodInverted", "Đ7.k1"));
  return refusals;
}

function hatRefusals(board: Board, input: AppointmentInput, hat: Hat): Refusal<BoardCode>[] {
  const refusals: Refusal<BoardCode>[] = [];
  const clause = HATS[hat].clause;
  if (UNIT_HATS.includes(hat)) {
    if (input.unit === null) refusals.push(no("unitMissing", clause));
    else refusals.push(...unitRefusals(board, input.unit, input.from, clause));
  } else if (input.unit !== null) refusals.push(no("unitNotForHat", clause, { hat: hatName(hat) }));

  const charges = input.units.length + input.fields.length;
  if (charges > 0 && !CHARGE_HATS.includes(hat)) refusals.push(no("chargeNotForHat", "Đ10", { hat: hatName(hat) }));
  refusals.push(...input.units.flatMap((unit) => unitRefusals(board, unit, input.from, "Đ10")));
  if (!input.fields.every((id) => board.fields.some((field) => field.id === id)))
    refusals.push(no("fieldUnknown", "Đ10"));

  return [...refusals, ...otherHolderRefusals(board, input, hat)];
}

/** Who already wears the hat in that period. */
function otherHolderRefusals(board: Board, input: AppointmentInput, hat: Hat): Refusal<BoardCode>[] {
  const held = board.appointments.filter((item) => item.hat === hat && overlap(item, input));
  const detail = ({ person, from, decision }: Appointment) => ({
    name: nameOf(board, person),
    from: readable(from),
    decision,
  });
  const same = held.find((item) => item.person === input.person && item.unit === input.unit);
  if (same) return [no("alreadyAppointed", HATS[hat].clause, detail(same))];
  if (hat === "STANDING_DEPUTY" && held[0]) return [no("secondStandingDeputy", "Đ8.k1.g2", detail(held[0]))];
  const full = held.find((item) => !item.acting && item.unit === input.unit);
  if (!full || input.acting) return [];
  if (hat === "MEMBER" && input.unit !== null) return [no("secondHead", "QĐ-Đ3", detail(full))];
  if (SINGLE_HATS.includes(hat)) return [no("secondHolder", HATS[hat].clause, { hat: hatName(hat), ...detail(full) })];
  return [];
}

const nameOf = (board: Board, person: Id): string => board.people.find(({ id }) => id === person)?.fullName ?? "";

export interface AppointmentEnd {
  readonly appointment: Id;
  /** Last day on which the hat is worn. */
  readonly to: Day;
  /** Number of the paper that ends it. */
  readonly paper: string;
}

/** Why an appointment may not be closed as entered. It may be closed earlier than it says, never later. */
export function endAppointmentRefusals(board: Board, input: AppointmentEnd, by: Actor): Refusal<BoardCode>[] {
  const refusals = setUpRefusals(by);
  const found = board.appointments.find(({ id }) => id === input.appointment);
  if (!input.paper) refusals.push(no("decisionMissing", "Đ7.k1"));
  if (!found) return [...refusals, no("appointmentUnknown", "Đ7.k1")];
  if (!isDay(input.to)) return [...refusals, no("dayInvalid", "Đ7.k1")];
  if (input.to < found.from) refusals.push(no("endsBeforeBegin", "Đ7.k1", { from: readable(found.from) }));
  if (found.to !== null && input.to >= found.to)
    refusals.push(no("alreadyEnded", "Đ7.k1", { day: readable(found.to) }));
  return refusals;
}
