import { MEMORY_SECONDS, nextAllowedAt, type SignInSubject } from "../http/rate-limit.ts";
import { addSeconds, type Instant } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";

/** An office shares one address: it waits only after as many failures of all its people together. */
const ADDRESS_FAILURES = 20;
/** Attempts that came too soon and are still written into the log, each; a flood beyond them is turned away unwritten. */
const LOUD_ATTEMPTS = 20;

export interface Standing {
  /** When this account may be tried again from this address; null for now. */
  readonly nextAt: Instant | null;
  /** Whether one more attempt is still written down. */
  readonly isLoud: boolean;
}

/**
 * What recent failures mean for the next attempt (REQ-138): an account waits longer after each, wherever they came from,
 * and is closed for fifteen minutes by the fifth; an address by its twentieth, whatever the accounts.
 */
export async function standing(db: Db | Tx, { account, address }: SignInSubject, now: Instant): Promise<Standing> {
  const rows = await db
    .selectFrom("signin_failure")
    .select(["account", "address", "at", "counts"])
    .where("at", ">", addSeconds(now, -MEMORY_SECONDS))
    .where((is) => is.or([is("account", "=", account), is("address", "=", address)]))
    .execute();
  const failed = rows.filter(({ counts }) => counts === 1);
  const ofAddress = failed.filter((row) => row.address === address).map(({ at }) => at);
  const waits = [
    nextAllowedAt(
      failed.filter((row) => row.account === account).map(({ at }) => at),
      now,
    ),
    ofAddress.length >= ADDRESS_FAILURES ? nextAllowedAt(ofAddress, now) : null,
  ];
  const nextAt = waits.reduce((latest, at) => (at !== null && (latest === null || at > latest) ? at : latest), null);
  return { nextAt, isLoud: rows.length - failed.length < LOUD_ATTEMPTS };
}

export async function addFailure(tx: Tx, subject: SignInSubject, at: Instant, counts: boolean): Promise<void> {
  await tx.deleteFrom("signin_failure").where("at", "<=", addSeconds(at, -MEMORY_SECONDS)).execute();
  await tx
    .insertInto("signin_failure")
    .values({ id: newId(), ...subject, at, counts: counts ? 1 : 0 })
    .execute();
}

/** After a right password, or a new one from the administrator: the emergency way out of a lock. */
export async function forgetFailures(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom("signin_failure").where("account", "=", account).execute();
}
