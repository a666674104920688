// npm run bench: how fast the whole portal is with 2,000 articles. Builds nothing; measures what is in dist/.
//
//   node bench/run.mjs [--articles 2000] [--rounds 5] [--seconds 2]
//
// Hot pages are compared to a bare node:http server of the same run (bench/hot.mjs); then, on a second start: first
// renderings, a list's last page against its first, memory at rest and the weight of a page. Writes bench/last.json.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BUILT, copyData } from "./data.mjs";
import { median, record } from "./measure.mjs";
import { memoryMB, pinThisProcess, start } from "./processes.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const { values: given } = parseArgs({
  options: {
    articles: { type: "string", default: "2000" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
  },
});
const MAIN = join(BUILT, "main.js");
const SECTION = "/tin-tuc/tin-tuc-su-kien";
const BROTLI = { "accept-encoding": "br" };
const PLAIN = { "accept-encoding": "identity" };
const round = (number, digits = 1) => Number(number.toFixed(digits));

if (!existsSync(MAIN)) {
  console.error("There is no build. Run: npm run build");
  process.exit(1);
}
const folder = await mkdtemp(join(tmpdir(), "bench-portal-"));
try {
  await copyData(Number(given.articles), folder);
  const env = { PORTAL_DATA: folder, PORT: "0", PORTAL_LOG: "error", DATABASE_URL: undefined };
  const calm = await measureCalm(env);
  const status = compareHot(env, calm.article);
  if (status !== 0) process.exitCode = status;
  else report(calm);
} finally {
  await rm(folder, { recursive: true });
}

/** On a core of its own and not loaded: what one reader meets. */
async function measureCalm(env) {
  pinThisProcess(1);
  const began = performance.now();
  const server = start(0, process.execPath, [MAIN, "serve"], env);
  try {
    const base = new URL(await server.address).origin;
    await record(base, "/", BROTLI);
    const startMs = performance.now() - began;
    // Until what the start left behind is collected.
    await new Promise((resume) => setTimeout(resume, 3000));
    const restMB = memoryMB(server.pid);
    const sitemap = await textOf(base, "/sitemap.xml");
    const paths = Array.from(sitemap.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address]) => new URL(address).pathname);
    const articles = paths.filter((path) => path.startsWith("/bai-viet/"));
    const render = spread(await timesOf(base, articles.slice(10, 310)));
    // Only lists that go on: a section in which nobody wrote has one page.
    const lists = [];
    const last = [];
    for (const path of paths.filter((one) => one.startsWith("/tin-tuc"))) {
      const page = await lastPage(base, path);
      if (page < 2) continue;
      lists.push(path);
      last.push(`${path}?trang=${page}`);
    }
    // In turn, so that neither finds a warmer server.
    const [second, deep] = [[], []];
    for (const [at, path] of lists.entries()) {
      second.push(...(await timesOf(base, [`${path}?trang=2`])));
      deep.push(...(await timesOf(base, [last[at]])));
    }
    return {
      article: articles[0],
      startMs: round(startMs, 0),
      restMB: round(restMB),
      articleRender: render,
      listSecondPageMs: round(median(second)),
      listLastPageMs: round(median(deep)),
      lastPage: last[0],
      weight: { home: await weigh(base, "/"), article: await weigh(base, articles[0]) },
    };
  } finally {
    await server.stop();
  }
}

async function timesOf(base, paths) {
  const times = [];
  for (const path of paths) {
    const before = performance.now();
    await record(base, path, BROTLI);
    times.push(performance.now() - before);
  }
  return times;
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    pages: times.length,
    medianMs: round(median(sorted)),
    p95Ms: round(sorted[Math.floor(times.length * 0.95)]),
  };
}

async function textOf(base, path) {
  const { body } = await record(base, path, PLAIN);
  return Buffer.from(body, "base64").toString();
}

/** The greatest number among the links to further pages. */
async function lastPage(base, path) {
  const html = await textOf(base, path);
  return Math.max(1, ...Array.from(html.matchAll(/[?&;]trang=(\d+)/g), ([, number]) => Number(number)));
}

/** Bytes a first visit loads, pictures apart: the page, its style sheets and its fonts, as sent. */
async function weigh(base, path) {
  const html = await textOf(base, path);
  const files = [...new Set(html.match(/\/assets\/[\w.-]+/g) ?? [])];
  const bytes = async (file) => (await record(base, file, BROTLI)).bytes;
  const sum = async (kind) => {
    const sizes = await Promise.all(files.filter((file) => kind.test(file)).map(bytes));
    return sizes.reduce((total, size) => total + size, 0);
  };
  const parts = {
    html: await bytes(path),
    css: await sum(/\.css$/),
    scripts: await sum(/\.js$/),
    fonts: await sum(/\.woff2$/),
  };
  return { ...parts, all: Object.values(parts).reduce((total, size) => total + size, 0) };
}

function compareHot(env, article) {
  const paths = ["/", SECTION, article].join(",");
  const command = ["--start", `node ${MAIN} serve`, "--paths", paths];
  const how = ["--rounds", given.rounds, "--seconds", given.seconds];
  const { status } = spawnSync(process.execPath, [here("hot.mjs"), ...command, ...how], {
    env: Object.fromEntries(Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined)),
    stdio: "inherit",
  });
  return status ?? 1;
}

function report(calm) {
  const { weight, articleRender, ...figures } = calm;
  console.table({ articles: Number(given.articles), ...figures });
  console.log("first rendering of an article, ms:", articleRender);
  console.table(weight);
  const hot = JSON.parse(readFileSync(here("last.json"), "utf8"));
  const whole = { ...hot, articles: Number(given.articles), calm };
  writeFileSync(here("last.json"), `${JSON.stringify(whole, null, 2)}\n`);
}
