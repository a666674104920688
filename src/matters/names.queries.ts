import type { Db } from "../storage/database.ts";
import type { Names } from "./lines.ts";

export async function readNames(db: Db): Promise<Names> {
  const people = await db.selectFrom("person").select(["id", "full_name"]).execute();
  const units = await db.selectFrom("unit").select(["id", "name"]).execute();
  return {
    people: new Map(people.map(({ id, full_name }) => [id, full_name])),
    units: new Map(units.map(({ id, name }) => [id, name])),
  };
}
