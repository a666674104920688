import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { foldBoardLog, type LoggedBoard, readBoardLog } from "./log.ts";

export interface BoardReport {
  readonly people: number;
  readonly appointments: number;
  readonly delegations: number;
  /** The first row that is not as the log says, by table and key. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

type Columns = Readonly<Record<string, unknown>>;

/**
 * Compares people, appointments with their charges, and delegations with the acts that made them: a paper entered,
 * back-dated or rewritten by any other way than its command is found. The caller has checked the chain first.
 */
export async function verifyBoard(db: Db): Promise<BoardReport> {
  const board = foldBoardLog(await readBoardLog(db));
  const tables = [
    ["person", await people(db), loggedPeople(board)],
    ["appointment", await appointments(db), loggedAppointments(board)],
    ["delegation", await delegations(db), loggedDelegations(board)],
  ] as const;
  const [people_, appointments_, delegations_] = tables.map(([, kept]) => kept.size) as [number, number, number];
  const bad = tables.map(([table, kept, logged]) => difference(table, kept, logged)).find((found) => found !== null);
  return { people: people_, appointments: appointments_, delegations: delegations_, bad: bad ?? null };
}

function difference(
  table: string,
  kept: ReadonlyMap<Id, Columns>,
  logged: ReadonlyMap<Id, Columns>,
): { row: string; why: string } | null {
  for (const [id, columns] of kept) {
    const said = logged.get(id);
    if (!said) return { row: `${table} ${id}`, why: "không có trong nhật ký" };
    const other = Object.keys(columns).find((name) => JSON.stringify(columns[name]) !== JSON.stringify(said[name]));
    if (other) return { row: `${table} ${id}`, why: `${other} khác nhật ký` };
  }
  for (const id of logged.keys()) {
    if (!kept.has(id)) return { row: `${table} ${id}`, why: "có trong nhật ký nhưng không còn trong dữ liệu" };
  }
  return null;
}

async function people(db: Db): Promise<Map<Id, Columns>> {
  const rows = await db.selectFrom("person").select(["id", "full_name", "left_on"]).orderBy("id").execute();
  return new Map(rows.map(({ id, ...columns }) => [id, columns]));
}

function loggedPeople({ people }: LoggedBoard): Map<Id, Columns> {
  return mapped(people, ({ fullName, leftOn }) => ({ full_name: fullName, left_on: leftOn }));
}

async function appointments(db: Db): Promise<Map<Id, Columns>> {
  const rows = await db.selectFrom("appointment").selectAll().orderBy("id").execute();
  const charges = await db.selectFrom("charge").selectAll().execute();
  return new Map(
    rows.map(({ id, ...columns }) => {
      const mine = charges.filter(({ appointment_id }) => appointment_id === id);
      const units = mine.flatMap(({ unit_id }) => unit_id ?? []).sort();
      const fields = mine.flatMap(({ field_id }) => field_id ?? []).sort();
      return [id, { ...columns, units, fields }];
    }),
  );
}

function loggedAppointments({ appointments }: LoggedBoard): Map<Id, Columns> {
  return mapped(appointments, (item) => ({
    person_id: item.person,
    hat: item.hat,
    unit_id: item.unit,
    is_acting: item.acting ? 1 : 0,
    from_day: item.from,
    to_day: item.to,
    decision_number: item.decision,
    decision_day: item.decisionDay,
    units: [...item.units].sort(),
    fields: [...item.fields].sort(),
  }));
}

async function delegations(db: Db): Promise<Map<Id, Columns>> {
  const rows = await db.selectFrom("delegation").selectAll().orderBy("id").execute();
  return new Map(rows.map(({ id, ...columns }) => [id, columns]));
}

function loggedDelegations({ delegations }: LoggedBoard): Map<Id, Columns> {
  return mapped(delegations, (item) => ({
    from_person: item.fromPerson,
    from_hat: item.fromHat,
    to_person: item.toPerson,
    to_hat: item.toHat,
    powers: JSON.stringify(item.powers),
    from_day: item.from,
    to_day: item.to,
    document_number: item.document,
    reason: item.reason,
    created_at: item.createdAt,
    revoked_at: item.revokedAt,
    revoke_reason: item.revokeReason,
  }));
}

function mapped<T>(items: ReadonlyMap<Id, T>, columnsOf: (item: T) => Columns): Map<Id, Columns> {
  return new Map([...items].map(([id, item]) => [id, columnsOf(item)]));
}
