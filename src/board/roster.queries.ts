import type { Day } from "../kernel/clock.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Hat, Power } from "../regulation/hats.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { Appointment, Delegation } from "./actor.ts";

export interface Roster {
  readonly appointments: readonly Appointment[];
  readonly delegations: readonly Delegation[];
}

/**
 * Every appointment and delegation ever made. A board is a few dozen rows even after years; rules pick the day.
 * With `day`, only those that touch it.
 */
export async function readRoster(db: Db | Tx, day?: Day): Promise<Roster> {
  let appointments = db
    .selectFrom("appointment")
    .innerJoin("person", "person.id", "appointment.person_id")
    .selectAll("appointment")
    .select("person.left_on");
  if (day) {
    appointments = appointments
      .where("from_day", "<=", day)
      .where((is) => is.or([is("to_day", "is", null), is("to_day", ">=", day)]));
  }
  const rows = await appointments.orderBy("from_day").orderBy("appointment.id").execute();
  const charges = await db.selectFrom("charge").selectAll().execute();
  const delegations = await db.selectFrom("delegation").selectAll().orderBy("from_day").orderBy("id").execute();
  return {
    appointments: rows.map((row) => {
      const mine = charges.filter((charge) => charge.appointment_id === row.id);
      return {
        id: row.id,
        person: row.person_id,
        hat: row.hat as Hat,
        unit: row.unit_id,
        acting: row.is_acting === 1,
        from: row.from_day,
        // Whoever left wears nothing afterwards, whatever his papers say.
        to: row.left_on !== null && (row.to_day === null || row.left_on < row.to_day) ? row.left_on : row.to_day,
        decision: row.decision_number,
        units: mine.flatMap(({ unit_id }) => unit_id ?? []),
        fields: mine.flatMap(({ field_id }) => field_id ?? []),
      };
    }),
    delegations: delegations.map((row) => ({
      id: row.id,
      fromPerson: row.from_person,
      fromHat: row.from_hat as Hat,
      toPerson: row.to_person,
      toHat: row.to_hat as Hat,
      powers: JSON.parse(row.powers) as Power[],
      from: row.from_day,
      to: row.to_day,
      document: row.document_number,
      revokedOn: row.revoked_at === null ? null : dayOf(row.revoked_at),
    })),
  };
}
