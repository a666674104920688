import type { Db, Tx } from "../storage/database.ts";
import { type Settings, settingsFrom } from "./settings.ts";

export async function readSettings(db: Db | Tx): Promise<Settings> {
  return settingsFrom(await db.selectFrom("setting").select(["key", "value"]).execute());
}
