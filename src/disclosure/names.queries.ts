import type { Db, Tx } from "../storage/database.ts";

/** Names of people and units by id. */
export async function readNames(db: Db | Tx): Promise<Map<string, string>> {
  const people = await db.selectFrom("person").select(["id", "full_name as name"]).execute();
  const units = await db.selectFrom("unit").select(["id", "name"]).execute();
  return new Map([...people, ...units].map(({ id, name }) => [id, name]));
}
