import type { By } from "../act.ts";
import { record } from "../evidence/log.ts";
import { signInSubject } from "../http/rate-limit.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";
import { formatDateTime } from "../ui/format.ts";
import { accountOf, passwordHashOf } from "./accounts.queries.ts";
import { truncated } from "./address.ts";
import { addFailure, standing } from "./failures.ts";
import { isPassword } from "./password-hash.ts";

/**
 * Whether somebody signed in knows the password of his account: null, or why it is not believed. Whoever finds an open
 * session guesses no faster than at the door, and each wrong guess is in the log (REQ-138).
 */
export async function checkOwnPassword(
  portal: Portal,
  by: By,
  { password, address }: { password: string; address: string },
): Promise<Refusal | null> {
  const account = await accountOf(portal.db, by.person);
  const hash = await passwordHashOf(portal.db, by.person);
  const isRight = hash !== null && (await isPassword(hash, password.slice(0, 200)));
  const subject = signInSubject(account?.username ?? "", address);
  return portal.database.transact(async (tx) => {
    const at = portal.clock.now();
    const { nextAt } = await standing(tx, subject, at);
    if (nextAt !== null) {
      return { code: "passwordTooSoon", clause: "Đ17.k2", detail: { time: formatDateTime(nextAt) } };
    }
    if (isRight) return null;
    await addFailure(tx, subject, at, true);
    const content = { account: account?.username ?? "", address: truncated(subject.address) };
    await record(tx, by, at, { act: "password.refused", subject: `person:${by.person}`, clause: "Đ17.k2", content });
    return { code: "passwordWrong", clause: "Đ17.k2" };
  });
}
