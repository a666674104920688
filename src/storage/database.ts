import { DatabaseSync, type StatementSync } from "node:sqlite";
import { Kysely, PostgresDialect, SqliteDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import Cursor from "pg-cursor";
import type { Schema } from "./schema.ts";

export type Engine = "sqlite" | "postgres";
export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;

/** Where the data lives: a SQLite file, or a PostgreSQL address (`postgres://…`). */
export type DatabaseConfig =
  | { readonly engine: "sqlite"; readonly file: string }
  | { readonly engine: "postgres"; readonly url: string };

export interface Database {
  readonly engine: Engine;
  /** Read side: sees only what is committed, never waits for a writer. Refuses writes on SQLite. */
  readonly db: Db;
  /** Write side, outside transactions: only for the sign-in library and migrations. */
  readonly writer: Db;
  /**
   * Runs `work` in one transaction. Writers go one after another on both engines (one SQLite writer; an advisory
   * lock on PostgreSQL), so what a rule was judged on is still true when its outcome is written.
   */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads everything as it was at one moment, while writers go on. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const WRITER_LOCK = 27_2023;

export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.engine === "sqlite" ? openSqlite(config.file) : openPostgres(config.url);
}

function openSqlite(file: string): Database {
  const writing = connect(file);
  writing.exec("PRAGMA journal_mode = WAL");
  // FULL: a write that was acknowledged survives a power cut.
  writing.exec("PRAGMA synchronous = FULL");
  const reading = connect(file);
  reading.exec("PRAGMA query_only = ON");
  const writer = kyselyOver(writing);
  const db = kyselyOver(reading);
  return {
    engine: "sqlite",
    db,
    writer,
    transact: (work) => writer.transaction().execute(work),
    snapshot: async (work) => {
      const own = kyselyOver(connect(file), "begin");
      try {
        return await own.transaction().execute(work);
      } finally {
        await own.destroy();
      }
    },
    close: async () => {
      await writer.destroy();
      await db.destroy();
    },
  };
}

function connect(file: string): DatabaseSync {
  const connection = new DatabaseSync(file);
  connection.exec("PRAGMA busy_timeout = 10000");
  connection.exec("PRAGMA foreign_keys = ON");
  // Without it INSERT OR REPLACE would delete a row behind the back of the triggers that forbid it.
  connection.exec("PRAGMA recursive_triggers = ON");
  return connection;
}

/** The few lines between `node:sqlite` and the driver interface that Kysely's SQLite dialect expects. */
function kyselyOver(
  connection: DatabaseSync,
  // A writer takes the lock at once: a deferred transaction could fail half-way when another process writes.
  begin: "begin" | "begin immediate" = "begin immediate",
): Kysely<Schema> {
  const statements = new Map<string, StatementSync>();
  const prepare = (text: string) => {
    const query = text === "begin" ? begin : text;
    let statement = statements.get(query);
    if (!statement) {
      statement = connection.prepare(query);
      // What returns no rows still tells the last row number, and the search index has some beyond 2^53.
      if (statement.columns().length === 0) statement.setReadBigInts(true);
      if (statements.size > 500) statements.clear();
      statements.set(query, statement);
    }
    const ready = statement;
    return {
      reader: ready.columns().length > 0,
      all: (parameters: readonly unknown[]) => ready.all(...(parameters as never[])),
      run: (parameters: readonly unknown[]) => ready.run(...(parameters as never[])),
      iterate: (parameters: readonly unknown[]) =>
        ready.iterate(...(parameters as never[])) as IterableIterator<unknown>,
    };
  };
  return new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { prepare, close: () => connection.close() } as never }),
  });
}

function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on("error", () => {
    // An idle connection was cut; the pool opens a new one and the next query tells if the server is gone.
  });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) });
  return {
    engine: "postgres",
    db,
    writer: db,
    transact: (work) =>
      db.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(WRITER_LOCK)})`.execute(tx);
        return work(tx);
      }),
    snapshot: (work) => db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work),
    close: () => db.destroy(),
  };
}
