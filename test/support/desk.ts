import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { createAccount } from "../../src/access/accounts.ts";
import { openAuth } from "../../src/access/auth.ts";
import { PERMISSION_NAMES } from "../../src/access/permissions.ts";
import { type Access, answerSignedOut, knowVisitors } from "../../src/access/visitors.ts";
import { BY_SYSTEM } from "../../src/act.ts";
import { createHttp } from "../../src/http/server.ts";
import type { Portal } from "../../src/portal.ts";
import type { Assets } from "../../src/ui/assets.ts";

export const OFFICIAL = "https://ttgdtxhaiphong.haiphong.edu.vn";
export const HOST = new URL(OFFICIAL).host;
export const PASSWORD = "mười bốn con trâu 14";

const assets: Assets = { siteCss: "/assets/site.css", deskCss: "/assets/desk.css", fonts: [], islands: {} };
const SECRET = "bi-mat-cua-phep-thu-dai-hon-32-ky-tu";

export interface Desk {
  readonly app: FastifyInstance;
  readonly access: Access;
  /** A browser without script: keeps cookies, sends forms with the token of the page it has open. */
  browser(options?: { address?: string }): Browser;
  /** Gives each of these people an account under `PASSWORD`. */
  giveAccounts(people: Readonly<Record<string, string>>): Promise<void>;
  /** A browser signed in under this user name. */
  signedIn(username: string): Promise<Browser>;
}

/** The web server of a portal with the routes under test, without a port. */
export async function openDesk(
  portal: Portal,
  routes: (app: FastifyInstance, access: Access) => void | Promise<void>,
): Promise<Desk> {
  const auth = openAuth({ database: portal.database, secret: SECRET, origin: OFFICIAL });
  const access: Access = { portal, auth, assets };
  const app = await createHttp({
    official: OFFICIAL,
    clock: portal.clock,
    secret: SECRET,
    permissions: PERMISSION_NAMES,
    sessionOf: (request) => request.visitor?.sessionId ?? null,
    whenSignedOut: answerSignedOut,
  });
  knowVisitors(app, access);
  await routes(app, access);
  const browser = (options: { address?: string } = {}) => new Browser(app, options.address ?? "203.0.113.7");
  return {
    app,
    access,
    browser,
    async giveAccounts(people) {
      for (const [username, person] of Object.entries(people)) {
        const answer = await createAccount(portal.door, BY_SYSTEM, { person, username, password: PASSWORD });
        if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      }
    },
    async signedIn(username) {
      const fresh = browser();
      const answer = await fresh.signIn(username);
      if (answer.statusCode !== 303) throw new Error(`${username}: ${answer.statusCode}`);
      return fresh;
    },
  };
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

export class Browser {
  readonly cookies = new Map<string, string>();
  /** The token of the forms on the page last opened. */
  csrf = "";
  readonly #app: FastifyInstance;
  readonly #address: string;

  constructor(app: FastifyInstance, address: string) {
    this.#app = app;
    this.#address = address;
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.#keep(await this.#app.inject({ url, headers: this.#headers(), remoteAddress: this.#address }));
  }

  /** Sends a form as the page last opened would; `csrf` among the fields overrides its token. */
  async post(url: string, fields: Fields = {}): Promise<LightMyRequestResponse> {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries({ csrf: this.csrf, ...fields })) {
      for (const value of [values].flat()) body.append(name, value);
    }
    const headers = {
      ...this.#headers(),
      origin: OFFICIAL,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    };
    const payload = body.toString();
    return this.#keep(await this.#app.inject({ method: "POST", url, headers, payload, remoteAddress: this.#address }));
  }

  async signIn(username: string, password = PASSWORD, back = ""): Promise<LightMyRequestResponse> {
    await this.get("/ban-bien-tap/dang-nhap");
    return this.post("/ban-bien-tap/dang-nhap", { ten: username, "mat-khau": password, "tro-lai": back });
  }

  #headers() {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { host: HOST, "user-agent": "test", accept: "text/html", ...(cookie === "" ? {} : { cookie }) };
  }

  #keep(response: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) this.cookies.delete(name);
      // As it went over the wire: what was decoded on reading is encoded again.
      else this.cookies.set(name, encodeURIComponent(value));
    }
    const token = /name="csrf" value="([^"]+)"/.exec(response.body)?.[1];
    if (token !== undefined) this.csrf = token;
    return response;
  }
}
