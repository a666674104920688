import type { Selectable } from "kysely";
import type { Id } from "../kernel/ids.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db, Tx } from "../storage/database.ts";
import { type SlipRoom, type SlipStanding, standingOf } from "./slips.ts";
import type { SlipMoveTable, SlipTable } from "./tables.ts";

export type SlipMoveRow = Selectable<SlipMoveTable>;

export interface LoadedSlip<Row extends SlipTable, State extends string> {
  readonly row: Row;
  readonly moves: readonly SlipMoveRow[];
  readonly facts: SlipStanding<State>;
}

/** A slip with its steps and what the rules must know of it; null when there is none. */
export async function loadSlip<Row extends SlipTable, State extends string>(
  db: Db | Tx,
  room: SlipRoom<State>,
  id: Id,
): Promise<LoadedSlip<Row, State> | null> {
  const found = await db.selectFrom(room.table).selectAll().where("id", "=", id).executeTakeFirst();
  if (!found) return null;
  // The room knows the columns of its own table.
  const row = found as unknown as Row;
  const moves = await db
    .selectFrom("slip_move")
    .selectAll()
    .where("slip_id", "=", id)
    .orderBy("evidence_seq")
    .execute();
  const months = (await readSettings(db))["enquiries.keepMonths"];
  return { row, moves, facts: standingOf(room, row, months) };
}

export function filesOfSlip(db: Db | Tx, id: Id) {
  return db.selectFrom("slip_file").selectAll().where("slip_id", "=", id).orderBy("name").execute();
}

/** Whether a receipt bears this code. */
export async function isSlip(db: Db, room: SlipRoom, code: string): Promise<boolean> {
  return (await db.selectFrom(room.table).select("id").where("code", "=", code).executeTakeFirst()) !== undefined;
}

export interface SlipPart {
  /** Those of these units; null for all. */
  readonly units: readonly Id[] | null;
  readonly isOpen: boolean;
}

/** What a hat may see of a room: what is due first on top; ended ones by their end. */
export function listSlips(
  db: Db,
  room: SlipRoom,
  part: SlipPart,
  { limit, offset }: { limit: number; offset: number },
) {
  return matching(db, room, part)
    .leftJoin("unit", "unit.id", `${room.table}.unit_id`)
    .selectAll(room.table)
    .select("unit.name as unit")
    .orderBy(part.isOpen ? "due_on" : "state_since", part.isOpen ? "asc" : "desc")
    .orderBy("received_at")
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countSlips(db: Db, room: SlipRoom, part: SlipPart): Promise<number> {
  const row = await matching(db, room, part)
    .select((is) => is.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function matching(db: Db, { table, open }: SlipRoom, { units, isOpen }: SlipPart) {
  const query = db.selectFrom(table).where("state", isOpen ? "in" : "not in", [...open]);
  return units ? query.where(`${table}.unit_id`, "in", units.length > 0 ? [...units] : [""]) : query;
}
