import { betterAuth } from "better-auth";
import { username } from "better-auth/plugins/username";
import { type Id, newId } from "../kernel/ids.ts";
import type { Database } from "../storage/database.ts";
import { isUsername, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./account-rules.ts";
import { hashPassword, isPassword } from "./password-hash.ts";

/** A working day with its evening; idle sessions end earlier by a rule of their own. */
const SESSION_SECONDS = 12 * 3600;

export interface Session {
  readonly id: Id;
  readonly person: Id;
  readonly token: string;
}

/** What we ask of the sign-in library. None of its routes is reachable over HTTP: only our own pages call this. */
export interface Auth {
  /** The session opened by a right password, with the cookies to send; null for a wrong name or password, never saying which. */
  open(
    name: string,
    password: string,
    userAgent: string,
  ): Promise<{ session: Session; cookies: readonly string[] } | null>;
  /** The session a request's cookies carry, or null when there is none, it has ended or it was forged. */
  find(cookies: string | undefined): Promise<Session | null>;
  /** Cookies that make the browser forget its session. */
  close(cookies: string | undefined): Promise<readonly string[]>;
}

export interface AuthOptions {
  readonly database: Database;
  readonly secret: string;
  /** Scheme and host of the official address. */
  readonly origin: string;
}

export function openAuth({ database, secret, origin }: AuthOptions): Auth {
  const library = betterAuth({
    appName: "Cổng",
    baseURL: origin,
    secret,
    database: { db: database.writer, type: database.engine },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // The growing delay of our own counts per account and per address, in the database.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 60, usernameValidator: isUsername })],
    user: { modelName: "auth_user" },
    account: { modelName: "auth_account" },
    verification: { modelName: "auth_verification" },
    // A GET writes nothing: a session is not prolonged by looking at a page.
    session: {
      modelName: "auth_session",
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      deferSessionRefresh: true,
    },
    advanced: {
      cookiePrefix: "cong",
      useSecureCookies: origin.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
      // Every form of ours is guarded before it comes here.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
  });

  const headersOf = (cookies: string | undefined) => new Headers(cookies === undefined ? {} : { cookie: cookies });

  return {
    async open(name, password, userAgent) {
      try {
        const { headers, response } = await library.api.signInUsername({
          body: { username: name, password },
          headers: new Headers({ "user-agent": userAgent.slice(0, 200) }),
          returnHeaders: true,
        });
        const cookies = headers.getSetCookie();
        const row = await database.db
          .selectFrom("auth_session")
          .select("id")
          .where("token", "=", response.token)
          .executeTakeFirstOrThrow();
        return { session: { id: row.id, person: response.user.id, token: response.token }, cookies };
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },
    async find(cookies) {
      if (cookies === undefined) return null;
      const found = await library.api.getSession({ headers: headersOf(cookies) });
      return found && { id: found.session.id, person: found.user.id, token: found.session.token };
    },
    async close(cookies) {
      const { headers } = await library.api.signOut({ headers: headersOf(cookies), returnHeaders: true });
      return headers.getSetCookie();
    },
  };
}

function isRefusal(error: unknown): boolean {
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500;
}
