import { compareNameVi, compareVi } from "../kernel/vietnamese.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { Board, UnitKind } from "./board.ts";
import { readRoster } from "./roster.queries.ts";

/** Units in their order, fields and people in that of a Vietnamese list, and every paper ever entered. */
export async function readBoard(db: Db | Tx): Promise<Board> {
  const units = await db.selectFrom("unit").selectAll().orderBy("position").orderBy("code").execute();
  const fields = await db.selectFrom("field").selectAll().execute();
  const people = await db.selectFrom("person").selectAll().execute();
  return {
    units: units.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      kind: row.kind as UnitKind,
      duties: row.duties,
      isStanding: row.is_standing === 1,
      position: row.position,
      from: row.active_from,
      to: row.active_to,
    })),
    fields: fields.sort((a, b) => compareVi(a.name, b.name)),
    people: people
      .sort((a, b) => compareNameVi(a.full_name, b.full_name))
      .map((row) => ({
        id: row.id,
        fullName: row.full_name,
        position: row.position,
        email: row.email,
        unit: row.unit_id,
        isExternal: row.is_external === 1,
        leftOn: row.left_on,
      })),
    ...(await readRoster(db)),
  };
}
