import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { aboutDesk } from "./about/desk.tsx";
import { aboutSite } from "./about/site.tsx";
import { openAuth } from "./access/auth.ts";
import { PERMISSION_NAMES } from "./access/permissions.ts";
import { readSecret, secretFor } from "./access/secret.ts";
import { type Access, answerSignedOut, isSignedIn, knowVisitors } from "./access/visitors.ts";
import { BY_SYSTEM } from "./act.ts";
import { arrangementDesk } from "./arrangement/desk.tsx";
import { boardRoutes } from "./board/desk.tsx";
import { bulkDesk } from "./bulk/desk.tsx";
import { calendarRoutes } from "./calendar/desk.tsx";
import { checkDesk } from "./checks/desk.tsx";
import { startClocks } from "./clocks/clocks.ts";
import { complianceDesk } from "./compliance/desk.tsx";
import { consultationDesk } from "./consultations/desk.tsx";
import { consultationSite } from "./consultations/site.tsx";
import { accountRoutes } from "./desk/account-routes.tsx";
import { deskRoom } from "./desk/room.ts";
import { formerHosts } from "./disclosure/address.queries.ts";
import { adoptSeed } from "./disclosure/commands/adopt-seed.ts";
import { disclosureDesk } from "./disclosure/desk.tsx";
import { isDisclosedFile } from "./disclosure/redactions.queries.ts";
import { disclosureSite } from "./disclosure/site.tsx";
import { strangerAt } from "./disclosure/watch.ts";
import { dutyDesk } from "./duties/desk.tsx";
import { enquiryDesk } from "./enquiries/desk.tsx";
import { enquirySite } from "./enquiries/site.tsx";
import { eventDesk } from "./events/desk.tsx";
import { eventSite } from "./events/site.tsx";
import { createHttp } from "./http/server.ts";
import { importDesk } from "./imports/desk.tsx";
import { adoptCriteria } from "./inspection/commands/save-criteria.ts";
import { inspectionDesk } from "./inspection/desk.tsx";
import { rankingDesk } from "./inspection/ranking-desk.tsx";
import { jobsDesk } from "./jobs/desk.tsx";
import { JOB_KINDS } from "./jobs/kinds.ts";
import { newWorkerName, type Worker } from "./jobs/run.ts";
import { libraryDesk } from "./library/desk.tsx";
import { librarySite } from "./library/site.tsx";
import { matterDesk } from "./matters/desk.tsx";
import { mediaRoutes } from "./media/site.ts";
import { newsroomDesk } from "./newsroom/desk/routes.tsx";
import { openDataSite } from "./open-data/site.tsx";
import type { Reach } from "./outbound/public-address.ts";
import { planDesk } from "./plan/desk.tsx";
import type { Portal } from "./portal.ts";
import { quotaDesk } from "./quota/desk.tsx";
import { reportDesk } from "./reports/desk.tsx";
import { searchDesk } from "./search/desk.tsx";
import { completeIndex } from "./search/rebuild.ts";
import { searchRoutes } from "./search/site.tsx";
import { SEARCH_SOURCES } from "./search/sources.ts";
import { servicesDesk } from "./services/desk.tsx";
import { servicesSite } from "./services/site.tsx";
import { isLoopback, siteOrigin } from "./settings/origin.ts";
import type { Settings } from "./settings/settings.ts";
import { setupRoutes } from "./setup/routes.tsx";
import { isSetUp } from "./setup/setup.ts";
import type { SiteFrame } from "./site/frame.ts";
import { readFrame } from "./site/pages.ts";
import { ProblemPage } from "./site/problem.view.tsx";
import { isPublicFile } from "./site/site.queries.ts";
import { siteRoutes } from "./site/site.tsx";
import { superiorNewsDesk } from "./superior-news/desk.tsx";
import { takedownDesk } from "./takedown/desk.tsx";
import { takedownSite } from "./takedown/site.tsx";
import { adoptTemplates } from "./templates/commands/adopt-templates.ts";
import { templateDesk } from "./templates/desk.tsx";
import { trafficCounter } from "./traffic/counter.ts";
import { trafficDesk } from "./traffic/desk.tsx";
import { countFreshPages, readingCounter, trafficSite } from "./traffic/site.tsx";
import { type Assets, assetsFrom } from "./ui/assets.ts";
import { upkeepDesk } from "./upkeep/desk.tsx";
import { usageDesk } from "./usage/desk.tsx";
import { violationDesk } from "./violations/desk.tsx";
import { webhooksDesk } from "./webhooks/desk.tsx";

/** `dist/assets`, seen from `dist/server` and, in tests, from `src`. */
const BUILT = ["../assets", "../dist/assets"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((folder) => existsSync(`${folder}/manifest.json`));

/** The style sheets, fonts and scripts of the last build. Throws, naming the command, when there is none. */
async function builtAssets(): Promise<{ assets: Assets; folder: string }> {
  if (!BUILT) throw new Error("Chưa có bản dựng giao diện. Hãy chạy: npm run build");
  return { assets: assetsFrom(JSON.parse(await readFile(`${BUILT}/manifest.json`, "utf8"))), folder: BUILT };
}

export interface RunningServer {
  readonly app: FastifyInstance;
  /** Scheme, host and port where it listens. */
  readonly address: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** Answer on 127.0.0.1 and localhost besides the official host: demo, set-up, tests. */
  readonly loopback: boolean;
  /** How far requests to machines of others may go: beyond the public Internet only in the demonstration and in tests. */
  readonly reach?: Reach;
  /** Told when the official host or its aliases changed: the server must be started anew to answer under it. */
  readonly onHostChange?: () => void;
}

/** Every name the portal answers to, as the settings have it: it is started again when one changes. */
const hostNames = (settings: Settings) => [settings["site.canonicalHost"], ...settings["site.aliases"]].join(" ");

/** One portal on the web: public site, newsroom, files and clocks. */
export async function serve(portal: Portal, options: ServeOptions): Promise<RunningServer> {
  const { reach = "public" } = options;
  const { assets, folder } = await builtAssets();
  const settings = await portal.settings();
  const secret = await readSecret(portal.config.dataFolder);
  const auth = openAuth({
    database: portal.database,
    secret: secretFor(secret, "sessions"),
    origin: siteOrigin(settings),
  });
  const access: Access = { portal, auth, assets };
  const frameNow = () => readFrame(portal, assets);
  let frame: SiteFrame = await frameNow();

  const counter = trafficCounter(portal.database, portal.clock);
  const proxies = portal.config.trustedProxies;
  const aliases = [...settings["site.aliases"], ...(await formerHosts(portal.db))];
  const see = readingCounter(counter, proxies, [settings["site.canonicalHost"], ...aliases]);

  const app = await createHttp({
    official: siteOrigin(settings),
    aliases,
    loopback: options.loopback || isLoopback(settings["site.canonicalHost"]),
    clock: portal.clock,
    secret: secretFor(secret, "forms"),
    sessionOf: (request) => request.visitor?.sessionId ?? null,
    whenSignedOut: answerSignedOut,
    trustProxy: proxies,
    onRead: (request, { key, tags }) => see(request, key, tags),
    permissions: PERMISSION_NAMES,
    problemPage: (view) => <ProblemPage frame={frame} view={view} />,
    assets: folder,
    log: portal.config.logLevel === "silent" ? false : { level: portal.config.logLevel },
  });
  const worker: Worker = {
    portal,
    kinds: JOB_KINDS,
    name: newWorkerName(),
    onError: (job, error) => app.log.error({ err: error, job: job.id, kind: job.kind }, "a step of a job failed"),
  };
  knowVisitors(app, access);
  countFreshPages(app, see);
  await app.register(mediaRoutes, {
    files: portal.files,
    db: portal.db,
    isPublic: async (hash: string) => (await isPublicFile(portal.db, hash)) || isDisclosedFile(portal.db, hash),
    mayPreview: (request) => isSignedIn(access, request),
  });
  await publicRoutes(app, portal, assets, secretFor(secret, "intake"));
  accountRoutes(app, access);
  const desk = deskRoom(portal);
  boardRoutes(app, desk);
  newsroomDesk(app, portal);
  disclosureDesk(app, desk);
  libraryDesk(app, desk);
  importDesk(app, desk, worker);
  jobsDesk(app, desk);
  bulkDesk(app, desk);
  aboutDesk(app, desk);
  arrangementDesk(app, desk);
  templateDesk(app, desk);
  usageDesk(app, desk);
  servicesDesk(app, desk);
  searchDesk(app, desk);
  trafficDesk(app, desk);
  consultationDesk(app, desk);
  enquiryDesk(app, portal);
  takedownDesk(app, portal);
  calendarRoutes(app, portal);
  webhooksDesk(app, portal, reach);
  superiorNewsDesk(app, portal, reach);
  checkDesk(app, desk);
  upkeepDesk(app, desk);
  matterDesk(app, desk);
  quotaDesk(app, desk);
  planDesk(app, desk);
  complianceDesk(app, desk);
  eventDesk(app, desk);
  reportDesk(app, desk);
  dutyDesk(app, desk);
  inspectionDesk(app, desk);
  rankingDesk(app, desk);
  violationDesk(app, desk);
  setupRoutes(app, access);
  healthRoutes(app, portal);

  async function refresh() {
    const { siteName } = frame;
    frame = await frameNow();
    if (hostNames(await portal.settings()) !== hostNames(settings)) options.onHostChange?.();
    app.log.info({ before: siteName, now: frame.siteName }, "settings were read again");
  }

  // A portal of an earlier release has no lists of disclosure yet.
  if (await isSetUp(portal.db)) {
    await portal.act(BY_SYSTEM, adoptSeed, {});
    await portal.act(BY_SYSTEM, adoptTemplates, {});
    await portal.act(BY_SYSTEM, adoptCriteria, {});
  }
  await completeIndex(portal.database, SEARCH_SOURCES);
  await app.listen({ host: options.host, port: options.port });
  // After listening: a portal that cannot listen must not go on working in the dark.
  const listening = app.addresses()[0];
  const port = typeof listening === "object" ? listening.port : options.port;
  const clocks = startClocks(portal, {
    worker,
    readAsStranger: strangerAt(port, settings["site.canonicalHost"]),
    reach,
    dropPages: ({ drop, forget }) => {
      app.pages.forgetTags(forget);
      app.pages.dropTags(drop);
      if (drop.includes("all")) refresh().catch((err) => app.log.error({ err }, "settings could not be read again"));
    },
    traffic: counter,
    onError: (name, error) => app.log.error({ err: error, clock: name }, "a clock failed; it tries again"),
  });
  return {
    app,
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      await clocks.stop();
      await app.close();
      await counter.flush();
    },
  };
}

/** Every page and form of the public. */
export async function publicRoutes(
  app: FastifyInstance,
  portal: Portal,
  assets: Assets,
  intakeSecret: string,
): Promise<void> {
  siteRoutes(app, portal, assets);
  openDataSite(app, portal, assets);
  disclosureSite(app, portal, assets);
  searchRoutes(app, portal, () => readFrame(portal, assets));
  librarySite(app, portal, assets);
  servicesSite(app, portal, assets);
  aboutSite(app, portal, assets);
  enquirySite(app, portal, assets, intakeSecret);
  takedownSite(app, portal, assets, intakeSecret);
  consultationSite(app, portal, assets, intakeSecret);
  eventSite(app, portal, assets);
  trafficSite(app, portal, assets);
}

/** `/healthz`: the process answers. `/readyz`: the database answers too. For probes, under any host. */
function healthRoutes(app: FastifyInstance, portal: Portal): void {
  app.get("/healthz", { config: { may: "public", anyHost: true } }, async (_, reply) =>
    reply.type("text/plain; charset=utf-8").send("ok\n"),
  );
  app.get("/readyz", { config: { may: "public", anyHost: true } }, async (_, reply) => {
    const ready = await portal.db
      .selectFrom("setting")
      .select("key")
      .limit(1)
      .execute()
      .then(() => true)
      .catch(() => false);
    return reply
      .code(ready ? 200 : 503)
      .type("text/plain; charset=utf-8")
      .send(ready ? "ok\n" : "cơ sở dữ liệu chưa trả lời\n");
  });
}
