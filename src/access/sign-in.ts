import { BY_SYSTEM } from "../act.ts";
import { readRoster } from "../board/roster.queries.ts";
import { record } from "../evidence/log.ts";
import { type SignInSubject, signInSubject } from "../http/rate-limit.ts";
import { dayOf, type Instant } from "../kernel/clock.ts";
import { done, type Result, refused } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Tx } from "../storage/database.ts";
import { foldUsername, isUsername } from "./account-rules.ts";
import { type Account, accountNamed } from "./accounts.queries.ts";
import { truncated } from "./address.ts";
import type { Auth, Session } from "./auth.ts";
import { addFailure, forgetFailures, standing } from "./failures.ts";
import { wornHats } from "./hats.ts";
import { hashPassword } from "./password-hash.ts";
import { endSession, sweepSessions } from "./store.ts";

/** Why nobody was let in. Only whoever knew the password hears more than that name or password were wrong. */
export type SignInRefusal =
  | { readonly why: "wrong" | "tooSoon"; readonly nextAt: Instant | null }
  | { readonly why: "demo" | "disabled" | "left" | "noHat" };

export interface SignInAttempt {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
}

/**
 * Opens a session, and returns the cookies to send (Đ17.k2, REQ-138). Every attempt is judged, counted and kept in the
 * evidence in one transaction, one after another: of a hundred guesses sent at once the first is answered, and the rest
 * come too soon whether they were right or not.
 */
export async function signIn(
  { portal, auth }: { portal: Portal; auth: Auth },
  attempt: SignInAttempt,
): Promise<Result<readonly string[], SignInRefusal>> {
  const username = foldUsername(attempt.username);
  const subject = signInSubject(username, attempt.address);
  const before = await standing(portal.db, subject, portal.clock.now());
  const opened = before.nextAt === null ? await open(auth, username, attempt) : null;
  return portal.database.transact(async (tx) => {
    const at = portal.clock.now();
    const now = await standing(tx, subject, at);
    const account = await accountNamed(tx, username);
    const refusal: SignInRefusal | null =
      before.nextAt !== null || now.nextAt !== null
        ? { why: "tooSoon", nextAt: now.nextAt ?? before.nextAt }
        : opened === null || account === null
          ? { why: "wrong", nextAt: null }
          : await closedTo(tx, account, at);
    if (refusal === null) return letIn(tx, at, subject, opened!, account!);
    if (opened) await endSession(tx, opened.session.id);
    return refused(await keepRefusal(tx, at, subject, refusal, { account, isLoud: now.isLoud }));
  });
}

/** Ends the session of these cookies, and returns the cookies that make the browser forget it. */
export async function signOut(
  { portal, auth }: { portal: Portal; auth: Auth },
  by: { readonly person: string; readonly hat: Parameters<typeof record>[1]["hat"] },
  session: string,
  cookies: string | undefined,
): Promise<readonly string[]> {
  await portal.database.transact(async (tx) => {
    await record(tx, by, portal.clock.now(), { act: "signin.end", subject: `person:${by.person}`, clause: "Đ17.k2" });
    await endSession(tx, session);
  });
  return auth.close(cookies);
}

async function open(auth: Auth, username: string, { password, userAgent }: SignInAttempt) {
  if (password !== "" && isUsername(username)) return auth.open(username, password, userAgent);
  // What cannot be a name takes as long as a wrong password.
  await hashPassword(password.slice(0, 200));
  return null;
}

/** Why a right password does not open: nothing of it is said before the password was right. */
async function closedTo(tx: Tx, account: Account, at: Instant): Promise<SignInRefusal | null> {
  if (account.disabledAt !== null) return { why: "disabled" };
  if (account.isDemo && !(await readSettings(tx))["portal.isDemo"]) return { why: "demo" };
  const day = dayOf(at);
  if (account.leftOn !== null && account.leftOn < day) return { why: "left" };
  const { appointments } = await readRoster(tx, day);
  return wornHats(appointments, new Map(), account.person, day).length === 0 ? { why: "noHat" } : null;
}

async function letIn(
  tx: Tx,
  at: Instant,
  subject: SignInSubject,
  { session, cookies }: { session: Session; cookies: readonly string[] },
  account: Account,
): Promise<Result<readonly string[], never>> {
  const day = dayOf(at);
  const { appointments } = await readRoster(tx, day);
  const [hat] = wornHats(appointments, new Map(), session.person, day);
  await forgetFailures(tx, account.username);
  await sweepSessions(tx);
  await record(tx, { person: session.person, hat: hat!.hat }, at, {
    act: "signin.done",
    subject: `person:${session.person}`,
    clause: "Đ17.k2",
    content: { account: account.username, address: truncated(subject.address) },
  });
  return done(cookies);
}

async function keepRefusal(
  tx: Tx,
  at: Instant,
  subject: SignInSubject,
  refusal: SignInRefusal,
  { account, isLoud }: { account: Account | null; isLoud: boolean },
): Promise<SignInRefusal> {
  if (refusal.why === "tooSoon" && !isLoud) return refusal;
  if (refusal.why === "wrong" || refusal.why === "tooSoon") await addFailure(tx, subject, at, refusal.why === "wrong");
  const { nextAt } = await standing(tx, subject, at);
  await record(tx, BY_SYSTEM, at, {
    act: "signin.refused",
    subject: account ? `person:${account.person}` : "account:unknown",
    clause: "Đ17.k2",
    content: {
      account: account?.username ?? beginning(subject.account),
      address: truncated(subject.address),
      why: refusal.why,
      ...(nextAt === null ? {} : { nextAt }),
    },
  });
  return "nextAt" in refusal ? { ...refusal, nextAt } : refusal;
}

/** Sometimes a password is typed where the name belongs: of a name nobody has, the log keeps only its beginning. */
function beginning(name: string): string {
  return name.length > 3 ? `${name.slice(0, 3)}…` : name;
}
