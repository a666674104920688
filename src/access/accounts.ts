import { act, type By, type Door } from "../act.ts";
import type { Id } from "../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../kernel/result.ts";
import { foldUsername, passwordRefusals } from "./account-rules.ts";
import { accountOf } from "./accounts.queries.ts";
import { createAccountCommand, type NewAccountInput } from "./commands/create-account.ts";
import { disableAccountCommand } from "./commands/disable-account.ts";
import { setPasswordCommand } from "./commands/set-password.ts";
import { hashPassword, newOneTimePassword } from "./password-hash.ts";

export interface AccountWish {
  readonly person: Id;
  readonly username: string;
  /** Null: a one-time password is made, shown once and changed at the first sign-in. */
  readonly password: string | null;
  /** In demo data only: any password will do, and it works nowhere else. */
  readonly isDemo?: boolean;
}

export interface Handed {
  /** To be handed to the person; kept nowhere. Null when the password was given. */
  readonly oneTimePassword: string | null;
}

/** The input of `account.create`, hashed beforehand: inside a transaction nobody waits for a hash. */
export async function prepareAccount(
  wish: AccountWish,
  fullName: string,
): Promise<Result<NewAccountInput & Handed, Refusal[]>> {
  const { person, password, isDemo = false } = wish;
  const username = foldUsername(wish.username);
  const refusals = password === null || isDemo ? [] : passwordRefusals(password, { username, fullName });
  if (refusals.length > 0) return refused(refusals);
  const oneTimePassword = password === null ? newOneTimePassword() : null;
  const passwordHash = await hashPassword(password ?? oneTimePassword!);
  return done({ person, username, passwordHash, isDemo, mustChange: password === null, oneTimePassword });
}

/** Gives a person an account (Đ7.k3, REQ-042): the administrator's or the system's act. */
export async function createAccount(door: Door, by: By, wish: AccountWish): Promise<Result<Handed, Refusal[]>> {
  const person = await door.database.db
    .selectFrom("person")
    .select("full_name")
    .where("id", "=", wish.person)
    .executeTakeFirst();
  const prepared = await prepareAccount(wish, person?.full_name ?? "");
  if (!prepared.ok) return prepared;
  const { oneTimePassword, ...input } = prepared.value;
  const answer = await act(door, by, createAccountCommand, input);
  return answer.ok ? done({ oneTimePassword }) : answer;
}

/** A new one-time password by the administrator; it ends every session and lifts a lock (Đ7.k3). */
export async function resetPassword(door: Door, by: By, person: Id): Promise<Result<Handed, Refusal[]>> {
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  const answer = await act(door, by, setPasswordCommand, { person, passwordHash, ownSession: null });
  return answer.ok ? done({ oneTimePassword }) : answer;
}

/** A person's own new password, after the present one was found right. Ends his other sessions. */
export async function changeOwnPassword(
  door: Door,
  by: By,
  { password, session }: { password: string; session: Id },
): Promise<Result<null, Refusal[]>> {
  const account = await accountOf(door.database.db, by.person);
  const refusals = account ? passwordRefusals(password, account) : [];
  if (refusals.length > 0) return refused(refusals);
  const passwordHash = await hashPassword(password);
  const answer = await act(door, by, setPasswordCommand, { person: by.person, passwordHash, ownSession: session });
  return answer.ok ? done(null) : answer;
}

/** Closes an account at once, or opens it again (Đ7.k3). */
export function disableAccount(door: Door, by: By, person: Id, disabled = true): Promise<Result<unknown, Refusal[]>> {
  return act(door, by, disableAccountCommand, { person, disabled });
}
