import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { isUsername } from "../account-rules.ts";
import { type Account, accountNamed, accountOf } from "../accounts.queries.ts";
import { insertAccount } from "../store.ts";
import { refuseUnlessKeeper } from "./keepers.ts";

export interface NewAccountInput {
  readonly person: Id;
  /** Folded: see `foldUsername`. */
  readonly username: string;
  readonly passwordHash: string;
  readonly mustChange: boolean;
  readonly isDemo: boolean;
}

interface State {
  readonly person: { readonly full_name: string; readonly left_on: string | null } | undefined;
  readonly existing: Account | null;
  readonly sameName: Account | null;
}

/**
 * Gives a person an account (Đ7.k3). Refuses a second account for one person, one name for two (REQ-042), an account
 * without a person's full name, and one for somebody who has left.
 */
export const createAccountCommand: Command<NewAccountInput, State, NewAccountInput> = {
  name: "account.create",
  load: async ({ tx }, { person, username }) => ({
    person: await tx.selectFrom("person").select(["full_name", "left_on"]).where("id", "=", person).executeTakeFirst(),
    existing: await accountOf(tx, person),
    sameName: await accountNamed(tx, username),
  }),
  decide({ person, existing, sameName }, input, by) {
    const refusals: Refusal[] = refuseUnlessKeeper(by);
    const no = (code: string, detail: Record<string, string> = {}) =>
      refusals.push({ code, clause: "Đ7.k3", detail: { username: input.username, ...detail } });
    if (!person) no("accountPersonUnknown");
    else if (person.left_on !== null) no("accountPersonLeft", { person: person.full_name });
    else if (person.full_name.trim().split(/\s+/).length < 2) no("accountPersonUnnamed", { person: person.full_name });
    if (existing) no("accountExists", { person: existing.fullName, username: existing.username });
    if (!isUsername(input.username)) no("usernameInvalid");
    else if (sameName && sameName.person !== input.person) no("usernameTaken");
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ person, username, mustChange, isDemo }) => ({
    act: "account.create",
    subject: `person:${person}`,
    clause: "Đ7.k3",
    content: { username, mustChange, isDemo },
  }),
  async write({ tx, at }, input, { person }) {
    await insertAccount(tx, at, { ...input, fullName: person!.full_name });
    return [];
  },
};
