import { type Kysely, sql } from "kysely";
import type { Engine } from "./database.ts";

/** Migrations see an untyped database: they are frozen in time, the schema types move on. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyDb = Kysely<any>;

/**
 * A rule the database itself keeps, whatever script writes to it: when `when` holds for a row, the statement fails
 * with `message`. `NEW`/`OLD` name the row; subqueries are allowed. The same condition text serves both engines.
 */
export interface RowGuard {
  readonly name: string;
  readonly table: string;
  readonly on: "insert" | "update" | "delete";
  readonly when: string;
  readonly message: string;
}

export async function forbid(db: AnyDb, engine: Engine, guard: RowGuard): Promise<void> {
  const { name, table, on, when, message } = guard;
  if (engine === "sqlite") {
    await sql
      .raw(
        `create trigger ${name} before ${on} on ${table} for each row when ${when} begin select raise(abort, '${message}'); end`,
      )
      .execute(db);
    return;
  }
  const row = on === "delete" ? "OLD" : "NEW";
  await createFunction(db, name, `if ${when} then raise exception '${message}'; end if; return ${row};`);
  await sql.raw(`create trigger ${name} before ${on} on ${table} for each row execute function ${name}()`).execute(db);
}

/** A trigger's body for PostgreSQL. Its search path is fixed, or a temporary table could stand in for a real one. */
async function createFunction(db: AnyDb, name: string, body: string): Promise<void> {
  const found = await sql<{ home: string }>`select quote_ident(current_schema()) as home`.execute(db);
  const path = `${found.rows[0]!.home}, pg_temp`;
  await sql
    .raw(
      `create function ${name}() returns trigger language plpgsql set search_path = ${path} as $body$ begin ${body} end $body$`,
    )
    .execute(db);
}

type Key = readonly string[];

/** Rows of `table` are only ever added: no update, no delete, no insert over an existing key, no truncate. */
export async function appendOnly(
  db: AnyDb,
  engine: Engine,
  table: string,
  key: Key,
  otherKeys: readonly Key[] = [],
): Promise<void> {
  await neverDeleted(db, engine, table, key, otherKeys);
  await forbid(db, engine, {
    name: `${table}_no_update`,
    table,
    on: "update",
    when: engine === "sqlite" ? "1" : "true",
    message: `${table}: rows are never changed`,
  });
}

/**
 * Rows of `table` may change but never vanish, and keep their key. `otherKeys` are its further unique keys: SQLite's
 * OR REPLACE deletes whatever row collides on any of them, or on the hidden row number, and fires no delete trigger
 * on a connection without recursive_triggers.
 */
export async function neverDeleted(
  db: AnyDb,
  engine: Engine,
  table: string,
  key: Key,
  otherKeys: readonly Key[] = [],
): Promise<void> {
  await forbid(db, engine, {
    name: `${table}_no_delete`,
    table,
    on: "delete",
    when: engine === "sqlite" ? "1" : "true",
    message: `${table}: rows are never deleted`,
  });
  await forbid(db, engine, {
    name: `${table}_same_key`,
    table,
    on: "update",
    when: key.map((column) => `NEW.${column} <> OLD.${column}`).join(" or "),
    message: `${table}: a row keeps its key`,
  });
  if (engine === "sqlite") {
    const taken = (columns: Key) =>
      `exists (select 1 from ${table} x where ${columns.map((column) => `x.${column} = NEW.${column}`).join(" and ")})`;
    const takenByAnother = (columns: Key) =>
      `exists (select 1 from ${table} x where ${columns.map((column) => `x.${column} = NEW.${column}`).join(" and ")} and x.rowid <> OLD.rowid)`;
    await forbid(db, engine, {
      name: `${table}_no_replace`,
      table,
      on: "insert",
      when: [key, ...otherKeys, ["rowid"]].map(taken).join(" or "),
      message: `${table}: rows are never replaced`,
    });
    await forbid(db, engine, {
      name: `${table}_no_push`,
      table,
      on: "update",
      when: ["NEW.rowid <> OLD.rowid", ...otherKeys.map(takenByAnother)].join(" or "),
      message: `${table}: rows are never replaced`,
    });
    return;
  }
  await noTruncate(db, table);
}

/** PostgreSQL's TRUNCATE fires no row trigger. */
export async function noTruncate(db: AnyDb, table: string): Promise<void> {
  await createFunction(db, `${table}_no_truncate`, `raise exception '${table}: rows are never deleted';`);
  await sql
    .raw(
      `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function ${table}_no_truncate()`,
    )
    .execute(db);
}
