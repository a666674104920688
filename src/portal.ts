import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { act, type By, type Command, type Door } from "./act.ts";
import type { Config } from "./config.ts";
import { type Clock, systemClock } from "./kernel/clock.ts";
import type { Refusal, Result } from "./kernel/result.ts";
import { readSettings } from "./settings/settings.queries.ts";
import type { Settings } from "./settings/settings.ts";
import { type Database, type Db, openDatabase } from "./storage/database.ts";
import { type FileStore, openFileStore } from "./storage/files.ts";
import { migrate } from "./storage/migrations/index.ts";

/** One institution's portal: its data, its files, its one door. Holds no global state: a process may have many. */
export interface Portal {
  readonly config: Config;
  readonly database: Database;
  /** Read side. */
  readonly db: Db;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly door: Door;
  act<I, S, C>(by: By, command: Command<I, S, C>, input: I): Promise<Result<C, Refusal[]>>;
  settings(): Promise<Settings>;
  /** Told after every commit; returns how to stop listening. */
  onFollow(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The only place where the parts are wired. Opens the data and brings it to the present shape. */
export async function createPortal(config: Config, clock: Clock = systemClock): Promise<Portal> {
  await mkdir(config.dataFolder, { recursive: true });
  const database = await openDatabase(config.database);
  await migrate(database);
  const files = openFileStore({ folder: join(config.dataFolder, "files") });
  const listeners = new Set<() => void>();
  const door: Door = {
    database,
    clock,
    follow: () => {
      for (const listener of listeners) listener();
    },
  };
  return {
    config,
    database,
    db: database.db,
    clock,
    files,
    door,
    act: (by, command, input) => act(door, by, command, input),
    settings: () => readSettings(database.db),
    onFollow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => database.close(),
  };
}
