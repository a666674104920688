// Short rounds, one server and then the other, so that whatever else the machine does falls on both.
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { load } from "./load.mjs";
import { cpuSeconds } from "./processes.mjs";

/** One answer as bytes and raw headers; what a hop adds by itself is left out. */
export async function record(base, path, headers, status = 200) {
  const request = httpRequest(new URL(path, base), { headers, agent: false });
  request.end();
  const [response] = await once(request, "response");
  const body = Buffer.concat(await response.toArray());
  if (response.statusCode !== status) throw new Error(`${path} answers ${response.statusCode}, not ${status}`);
  const kept = [];
  for (let at = 0; at < response.rawHeaders.length; at += 2) {
    const [name, value] = response.rawHeaders.slice(at, at + 2);
    if (!/^(date|connection|keep-alive)$/i.test(name)) kept.push(name, value);
  }
  return { path, headers: kept, body: body.toString("base64"), bytes: body.length, etag: response.headers.etag };
}

async function round({ base, pid }, path, headers, settings) {
  const before = cpuSeconds(pid);
  const { answers, duration, p99 } = await load(new URL(path, base).href, headers, settings);
  const used = cpuSeconds(pid) - before;
  return { perSecond: answers / duration, cpuMicros: (used / answers) * 1e6, busy: used / duration, p99 };
}

/** Compares two servers on one path. The ratios are medians over the rounds. */
export async function compare(portal, bare, path, headers, settings) {
  for (const server of [portal, bare]) await round(server, path, headers, { ...settings, seconds: 1 });
  const rounds = [];
  for (let n = 0; n < settings.rounds; n += 1) {
    const order = n % 2 === 0 ? ["portal", "bare"] : ["bare", "portal"];
    const measured = {};
    for (const name of order) measured[name] = await round(name === "portal" ? portal : bare, path, headers, settings);
    rounds.push(measured);
  }
  const of = (server, figure) => median(rounds.map((one) => one[server][figure]));
  return {
    path,
    perSecond: of("portal", "perSecond"),
    barePerSecond: of("bare", "perSecond"),
    ratio: median(rounds.map(({ portal, bare }) => portal.perSecond / bare.perSecond)),
    cpuMicros: of("portal", "cpuMicros"),
    bareCpuMicros: of("bare", "cpuMicros"),
    cpuRatio: median(rounds.map(({ portal, bare }) => bare.cpuMicros / portal.cpuMicros)),
    busy: of("portal", "busy"),
    p99: of("portal", "p99"),
  };
}

/** Asks for each address once, one after the other: pages that are not in memory yet. */
export async function measureFirstRender(base, paths, headers) {
  const times = [];
  for (const path of paths) {
    const before = performance.now();
    await record(base, path, headers);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return { pages: paths.length, medianMs: median(times), p95Ms: times[Math.floor(times.length * 0.95)] ?? Number.NaN };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
