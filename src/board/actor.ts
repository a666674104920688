import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type ActingHat, HATS, type Hat, type Power } from "../regulation/hats.ts";

/** A hat worn over a period by a paper, as the rules need it (row of `appointment` with its charges). */
export interface Appointment {
  readonly id: Id;
  readonly person: Id;
  readonly hat: Hat;
  readonly unit: Id | null;
  readonly acting: boolean;
  readonly from: Day;
  /** Last day, inclusive; null while open. */
  readonly to: Day | null;
  readonly decision: string;
  /** Units and fields a deputy is in charge of (Đ10). */
  readonly units: readonly Id[];
  readonly fields: readonly Id[];
}

/** Ủy quyền as the rules need it (Đ10.p3). */
export interface Delegation {
  readonly id: Id;
  readonly fromPerson: Id;
  readonly fromHat: Hat;
  readonly toPerson: Id;
  readonly toHat: Hat;
  readonly powers: readonly Power[];
  readonly from: Day;
  readonly to: Day;
  readonly document: string;
  /** Day on which it was revoked; nothing may be done under it from then on. */
  readonly revokedOn: Day | null;
}

/** Somebody about to act: the person, the one hat he acts in, and what that hat reaches today. */
export interface Actor {
  readonly person: Id;
  readonly hat: ActingHat;
  /** MEMBER: units headed; CONTRIBUTOR: unit written for; deputies: units in charge. */
  readonly units: readonly Id[];
  /** Deputies: fields in charge. */
  readonly fields: readonly Id[];
  /** Delegations in force for this person in this hat. */
  readonly delegations: readonly Delegation[];
}

export const SYSTEM_ACTOR: Actor = { person: "system", hat: "SYSTEM", units: [], fields: [], delegations: [] };

export function isInForce(period: { from: Day; to: Day | null }, day: Day): boolean {
  return period.from <= day && (period.to === null || day <= period.to);
}

/** A delegation counts from its first to its last day, and no longer once revoked. */
export function delegationInForce(delegation: Delegation, day: Day): boolean {
  return isInForce(delegation, day) && (delegation.revokedOn === null || day < delegation.revokedOn);
}

/**
 * The actor a person is in `hat` on `day`, or null when he does not wear that hat then (REQ-024, REQ-046).
 * Several appointments to one hat add up: who heads two units reaches both.
 */
export function actorOn(
  roster: { appointments: readonly Appointment[]; delegations: readonly Delegation[] },
  person: Id,
  hat: Hat,
  day: Day,
): Actor | null {
  const worn = roster.appointments.filter(
    (appointment) => appointment.person === person && appointment.hat === hat && isInForce(appointment, day),
  );
  if (worn.length === 0) return null;
  return {
    person,
    hat,
    units: [...new Set(worn.flatMap(({ unit, units }) => (unit ? [unit, ...units] : units)))],
    fields: [...new Set(worn.flatMap(({ fields }) => fields))],
    delegations: roster.delegations.filter(
      (delegation) =>
        delegation.toPerson === person &&
        delegation.toHat === hat &&
        delegationInForce(delegation, day) &&
        // A paper lapses with the office of whoever signed it.
        roster.appointments.some(
          (held) => held.person === delegation.fromPerson && held.hat === delegation.fromHat && isInForce(held, day),
        ),
    ),
  };
}

/** Everybody who may act in some hat on `day`: the board, heads, contributors. */
export function actorsOn(
  roster: { appointments: readonly Appointment[]; delegations: readonly Delegation[] },
  day: Day,
): Actor[] {
  const worn = new Set(
    roster.appointments.filter((item) => isInForce(item, day)).map(({ person, hat }) => `${hat} ${person}`),
  );
  return [...worn].flatMap((key) => {
    const [hat, person] = key.split(" ") as [Hat, Id];
    return hat in HATS ? (actorOn(roster, person, hat, day) ?? []) : [];
  });
}
