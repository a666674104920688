import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { publicPage } from "../http/public-page.ts";
import { addSeconds, dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { common, page } from "../site/pages.ts";
import type { Assets } from "../ui/assets.ts";
import type { TrafficCounter } from "./counter.ts";
import { trafficFigures, trafficMonths } from "./figures.queries.ts";
import { TRAFFIC, TRAFFIC_FIGURES } from "./paths.ts";
import { isReading, pageOf, placeOf, readerOf, referrerOf } from "./reading.ts";
import { TrafficPage } from "./site.view.tsx";

/** How old figures may be. */
const FRESH_SECONDS = 60;

/**
 * The count of visits: a page for everybody, and the three figures of the foot as JSON, fetched when the foot comes into
 * view. So the pages themselves stay the same bytes for everyone, whatever the count says.
 */
export function trafficSite(app: FastifyInstance, portal: Portal, assets: Assets): void {
  const figures = () => trafficFigures(portal.db, dayOf(portal.clock.now()));
  const until = () => addSeconds(portal.clock.now(), FRESH_SECONDS);

  publicPage(app, TRAFFIC, {}, async () => {
    const { frame } = await common(portal, assets);
    const view = { ...(await figures()), at: portal.clock.now(), months: await trafficMonths(portal.db) };
    return page(<TrafficPage frame={frame} view={view} />, [], { until: until() });
  });
  publicPage(app, TRAFFIC_FIGURES, {}, async () => ({
    body: JSON.stringify(await figures()),
    type: "application/json; charset=utf-8",
    tags: ["all"],
    until: until(),
  }));
}

/** Told of a request that a page answered: its address, and what the page was made from. */
export type SeeReading = (request: IncomingMessage, address: string, tags?: Iterable<string>) => void;

/** Counts what people read. `own`: hosts of this portal, present and former; whoever comes from there never left. */
export function readingCounter(counter: TrafficCounter, proxies: number, own: readonly string[]): SeeReading {
  const ours = new Set(own.map((host) => host.replace(/:\d+$/, "").replace(/^www\./, "")));
  return (request, address, tags) => {
    if (!isReading(request)) return;
    const from = referrerOf(request, ours);
    counter.saw({ reader: readerOf(request, proxies), place: placeOf(address, tags), page: pageOf(address), from });
  };
}

/** Counts the public pages that are made anew for each reader, such as forms: the kept ones are counted where they are sent. */
export function countFreshPages(app: FastifyInstance, see: SeeReading): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const isPage = String(reply.getHeader("content-type") ?? "").startsWith("text/html");
    if (isPage && reply.statusCode === 200 && request.routeOptions.config.may === "public") {
      // What stands in the place of a parameter may be somebody's own, such as the code of a slip.
      see(request.raw, (request.routeOptions.url ?? "/").replace(/\/:.*$/, ""));
    }
    return payload;
  });
}
