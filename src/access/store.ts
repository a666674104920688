import type { Instant } from "../kernel/clock.ts";
import { type Id, newId } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";

export interface NewAccount {
  readonly person: Id;
  readonly fullName: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly isDemo: boolean;
  readonly mustChange: boolean;
}

/** The rows of the sign-in library for one person, and ours beside them, in the transaction of the act. */
export async function insertAccount(tx: Tx, at: Instant, account: NewAccount): Promise<void> {
  const { person, fullName, username, passwordHash } = account;
  const times = { createdAt: at, updatedAt: at };
  await tx
    .insertInto("auth_user")
    .values({
      id: person,
      name: fullName,
      // The library wants an address for each user; nobody signs in with it and no mail is sent there.
      email: `${person}@account.invalid`,
      emailVerified: 0,
      image: null,
      username,
      displayUsername: username,
      ...times,
    })
    .execute();
  await tx
    .insertInto("auth_account")
    .values({
      id: newId(),
      userId: person,
      accountId: person,
      providerId: "credential",
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      password: passwordHash,
      ...times,
    })
    .execute();
  await tx
    .insertInto("account")
    .values({
      person_id: person,
      is_demo: account.isDemo ? 1 : 0,
      must_change: account.mustChange ? 1 : 0,
      created_at: at,
      password_at: at,
      disabled_at: null,
    })
    .execute();
}

export async function writePassword(
  tx: Tx,
  at: Instant,
  { person, passwordHash, mustChange }: { person: Id; passwordHash: string; mustChange: boolean },
): Promise<void> {
  await tx
    .updateTable("auth_account")
    .set({ password: passwordHash, updatedAt: at })
    .where("userId", "=", person)
    .where("providerId", "=", "credential")
    .execute();
  await tx
    .updateTable("account")
    .set({ must_change: mustChange ? 1 : 0, password_at: at, is_demo: 0 })
    .where("person_id", "=", person)
    .execute();
}

/** Signs a person out everywhere, or everywhere else when `except` names the session he works in. */
export async function endSessions(tx: Tx, person: Id, except: Id | null = null): Promise<void> {
  const rows = await tx.selectFrom("auth_session").select("id").where("userId", "=", person).execute();
  const ended = rows.map(({ id }) => id).filter((id) => id !== except);
  if (ended.length === 0) return;
  await tx.deleteFrom("session_hat").where("session_id", "in", ended).execute();
  await tx.deleteFrom("auth_session").where("id", "in", ended).execute();
}

export async function endSession(tx: Tx, session: Id): Promise<void> {
  await tx.deleteFrom("session_hat").where("session_id", "=", session).execute();
  await tx.deleteFrom("auth_session").where("id", "=", session).execute();
}

/** Sessions past their time, with the hats chosen in them. The library counts in the machine's own time. */
export async function sweepSessions(tx: Tx): Promise<void> {
  await tx.deleteFrom("auth_session").where("expiresAt", "<", new Date().toISOString()).execute();
  await tx
    .deleteFrom("session_hat")
    .where("session_id", "not in", tx.selectFrom("auth_session").select("id"))
    .execute();
}
