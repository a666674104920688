import { join, resolve } from "node:path";
import { z } from "zod";
import type { DatabaseConfig } from "./storage/database.ts";

/** What a process is told by its environment; everything else is a setting in the database. */
export interface Config {
  /** Folder of the SQLite file and of the stored files. */
  readonly dataFolder: string;
  readonly database: DatabaseConfig;
  readonly host: string;
  readonly port: number;
  /** Behind a proxy of our own: how many hops of X-Forwarded-For to believe. 0: none. */
  readonly trustedProxies: number;
  readonly logLevel: string;
}

const environment = z.object({
  PORTAL_DATA: z.string().min(1).default("data"),
  DATABASE_URL: z.string().startsWith("postgres", { error: "DATABASE_URL phải bắt đầu bằng postgres://" }).optional(),
  PORTAL_HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce
    .number({ error: "PORT phải là một số từ 0 đến 65535" })
    .int()
    .min(0)
    .max(65535, { error: "PORT phải là một số từ 0 đến 65535" })
    .default(8080),
  PORTAL_PROXIES: z.coerce.number().int().min(0).default(0),
  PORTAL_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** Reads the environment once. Throws `ZodError` with Vietnamese sentences when a value cannot be used. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.parse(env);
  const dataFolder = resolve(read.PORTAL_DATA);
  return {
    dataFolder,
    database: read.DATABASE_URL
      ? { engine: "postgres", url: read.DATABASE_URL }
      : { engine: "sqlite", file: join(dataFolder, "portal.db") },
    host: read.PORTAL_HOST,
    port: read.PORT,
    trustedProxies: read.PORTAL_PROXIES,
    logLevel: read.PORTAL_LOG,
  };
}
