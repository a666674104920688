import { sql } from "kysely";
import type { Portal } from "../../src/portal.ts";
import type { AnyDb } from "../../src/storage/guards.ts";

type Row = Record<string, unknown>;

/** Somebody with full rights over the database: every trigger and foreign key out of the way. */
export interface Intruder {
  /** Changes the rows that match; answers how to put them back. */
  update(table: string, where: Row, changes: Row): Promise<() => Promise<void>>;
  remove(table: string, where: Row): Promise<() => Promise<void>>;
  /** Adds a copy of the first row that matches, with some columns told otherwise. */
  copy(table: string, where: Row, changes: Row): Promise<() => Promise<void>>;
}

export async function breakIn({ database }: Portal): Promise<Intruder> {
  const db = database.writer as unknown as AnyDb;
  if (database.engine === "sqlite") {
    const found = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db);
    for (const { name } of found.rows) await sql.raw(`drop trigger ${name}`).execute(db);
    await sql.raw("pragma foreign_keys = off").execute(db);
  } else {
    const found = await sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
    for (const { name } of found.rows) await sql.raw(`alter table ${name} disable trigger all`).execute(db);
  }
  const matching = async (table: string, where: Row): Promise<Row[]> => {
    let query = db.selectFrom(table).selectAll();
    for (const [column, value] of Object.entries(where)) query = query.where(column, "=", value);
    const rows = (await query.execute()) as Row[];
    if (rows.length === 0) throw new Error(`nothing to tamper with in ${table}: ${JSON.stringify(where)}`);
    return rows;
  };
  const drop = async (table: string, row: Row) => {
    let query = db.deleteFrom(table);
    for (const [column, value] of Object.entries(row)) query = query.where(column, value === null ? "is" : "=", value);
    await query.execute();
  };
  const add = (table: string, row: Row) => db.insertInto(table).values(row).execute();
  const swap = async (table: string, from: readonly Row[], to: readonly Row[]) => {
    for (const row of from) await drop(table, row);
    for (const row of to) await add(table, row);
  };
  return {
    async update(table, where, changes) {
      const rows = await matching(table, where);
      const changed = rows.map((row) => ({ ...row, ...changes }));
      await swap(table, rows, changed);
      return () => swap(table, changed, rows);
    },
    async remove(table, where) {
      const rows = await matching(table, where);
      await swap(table, rows, []);
      return () => swap(table, [], rows);
    },
    async copy(table, where, changes) {
      const row = { ...(await matching(table, where))[0]!, ...changes };
      await swap(table, [], [row]);
      return () => swap(table, [row], []);
    },
  };
}
