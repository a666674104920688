import { existsSync } from "node:fs";
import { type Config, readConfig } from "../config.ts";
import { createPortal, type Portal } from "../portal.ts";

/** The portal of `PORTAL_DATA` or `DATABASE_URL`, for commands that need one to be there already. */
export async function openExistingPortal(): Promise<Portal> {
  const config = readConfig(process.env);
  if (!hasData(config)) {
    throw new Error(`Chưa có dữ liệu tại ${config.dataFolder}. Hãy đặt PORTAL_DATA đúng thư mục dữ liệu của Cổng.`);
  }
  return createPortal(config);
}

function hasData({ database }: Config): boolean {
  return database.engine === "postgres" || existsSync(database.file);
}
