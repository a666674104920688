import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import type { Portal } from "../../src/portal.ts";

/** A script's own connection to a portal's database: no pragma of ours, no foreign keys, nothing but the schema. */
export interface Raw {
  run(statement: string): Promise<void>;
  one(statement: string): Promise<string>;
  close(): Promise<void>;
}

export async function openRaw({ config }: Portal): Promise<Raw> {
  if (config.database.engine === "sqlite") {
    const connection = new DatabaseSync(config.database.file, { enableForeignKeyConstraints: false });
    return {
      run: async (statement) => connection.exec(statement),
      one: async (statement) => String(Object.values(connection.prepare(statement).get() ?? {})[0]),
      close: async () => connection.close(),
    };
  }
  const client = new pg.Client({ connectionString: config.database.url });
  await client.connect();
  return {
    run: async (statement) => void (await client.query(statement)),
    one: async (statement) => String(Object.values((await client.query(statement)).rows[0] ?? {})[0]),
    close: () => client.end(),
  };
}

/** Whether an error is a promise of the database at work, and no slip in the script. */
export function isRefusedByDatabase(error: unknown): boolean {
  const { code, errcode } = error as { code?: string; errcode?: number };
  const constraint = 19;
  return code === "P0001" || code?.startsWith("23") === true || (errcode !== undefined && errcode % 256 === constraint);
}
