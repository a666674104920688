import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { done, type Result, refused } from "../kernel/result.ts";
import { mayReach, type Reach } from "./public-address.ts";

/** Why a request to somebody else's machine came to nothing. Sentences are in `words.ts`. */
export type OutsideProblem =
  | "addressInvalid"
  | "addressUnknown"
  | "addressNotPublic"
  | "unreachable"
  | "certificate"
  | "tooSlow"
  | "tooLarge"
  | "unreadable"
  | "redirected";

export interface OutsideRequest {
  readonly url: string;
  readonly reach: Reach;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of the answer, unpacked as well as on the wire. */
  readonly maxBytes: number;
  /** For everything together: name, connection, every redirect, the last byte. */
  readonly timeoutMs: number;
  /** None unless said; each is checked as the first address was. */
  readonly redirects?: number;
  /** How names become addresses; the system's own way unless a test brings another. */
  readonly resolve?: Resolve;
}

export interface OutsideAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Where the answer came from in the end. */
  readonly url: string;
}

export type Resolve = (name: string) => Promise<readonly string[]>;

const bySystem: Resolve = async (name) => (await lookup(name, { all: true })).map(({ address }) => address);

class Problem extends Error {
  readonly problem: OutsideProblem;
  constructor(problem: OutsideProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * The one way to the machines of others. The name is resolved once, all its addresses are judged, and the connection
 * goes to the judged address itself: a name that answers differently a moment later leads nowhere else. Sends no
 * cookies, no credentials of an address, and never follows from https to http.
 */
export async function fetchOutside(asked: OutsideRequest): Promise<Result<OutsideAnswer, OutsideProblem>> {
  const abort = AbortSignal.timeout(asked.timeoutMs);
  try {
    let url = readAddress(asked.url);
    for (let left = asked.redirects ?? 0; ; left -= 1) {
      const answer = await once(url, asked, abort);
      const { location } = answer.headers;
      if (!isRedirect(answer.status) || location === undefined || asked.redirects === undefined) return done(answer);
      if (left === 0) throw new Problem("redirected");
      const next = readAddress(location, url);
      if (url.protocol === "https:" && next.protocol === "http:") throw new Problem("redirected");
      url = next;
    }
  } catch (error) {
    return refused(abort.aborted ? "tooSlow" : problemOf(error));
  }
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

/** An address we may ask at all; nothing is resolved yet. */
function readAddress(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new Problem("addressInvalid");
  }
  return url;
}

/** The address to connect to: one of those the name has, all of which must be allowed. */
async function judged(url: URL, { reach, resolve = bySystem }: OutsideRequest, abort: AbortSignal): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await before(abort, resolve(host)).catch(() => [] as const);
  const [first] = addresses;
  if (first === undefined) throw new Problem("addressUnknown");
  if (!addresses.every((address) => mayReach(address, reach))) throw new Problem("addressNotPublic");
  return first;
}

/** The resolver of the system cannot be stopped, but it need not be waited for. */
function before<T>(abort: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    abort.addEventListener("abort", () => reject(new Problem("tooSlow")), { once: true });
    work.then(resolve, reject);
  });
}

async function once(url: URL, asked: OutsideRequest, abort: AbortSignal): Promise<OutsideAnswer> {
  const address = await judged(url, asked, abort);
  const isName = isIP(url.hostname.replace(/^\[|\]$/g, "")) === 0;
  const secure = url.protocol === "https:";
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)({
      host: address,
      port: url.port || (secure ? 443 : 80),
      path: url.pathname + url.search,
      method: asked.method ?? "GET",
      agent: false,
      signal: abort,
      maxHeaderSize: 16 * 1024,
      ...(secure && isName ? { servername: url.hostname } : {}),
      headers: {
        "User-Agent": "Cong/1",
        "Accept-Encoding": "gzip, br, deflate",
        ...asked.headers,
        Host: url.host,
        ...(asked.body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(asked.body)) }),
      },
    });
    request.on("response", resolve).on("error", reject).end(asked.body);
  });
  try {
    const body = await readBody(answer, asked.maxBytes);
    return { status: answer.statusCode ?? 0, headers: answer.headers, body, url: url.href };
  } finally {
    answer.destroy();
  }
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(answer.headers["content-length"] ?? 0) > maxBytes) throw new Problem("tooLarge");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new Problem("tooLarge");
    parts.push(part);
  }
  return unpack(Buffer.concat(parts), answer.headers["content-encoding"], maxBytes);
}

const UNPACK = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/** A packed answer may not grow past what was allowed for a plain one. */
async function unpack(bytes: Buffer, encoding = "identity", maxBytes: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === "identity" || name === "" || bytes.length === 0) return bytes;
  if (!Object.hasOwn(UNPACK, name)) throw new Problem("unreadable");
  try {
    return await UNPACK[name as keyof typeof UNPACK](bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    throw new Problem((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "tooLarge" : "unreadable");
  }
}

function problemOf(error: unknown): OutsideProblem {
  if (error instanceof Problem) return error.problem;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (/^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) return "certificate";
  if (/^HPE_/.test(code)) return "unreadable";
  return "unreachable";
}
