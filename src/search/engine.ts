import { type Kysely, SqliteAdapter } from "kysely";
import type { Engine } from "../storage/database.ts";
import type { SearchTables } from "./tables.ts";

/** A database or a transaction that has the tables of this room. */
export type SearchDb = Pick<
  Kysely<SearchTables>,
  "selectFrom" | "insertInto" | "deleteFrom" | "updateTable" | "getExecutor"
>;

export function engineOf(db: Pick<SearchDb, "getExecutor">): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? "sqlite" : "postgres";
}
