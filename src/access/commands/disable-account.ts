import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, type Refusal, refused } from "../../kernel/result.ts";
import { type Account, accountOf } from "../accounts.queries.ts";
import { endSessions } from "../store.ts";
import { refuseUnlessKeeper } from "./keepers.ts";

export interface DisableInput {
  readonly person: Id;
  /** False opens it again. */
  readonly disabled: boolean;
}

/** Closes an account at once, sessions included, or opens it again (Đ7.k3). Nobody closes his own. */
export const disableAccountCommand: Command<DisableInput, Account | null, DisableInput> = {
  name: "account.disable",
  load: ({ tx }, { person }) => accountOf(tx, person),
  decide(account, input, by) {
    const refusals: Refusal[] = refuseUnlessKeeper(by);
    if (!account) refusals.push({ code: "accountUnknown", clause: "Đ7.k3" });
    if (input.disabled && by.person === input.person) refusals.push({ code: "accountOwn", clause: "Đ7.k3" });
    return refusals.length > 0 ? refused(refusals) : done(input);
  },
  evidence: ({ person, disabled }, account) =>
    (account!.disabledAt !== null) === disabled
      ? null
      : {
          act: disabled ? "account.disable" : "account.enable",
          subject: `person:${person}`,
          clause: "Đ7.k3",
          content: { username: account!.username },
        },
  async write({ tx, at }, { person, disabled }) {
    await tx
      .updateTable("account")
      .set({ disabled_at: disabled ? at : null })
      .where("person_id", "=", person)
      .execute();
    if (disabled) await endSessions(tx, person);
    return [];
  },
};
