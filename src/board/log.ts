import type { EvidenceTable } from "../evidence/tables.ts";
import { type Day, dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat, Power } from "../regulation/hats.ts";
import type { Db } from "../storage/database.ts";
import type { Appointment, Delegation } from "./actor.ts";
import type { Appointed } from "./commands/appoint.ts";
import { DELEGATE } from "./delegation-rules.ts";
import type { Roster } from "./roster.queries.ts";

/** A person, an appointment and a delegation as the log has them: every paper that was entered, and nothing else. */
export interface LoggedPerson {
  readonly fullName: string;
  readonly leftOn: Day | null;
}

export interface LoggedAppointment extends Appointment {
  readonly decisionDay: Day;
}

export interface LoggedDelegation extends Delegation {
  readonly reason: string;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revokeReason: string | null;
}

export interface LoggedBoard {
  readonly people: ReadonlyMap<Id, LoggedPerson>;
  readonly appointments: ReadonlyMap<Id, LoggedAppointment>;
  readonly delegations: ReadonlyMap<Id, LoggedDelegation>;
}

type Row = Pick<EvidenceTable, "seq" | "at" | "person" | "hat" | "act" | "subject" | "reason" | "content">;

const BOARD_ACTS = [
  "person.add",
  "person.leave",
  "appointment.add",
  "appointment.end",
  "delegation.add",
  "delegation.revoke",
] as const;

/** Every row of the log that made or changed the board, in order. */
export async function readBoardLog(db: Db): Promise<Row[]> {
  return db
    .selectFrom("evidence")
    .select(["seq", "at", "person", "hat", "act", "subject", "reason", "content"])
    .where("act", "in", [...BOARD_ACTS])
    .orderBy("seq")
    .execute();
}

/** The board that those rows make. */
export function foldBoardLog(rows: readonly Row[]): LoggedBoard {
  const people = new Map<Id, LoggedPerson>();
  const appointments = new Map<Id, LoggedAppointment>();
  const delegations = new Map<Id, LoggedDelegation>();
  const change = <T>(items: Map<Id, T>, id: Id, changes: Partial<T>) => {
    const item = items.get(id);
    if (item) items.set(id, { ...item, ...changes });
  };
  for (const row of rows) {
    const id = row.subject.slice(row.subject.indexOf(":") + 1);
    const content = JSON.parse(row.content) as Record<string, never>;
    switch (row.act as (typeof BOARD_ACTS)[number]) {
      case "person.add":
        people.set(id, { fullName: content.fullName!, leftOn: null });
        break;
      case "person.leave":
        change(people, id, { leftOn: content.on! });
        for (const closed of content.closed! as Id[]) change(appointments, closed, { to: content.on! });
        break;
      case "appointment.add":
        appointments.set(id, appointmentOf(id, content as unknown as Appointed));
        break;
      case "appointment.end":
        change(appointments, id, { to: content.to! });
        break;
      case "delegation.add":
        delegations.set(id, delegationOf(id, row, content as unknown as DelegationContent));
        break;
      case "delegation.revoke":
        change(delegations, id, { revokedOn: dayOf(row.at), revokedAt: row.at, revokeReason: row.reason });
        break;
    }
  }
  return { people, appointments, delegations };
}

function appointmentOf(id: Id, content: Appointed): LoggedAppointment {
  const { person, hat, unit, acting, from, to, decisionNumber, decisionDay, units, fields } = content;
  return { id, person, hat, unit, acting, from, to, decision: decisionNumber, decisionDay, units, fields };
}

interface DelegationContent {
  readonly to: Id;
  readonly powers: readonly Power[];
  readonly from: Day;
  readonly until: Day;
  readonly document: string;
}

function delegationOf(id: Id, row: Row, { to, powers, from, until, document }: DelegationContent): LoggedDelegation {
  return {
    id,
    fromPerson: row.person,
    fromHat: row.hat as Hat,
    toPerson: to,
    toHat: DELEGATE,
    powers,
    from,
    to: until,
    document,
    reason: row.reason ?? "",
    createdAt: row.at,
    revokedOn: null,
    revokedAt: null,
    revokeReason: null,
  };
}

/**
 * What was known of the board when a row of the log was written. A past act is judged by it, not by the tables of
 * today: an end or a revocation entered later takes nothing back, and a paper slipped in by other means gives nothing.
 */
export function boardBefore(rows: readonly Row[]): (seq: number) => Roster {
  const made = new Map<number, Roster>();
  return (seq) => {
    const known = rows.filter((row) => row.seq < seq);
    const kept = made.get(known.length);
    if (kept) return kept;
    const board = foldBoardLog(known);
    const roster: Roster = {
      appointments: [...board.appointments.values()].map((item) => {
        const left = board.people.get(item.person)?.leftOn ?? null;
        return left !== null && (item.to === null || left < item.to) ? { ...item, to: left } : item;
      }),
      delegations: [...board.delegations.values()],
    };
    made.set(known.length, roster);
    return roster;
  };
}
