import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { type Account, accountOf } from "../accounts.queries.ts";
import { forgetFailures } from "../failures.ts";
import { endSessions, writePassword } from "../store.ts";
import { refuseUnlessKeeper } from "./keepers.ts";

export interface PasswordInput {
  readonly person: Id;
  readonly passwordHash: string;
  /** The session in which a person changes his own; null for a reset by the administrator. */
  readonly ownSession: Id | null;
}

/**
 * Sets a password: the person's own, or anew by the administrator (Đ7.k3), who cannot choose what it stays: it must be
 * changed at the next sign-in. Every other session of the account ends, and a lock by wrong passwords is lifted.
 */
export const setPasswordCommand: Command<PasswordInput, Account | null, PasswordInput> = {
  name: "account.password",
  load: ({ tx }, { person }) => accountOf(tx, person),
  decide(account, input, by) {
    const isOwn = input.ownSession !== null && by.person === input.person;
    const refusals: Refusal[] = isOwn ? [] : refuseUnlessKeeper(by);
    if (!account) refusals.push({ code: "accountUnknown", clause: "Đ7.k3" });
    else if (account.disabledAt !== null) {
      refusals.push({ code: "accountDisabled", clause: "Đ7.k3", detail: { person: account.fullName } });
    }
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ person, ownSession }) => ({
    act: "account.password",
    subject: `person:${person}`,
    clause: "Đ7.k3",
    content: { reset: ownSession === null },
  }),
  async write({ tx, at }, { person, passwordHash, ownSession }, account) {
    await writePassword(tx, at, { person, passwordHash, mustChange: ownSession === null });
    await endSessions(tx, person, ownSession);
    await forgetFailures(tx, account!.username);
    return [];
  },
};
