// A data folder with many published articles, made once through the commands of the portal and kept until the build that
// made it changes in what the data depends on.
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const BUILT = resolve(process.env.PORTAL_SERVER ?? "dist/server");
const CACHE = resolve("node_modules/.cache/bench-data");
/** Working days before today when the centre's life begins; some articles of a life end elsewhere than on the site. */
const SINCE = 900;
const PUBLISHED_OF_100 = 92;

/** Copies data with `count` articles into `folder`; makes it first when there is none for this build. */
export async function copyData(count, folder) {
  const kept = join(CACHE, `${count}-${version()}`);
  if (!existsSync(kept)) await makeData(count, kept);
  await cp(kept, folder, { recursive: true });
}

async function makeData(count, kept) {
  const from = (path) => import(pathToFileURL(join(BUILT, path)).href);
  const [{ createPortal }, { fillCentre }, { sampleClock }, { fillLife }] = await Promise.all(
    ["portal.js", "sample/centre.js", "sample/clock.js", "sample/year/life.js"].map(from),
  );
  const { changeSettings } = await from("settings/change-settings.js");
  const { BY_SYSTEM } = await from("act.js");
  console.log(`making ${count} articles (kept for the next run) …`);
  const began = performance.now();
  // Others are of other builds.
  await rm(CACHE, { recursive: true, force: true });
  const unfinished = `${kept}.part`;
  await mkdir(unfinished, { recursive: true });
  const clock = sampleClock();
  const database = { engine: "sqlite", file: join(unfinished, "portal.db") };
  const config = {
    dataFolder: unfinished,
    database,
    host: "127.0.0.1",
    port: 0,
    trustedProxies: 0,
    logLevel: "silent",
  };
  const portal = await createPortal(config, clock);
  const { daysFrom } = await from("sample/days.js");
  clock.set(daysFrom(clock.today).at(SINCE + 1, "08:00"));
  const articles = Math.ceil((100 * count) / PUBLISHED_OF_100);
  await fillLife(portal, await fillCentre(portal), clock, { seed: 1, articles, from: SINCE, until: 2 });
  clock.live();
  await portal.act(BY_SYSTEM, changeSettings, {
    "site.canonicalHost": "127.0.0.1:8080",
    "site.aliases": [],
    // A real portal, as `serve` wants it; its articles are the only thing that is made up.
    "portal.isDemo": false,
  });
  await portal.close();
  await rename(unfinished, kept);
  console.log(`${Math.round((1000 * count) / (performance.now() - began))} articles a second`);
}

/** What the data depends on: the shape of the tables and what fills them. */
function version() {
  const hash = createHash("sha256");
  const files = ["storage/migrations/**/*.js", "**/migration.js", "sample/**/*.js", "newsroom/commands/*.js"];
  for (const file of globSync(files, { cwd: BUILT }).sort()) hash.update(file).update(readFileSync(join(BUILT, file)));
  return hash.digest("hex").slice(0, 16);
}
