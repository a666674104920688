import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, inject } from "vitest";
import type { Config } from "../../src/config.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { newId } from "../../src/kernel/ids.ts";
import { createPortal, type Portal } from "../../src/portal.ts";
import { fillCentre, type SampleCentre } from "../../src/sample/centre.ts";
import type { DatabaseConfig, Engine } from "../../src/storage/database.ts";
import { fixedClock } from "./clock.ts";

export { type FixedClock, fixedClock } from "./clock.ts";

/** A Tuesday morning in Vietnam: 24 November 2026, 08:00. */
export const TEST_NOW = "2026-11-24T01:00:00.000Z";

/** The same tests on both engines: what a store or a promise of the database says must hold on each. */
export function eachEngine(name: string, tests: (engine: Engine) => void): void {
  describe.each(["sqlite", "postgres"] as const)(`${name} (%s)`, tests);
}

export interface TestPortal {
  readonly portal: Portal;
  readonly centre: SampleCentre;
  close(): Promise<void>;
}

/** A fresh portal with the sample centre, in a folder or database of its own, gone when closed. */
export async function openTestPortal(
  engine: Engine,
  { clock = fixedClock(TEST_NOW) }: { clock?: Clock } = {},
): Promise<TestPortal> {
  const { portal, close } = await openEmptyPortal(engine, { clock });
  return { portal, centre: await fillCentre(portal), close };
}

/** The same without anything in it: before `init`. */
export async function openEmptyPortal(
  engine: Engine,
  { clock = fixedClock(TEST_NOW) }: { clock?: Clock } = {},
): Promise<Omit<TestPortal, "centre">> {
  const folder = await mkdtemp(join(tmpdir(), "portal-test-"));
  const { database, drop } = await freshDatabase(engine, folder);
  const portal = await createPortal(testConfig(folder, database), clock);
  return {
    portal,
    close: async () => {
      await portal.close();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const testConfig = (dataFolder: string, database: DatabaseConfig): Config => ({
  dataFolder,
  database,
  host: "127.0.0.1",
  port: 0,
  trustedProxies: 0,
  logLevel: "silent",
});

async function freshDatabase(
  engine: Engine,
  folder: string,
): Promise<{ database: DatabaseConfig; drop: () => Promise<void> }> {
  if (engine === "sqlite") {
    return { database: { engine, file: join(folder, "portal.db") }, drop: async () => {} };
  }
  const answer = await fetch(inject("postgresDoor"));
  const server = await answer.text();
  if (!answer.ok) throw new Error(server);
  const name = `portal_${newId()}`;
  await onServer(server, `create database ${name}`);
  return {
    database: { engine, url: `${server}/${name}` },
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
