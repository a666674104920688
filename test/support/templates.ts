import { join } from "node:path";
import pg from "pg";
import type { Config } from "../../src/config.ts";
import { newId } from "../../src/kernel/ids.ts";
import { createPortal } from "../../src/portal.ts";
import { fillCentre, type SampleCentre } from "../../src/sample/centre.ts";
import type { DatabaseConfig } from "../../src/storage/database.ts";
import { fixedClock, TEST_NOW } from "./clock.ts";

/** Portals that no test touches; each test works on a copy. */
export interface Templates {
  /** Migrated, nothing in it. */
  readonly empty: DatabaseConfig;
  /** With the sample centre, filled at `TEST_NOW`. */
  readonly filled: DatabaseConfig;
  /** Ids of what is in the filled one. */
  readonly centre: SampleCentre;
}

/** What a portal of a test is opened with. */
export const testConfig = (dataFolder: string, database: DatabaseConfig): Config => ({
  dataFolder,
  database,
  host: "127.0.0.1",
  port: 0,
  trustedProxies: 0,
  logLevel: "silent",
});

/** Both as files in `folder`. */
export function sqliteTemplates(folder: string): Promise<Templates> {
  return templates(
    folder,
    { engine: "sqlite", file: join(folder, "empty.db") },
    { engine: "sqlite", file: join(folder, "filled.db") },
  );
}

/** Both as databases of the server. */
export async function postgresTemplates(server: string, folder: string): Promise<Templates> {
  const fresh = async (): Promise<DatabaseConfig> => {
    const name = `template_${newId()}`;
    await onServer(server, `create database ${name}`);
    return { engine: "postgres", url: `${server}/${name}` };
  };
  return templates(folder, await fresh(), await fresh());
}

async function templates(folder: string, empty: DatabaseConfig, filled: DatabaseConfig): Promise<Templates> {
  await (await createPortal(testConfig(folder, empty))).close();
  const portal = await createPortal(testConfig(folder, filled), fixedClock(TEST_NOW));
  try {
    return { empty, filled, centre: await fillCentre(portal) };
  } finally {
    await portal.close();
  }
}

/** Runs one statement on the server's own database. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
