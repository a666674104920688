import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, inject } from "vitest";
import type { Clock } from "../../src/kernel/clock.ts";
import { newId } from "../../src/kernel/ids.ts";
import { createPortal, type Portal } from "../../src/portal.ts";
import { fillCentre, type SampleCentre } from "../../src/sample/centre.ts";
import type { DatabaseConfig, Engine } from "../../src/storage/database.ts";
import { fixedClock, TEST_NOW } from "./clock.ts";
import { onServer, type Templates, testConfig } from "./templates.ts";

export { type FixedClock, fixedClock, TEST_NOW } from "./clock.ts";

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
  if (clock.now() !== TEST_NOW) {
    const { portal, close } = await openEmptyPortal(engine, { clock });
    return { portal, centre: await fillCentre(portal), close };
  }
  const { filled, centre } = await templatesOf(engine);
  return { ...(await openCopy(filled, clock)), centre: structuredClone(centre) };
}

/** The same without anything in it: before `init`. */
export async function openEmptyPortal(
  engine: Engine,
  { clock = fixedClock(TEST_NOW) }: { clock?: Clock } = {},
): Promise<Omit<TestPortal, "centre">> {
  return openCopy((await templatesOf(engine)).empty, clock);
}

const known = new Map<Engine, Promise<Templates>>();

function templatesOf(engine: Engine): Promise<Templates> {
  const asked = known.get(engine) ?? ask();
  known.set(engine, asked);
  return asked;

  async function ask(): Promise<Templates> {
    const answer = await fetch(`${inject("templatesDoor")}/${engine}`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return JSON.parse(text);
  }
}

async function openCopy(template: DatabaseConfig, clock: Clock): Promise<Omit<TestPortal, "centre">> {
  const folder = await mkdtemp(join(tmpdir(), "portal-test-"));
  const { database, drop } = await copy(template, folder);
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

async function copy(
  template: DatabaseConfig,
  folder: string,
): Promise<{ database: DatabaseConfig; drop: () => Promise<void> }> {
  if (template.engine === "sqlite") {
    const file = join(folder, "portal.db");
    await copyFile(template.file, file);
    return { database: { engine: "sqlite", file }, drop: async () => {} };
  }
  const [, server, source] = /^(.*)\/(\w+)$/.exec(template.url)!;
  const name = `portal_${newId()}`;
  await onServer(server!, `create database ${name} template ${source}`);
  return {
    database: { engine: "postgres", url: `${server}/${name}` },
    drop: () => onServer(server!, `drop database ${name} with (force)`),
  };
}
