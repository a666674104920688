import type { IncomingMessage } from "node:http";

/** Programs that read for somebody else, or for nobody. In-app browsers of Zalo and Facebook are people, and so is a Cubot telephone. */
const ROBOT =
  /(?<!\bcu)bot\b|crawl|spider|slurp|scrap|facebookexternalhit|preview|monitor|uptime|pingdom|lighthouse|headless|phantom|curl|wget|python|java\/|go-http|okhttp|axios|undici|^node|cong-khai-tu-kiem-tra/i;
const LONGEST_AGENT = 300;
const LONGEST_PAGE = 300;

/** Whether the reader's program says that no person is reading; one that says nothing is none either. */
export const isRobot = (agent: string | undefined): boolean => agent === undefined || agent === "" || ROBOT.test(agent);

/** Whether somebody opened a page himself: not a robot, and not a browser fetching ahead of a click. */
export function isReading({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  const ahead = `${headers["sec-purpose"] ?? ""} ${headers.purpose ?? ""} ${headers["x-moz"] ?? ""}`;
  return method === "GET" && !isRobot(headers["user-agent"]) && !/prefetch|preview/i.test(ahead);
}

/** What tells the readers of one day apart, before it is made a mark: network address and browser. */
export function readerOf(request: IncomingMessage, proxies: number): string {
  return `${addressOf(request, proxies)}\n${(request.headers["user-agent"] ?? "").slice(0, LONGEST_AGENT)}`;
}

/** The reader's address as seen through this many proxies of our own; the same that Fastify tells routes. */
function addressOf(request: IncomingMessage, proxies: number): string {
  const forwarded = proxies > 0 ? [request.headers["x-forwarded-for"] ?? []].flat().join(",") : "";
  const hops = [
    request.socket.remoteAddress ?? "",
    ...forwarded
      .split(",")
      .map((hop) => hop.trim())
      .filter((hop) => hop !== "")
      .reverse(),
  ];
  return hops[Math.min(proxies, hops.length - 1)]!;
}

/** Names a reader may have come from: no address of a machine, nothing that is no host. */
const HOST = /^(?=.{4,100}$)([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/;

/**
 * The host whose page led here, never the page itself: an address may tell what somebody looked for or who he is. Null
 * for our own pages and for what is no page of the web.
 */
export function referrerOf({ headers }: Pick<IncomingMessage, "headers">, own: ReadonlySet<string>): string | null {
  const url = URL.parse(headers.referer ?? "");
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return null;
  const host = url.hostname.toLowerCase().replace(/^www\./, "");
  const here = (headers.host ?? "")
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/^www\./, "");
  return HOST.test(host) && host !== here && !own.has(host) ? host : null;
}

/** Address of a page without its query: what was asked of a form is nobody's business. */
export const pageOf = (path: string): string => path.split(/[?#]/, 1)[0]!.slice(0, LONGEST_PAGE) || "/";

/** The place of the portal a page is counted under: news by its section, whatever else by the first part of its address. */
export function placeOf(path: string, tags: Iterable<string> = []): string {
  for (const tag of tags) if (tag.startsWith("section:")) return tag;
  return `/${path.slice(1).split(/[/?]/, 1)[0]}`;
}
