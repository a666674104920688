// How close hot public pages come to a bare node:http server sending the same bytes and headers in the same run.
//
//   node bench/hot.mjs --start "node dist/server/main.js demo" --paths /,/tin-tuc,/bai-viet/mot [--host HOST]
//   node bench/hot.mjs --base http://127.0.0.1:8080 --pid 4321 --paths /          (a server that runs already)
//   node bench/hot.mjs --start "node bench/synthetic.mjs" --paths /,/lon          (the page cache alone)
//
// --sitemap /sitemap.xml --cold 300   also times the first rendering of addresses found there
// --rounds 5 --seconds 2 --connections 50 --encoding br
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compare, measureFirstRender, record } from "./measure.mjs";
import { isPinned, memoryMB, pinThisProcess, start } from "./processes.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const { values: given } = parseArgs({
  options: {
    base: { type: "string" },
    pid: { type: "string" },
    start: { type: "string" },
    paths: { type: "string", default: "/" },
    host: { type: "string" },
    sitemap: { type: "string" },
    cold: { type: "string", default: "200" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
    connections: { type: "string", default: "50" },
    encoding: { type: "string", default: "br" },
  },
});

pinThisProcess(1);
const settings = {
  rounds: Number(given.rounds),
  seconds: Number(given.seconds),
  connections: Number(given.connections),
};
const headers = { "accept-encoding": given.encoding, ...(given.host && { host: given.host }) };
const folder = await mkdtemp(join(tmpdir(), "bench-"));
const running = [];

try {
  const portal = await openPortal();
  const first = given.sitemap ? await firstRenders(portal) : null;
  const pages = [];
  for (const path of given.paths.split(",")) {
    await record(portal.base, path, headers); // makes the encoding
    const page = await record(portal.base, path, headers);
    const known = { ...headers, "if-none-match": page.etag ?? "" };
    const unchanged = page.etag && (await record(portal.base, path, known, 304)).headers;
    pages.push({ ...page, unchanged });
  }
  const bare = await openBare(pages);

  const rows = [];
  for (const { path, bytes, etag } of pages) {
    rows.push({ case: `${path} 200`, bytes, ...(await compare(portal, bare, path, headers, settings)) });
    if (etag === undefined) continue;
    const known = { ...headers, "if-none-match": etag };
    rows.push({ case: `${path} 304`, bytes: 0, ...(await compare(portal, bare, path, known, settings)) });
  }
  report({ startMs: portal.startMs, memoryMB: memoryMB(portal.pid), firstRender: first, rows });
} finally {
  await Promise.all(running.map(({ stop }) => stop()));
  await rm(folder, { recursive: true });
}

async function openPortal() {
  if (!given.start) return { base: given.base, pid: Number(given.pid), startMs: null };
  const [command, ...args] = given.start.split(" ");
  const began = performance.now();
  const server = start(0, command === "node" ? process.execPath : command, args);
  running.push(server);
  const base = given.base ?? new URL(await server.address).origin;
  const path = given.paths.split(",", 1)[0];
  while (!(await record(base, path, headers).catch(() => null))) {
    if (performance.now() - began > 60_000) throw new Error(`${base}${path} does not answer`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
  return { base, pid: server.pid, startMs: performance.now() - began };
}

async function openBare(pages) {
  const file = join(folder, "answers.json");
  writeFileSync(file, JSON.stringify(pages));
  const server = start(0, process.execPath, [here("bare.mjs"), file]);
  running.push(server);
  return { base: await server.address, pid: server.pid };
}

async function firstRenders({ base }) {
  const { body } = await record(base, given.sitemap, { ...headers, "accept-encoding": "identity" });
  const text = Buffer.from(body, "base64").toString();
  const paths = Array.from(text.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address]) => new URL(address).pathname);
  return measureFirstRender(base, paths.slice(-Number(given.cold)), headers);
}

function report(result) {
  const round = (number, digits = 0) => (Number.isFinite(number) ? Number(number.toFixed(digits)) : null);
  console.table(
    result.rows.map((row) => ({
      case: row.case,
      bytes: row.bytes,
      "req/s": round(row.perSecond),
      "bare req/s": round(row.barePerSecond),
      ratio: round(row.ratio, 3),
      "µs cpu": round(row.cpuMicros),
      "bare µs": round(row.bareCpuMicros),
      "cpu ratio": round(row.cpuRatio, 3),
      "busy %": round(100 * row.busy),
      "p99 ms": round(row.p99, 1),
    })),
  );
  if (result.rows.some(({ busy }) => busy < 0.9)) {
    console.log(
      "Where busy is below 90 %, the load was the slower side: there the cpu ratio tells what one core can carry.",
    );
  }
  if (result.startMs !== null) console.log(`start to first answer: ${round(result.startMs)} ms`);
  console.log(`memory after the run: ${round(result.memoryMB)} MB`);
  if (result.firstRender) console.log("first render:", result.firstRender);
  if (!isPinned) console.log("taskset or a second core is missing: server and load shared the same cores");
  const { model } = cpus()[0];
  const about = { at: new Date().toISOString(), node: process.version, cpu: model, pinned: isPinned, settings };
  writeFileSync(here("last.json"), `${JSON.stringify({ about, ...result }, null, 2)}\n`);
}
