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
  await sql
    .raw(
      `create function ${name}() returns trigger language plpgsql as $body$ begin if ${when} then raise exception '${message}'; end if; return ${row}; end $body$`,
    )
    .execute(db);
  await sql.raw(`create trigger ${name} before ${on} on ${table} for each row execute function ${name}()`).execute(db);
}

/** Rows of `table` are only ever added: no update, no delete, no insert over an existing key, no truncate. */
export async function appendOnly(db: AnyDb, engine: Engine, table: string, key: readonly string[]): Promise<void> {
  await neverDeleted(db, engine, table, key);
  await forbid(db, engine, {
    name: `${table}_no_update`,
    table,
    on: "update",
    when: engine === "sqlite" ? "1" : "true",
    message: `${table}: rows are never changed`,
  });
}

/** Rows of `table` may change but never vanish. */
export async function neverDeleted(db: AnyDb, engine: Engine, table: string, key: readonly string[]): Promise<void> {
  await forbid(db, engine, {
    name: `${table}_no_delete`,
    table,
    on: "delete",
    when: engine === "sqlite" ? "1" : "true",
    message: `${table}: rows are never deleted`,
  });
  if (engine === "sqlite") {
    // INSERT OR REPLACE fires no delete trigger on a connection without recursive_triggers.
    const same = key.map((column) => `${column} = NEW.${column}`).join(" and ");
    await forbid(db, engine, {
      name: `${table}_no_replace`,
      table,
      on: "insert",
      when: `exists (select 1 from ${table} where ${same})`,
      message: `${table}: rows are never replaced`,
    });
    return;
  }
  await sql
    .raw(
      `create function ${table}_no_truncate() returns trigger language plpgsql as $body$ begin raise exception '${table}: rows are never deleted'; end $body$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function ${table}_no_truncate()`,
    )
    .execute(db);
}
