import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyBoard } from "../../src/board/verify.ts";
import type { Config } from "../../src/config.ts";
import { verifyChain } from "../../src/evidence/verify.ts";
import { verifyNewsroom } from "../../src/newsroom/verify.ts";
import { createPortal, type Portal } from "../../src/portal.ts";
import { fillCentre } from "../../src/sample/centre.ts";
import { openEmptyPortal } from "../support/portals.ts";

const KILLS = Number(process.env.PORTAL_KILLS ?? 15);
const BUILD = resolve("node_modules/.cache/kill-build");

interface Acknowledged {
  readonly edition: string;
  readonly act: string;
  readonly version: number;
  readonly sentence?: string;
}

beforeAll(async () => {
  const built = execFile(resolve("node_modules/.bin/tsc"), ["-p", "tsconfig.build.json", "--outDir", BUILD]);
  await once(built, "close");
  expect(existsSync(join(BUILD, "portal.js"))).toBe(true);
}, 120_000);
afterAll(() => rm(BUILD, { recursive: true, force: true }));

/**
 * Lets a writer work until a moment after it has said so many acts were done, cuts it off, and answers what it had
 * said. With none to wait for it is cut off while it starts.
 */
async function killOne(config: Config, awaited: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [resolve("test/kill/writer.ts"), BUILD, JSON.stringify(config)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complaint = "";
  const heardEnough = new Promise<void>((heard) => {
    child.stdout.on("data", (part) => {
      said += part;
      if (said.split("\n").length > awaited) heard();
    });
  });
  child.stderr.on("data", (part) => {
    complaint += part;
  });
  const closed = once(child, "close");
  // The moment within an act is left to chance; it decides nothing.
  const moment = awaited === 0 ? wait(Math.random() * 800) : heardEnough.then(() => wait(Math.random() * 60));
  await Promise.race([moment, closed]);
  expect(complaint.replace(/.*(Warning|--trace).*\n?/g, ""), "the writer stopped by itself").toBe("");
  kill(child);
  await closed;
  // A line that was cut off was not said.
  const lines = said.slice(0, said.lastIndexOf("\n") + 1);
  return lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Acknowledged);
}

function kill(child: ChildProcess): void {
  child.kill("SIGKILL");
}

/** Opened anew, the data is whole and nothing that was acknowledged is missing. */
async function inspect(portal: Portal, done: readonly Acknowledged[]): Promise<number> {
  const chain = await verifyChain(portal.db);
  expect(chain).toMatchObject({ bad: null });
  expect(await verifyBoard(portal.db)).toMatchObject({ bad: null });
  expect(await verifyNewsroom(portal.db)).toMatchObject({ bad: null });
  const moves = await portal.db.selectFrom("edition_move").select(["edition_id", "act"]).execute();
  const versions = await portal.db.selectFrom("edition_version").select(["edition_id", "version", "content"]).execute();
  const kept = new Set([
    ...moves.map(({ edition_id, act }) => `${edition_id} ${act}`),
    ...versions.filter(({ version }) => version === 2).map(({ edition_id }) => `${edition_id} edit`),
  ]);
  expect(done.filter(({ edition, act }) => !kept.has(`${edition} ${act}`))).toEqual([]);
  const texts = new Map(versions.map(({ edition_id, version, content }) => [`${edition_id} ${version}`, content]));
  const lost = done.filter(
    ({ edition, version, sentence }) => !texts.get(`${edition} ${version}`)?.includes(sentence ?? ""),
  );
  expect(lost).toEqual([]);
  if (portal.config.database.engine === "sqlite") {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(portal.db);
    expect(rows).toEqual([{ integrity_check: "ok" }]);
  }
  return chain.rows;
}

async function killAgainAndAgain(config: Config, times: number): Promise<void> {
  const done: Acknowledged[] = [];
  let rows = 0;
  let least = 0;
  for (let count = 0; count < times; count += 1) {
    // One in five while it starts, the others in the middle of its work.
    const awaited = count % 5 === 1 ? 0 : 1 + Math.floor(Math.random() * 40);
    least += awaited;
    done.push(...(await killOne(config, awaited)));
    const portal = await createPortal(config);
    try {
      const now = await inspect(portal, done);
      expect(now).toBeGreaterThanOrEqual(rows);
      rows = now;
    } finally {
      await portal.close();
    }
  }
  console.log(
    `${config.database.engine}: ${times} kills, ${done.length} acknowledged acts, none lost, ${rows} rows of the log`,
  );
  expect(done.length).toBeGreaterThanOrEqual(least);
}

test("REQ-049 (sqlite): killed at random moments while it writes, the portal loses nothing it acknowledged", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "portal-kill-"));
  const config: Config = {
    dataFolder,
    database: { engine: "sqlite", file: join(dataFolder, "portal.db") },
    host: "127.0.0.1",
    port: 0,
    trustedProxies: 0,
    logLevel: "silent",
  };
  try {
    const portal = await createPortal(config);
    await fillCentre(portal);
    await portal.close();
    await killAgainAndAgain(config, KILLS);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}, 600_000);

test("REQ-049 (postgres): killed at random moments while it writes, the portal loses nothing it acknowledged", async () => {
  const { portal, close } = await openEmptyPortal("postgres");
  try {
    await fillCentre(portal);
    await killAgainAndAgain(portal.config, Math.ceil(KILLS / 3));
  } finally {
    await close();
  }
}, 600_000);
