import { randomBytes } from "node:crypto";
import { BY_SYSTEM } from "../act.ts";
import { record } from "../evidence/log.ts";
import { addSeconds, type Instant } from "../kernel/clock.ts";
import { sha256 } from "../kernel/ids.ts";
import type { Portal } from "../portal.ts";
import type { Db, Tx } from "../storage/database.ts";

const KEY = "setup.link";
const LASTS_SECONDS = 24 * 3600;

/** Of a set-up link only the hash is kept. */
interface StoredLink {
  readonly hash: string;
  readonly until: Instant;
}

/** `done`: the portal has been set up and no link opens it again. `unknown`: wrong, replaced or too old. */
export type LinkState = "open" | "unknown" | "done";

/**
 * A new one-time set-up link's token for a portal nobody can sign in to yet; null for one that is set up. Any earlier
 * link is void from now on.
 */
export async function createSetup(portal: Portal): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  return portal.database.transact(async (tx) => {
    if (await isSetUp(tx)) return null;
    const at = portal.clock.now();
    const link: StoredLink = { hash: sha256(token), until: addSeconds(at, LASTS_SECONDS) };
    const row = { value: JSON.stringify(link), changed_at: at, changed_by: BY_SYSTEM.person };
    await tx
      .insertInto("setting")
      .values({ key: KEY, ...row })
      .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
      .execute();
    await record(tx, BY_SYSTEM, at, { act: "setup.link", subject: "portal", content: { until: link.until } });
    return token;
  });
}

/** Whether people are known and somebody has an account: then the portal is changed from inside only. */
export async function isSetUp(db: Db | Tx): Promise<boolean> {
  const person = await db.selectFrom("person").select("id").limit(1).executeTakeFirst();
  return person !== undefined;
}

export async function linkState(db: Db | Tx, token: string, now: Instant): Promise<LinkState> {
  if (await isSetUp(db)) return "done";
  const row = await db.selectFrom("setting").select("value").where("key", "=", KEY).executeTakeFirst();
  if (!row) return "unknown";
  const { hash, until } = JSON.parse(row.value) as StoredLink;
  return hash === sha256(token) && now < until ? "open" : "unknown";
}

/** The link has done its work. */
export async function voidLink(tx: Tx): Promise<void> {
  await tx.deleteFrom("setting").where("key", "=", KEY).execute();
}
