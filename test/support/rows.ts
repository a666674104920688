import { sha256 } from "../../src/kernel/ids.ts";
import { KEPT_TABLES } from "../../src/storage/backup.ts";
import type { Db } from "../../src/storage/database.ts";
import type { AnyDb } from "../../src/storage/guards.ts";

/** One line for each table: how many rows, and a hash over all of them. Equal before and after: nothing changed. */
export async function tableSums(db: Db): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const table of new Set(KEPT_TABLES)) {
    const rows = await (db as unknown as AnyDb).selectFrom(table).selectAll().execute();
    sums[table] = `${rows.length} ${sha256(
      rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join("\n"),
    )}`;
  }
  return sums;
}
