import { type Appointment, isInForce } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { type Day, dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import type { Db, Tx } from "../storage/database.ts";

/** The head of a unit, by one appointment, and when he acknowledged the regulation in force. */
export interface HeadAcknowledgement {
  readonly appointment: Id;
  readonly unit: Id;
  readonly unitName: string;
  readonly person: Id;
  readonly personName: string;
  readonly isActing: boolean;
  readonly since: Day;
  readonly at: Instant | null;
}

/** When each appointment's acknowledgement of the regulation in force was written. */
export async function acknowledgedAt(db: Db | Tx): Promise<ReadonlyMap<Id, Instant>> {
  const rows = await db
    .selectFrom("regulation_acknowledgement")
    .select(["appointment_id", "at"])
    .where("regulation", "=", QUY_CHE_27.number)
    .execute();
  return new Map(rows.map(({ appointment_id, at }) => [appointment_id, at]));
}

/** Appointments to the head of a unit that touch these days. */
export async function headships(db: Db | Tx, from: Day, to: Day): Promise<(Appointment & { readonly unit: Id })[]> {
  const { appointments } = await readRoster(db);
  return appointments.flatMap((one) =>
    one.hat === "MEMBER" && one.unit !== null && one.from <= to && (one.to === null || one.to >= from)
      ? [{ ...one, unit: one.unit }]
      : [],
  );
}

/** Heads of today with their acknowledgement, in the order of the units. */
export async function headsNow(db: Db, now: Instant): Promise<HeadAcknowledgement[]> {
  const today = dayOf(now);
  const heads = (await headships(db, today, today)).filter((one) => isInForce(one, today));
  const at = await acknowledgedAt(db);
  const units = await db.selectFrom("unit").select(["id", "name"]).orderBy("position").execute();
  const people = new Map((await db.selectFrom("person").select(["id", "full_name"]).execute()).map((p) => [p.id, p]));
  return units.flatMap(({ id: unit, name }) =>
    heads
      .filter((head) => head.unit === unit)
      .map((head) => ({
        appointment: head.id,
        unit,
        unitName: name,
        person: head.person,
        personName: people.get(head.person)?.full_name ?? "",
        isActing: head.acting,
        since: head.from,
        at: at.get(head.id) ?? null,
      })),
  );
}
