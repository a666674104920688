import { Cron } from "croner";
import { proveFiles } from "../checks/prove-files.ts";
import { forgetSendersDue } from "../consultations/forget-due.ts";
import { type ReadAsStranger, watchDisclosure } from "../disclosure/watch.ts";
import { ENQUIRIES } from "../enquiries/rules.ts";
import { deliverMails, type PageTags, takePageTags } from "../evidence/deliver.ts";
import { forgetBatches } from "../imports/store.ts";
import { eraseSlipsDue } from "../intake/erase.ts";
import { type Worker, workOnJobs } from "../jobs/run.ts";
import { tellStaleDue } from "../library/tell-stale-due.ts";
import { checkLinks } from "../links/check-links.ts";
import type { Reach } from "../outbound/public-address.ts";
import type { Portal } from "../portal.ts";
import { prepareDue } from "../reports/prepare.ts";
import { pullWhenReal } from "../superior-news/pull.ts";
import { TAKEDOWNS } from "../takedown/rules.ts";
import type { TrafficCounter } from "../traffic/counter.ts";
import { deliverWebhooks, spreadEvents } from "../webhooks/deliver.ts";
import { publishDue } from "./publish-due.ts";
import { tellWhatIsDue } from "./tell-due.ts";

export interface Clocks {
  /** Waits for what is running, then stops. */
  stop(): Promise<void>;
}

export interface ClockListeners {
  /** Public pages made from these tags are no longer true. */
  dropPages(tags: PageTags): void;
  /** Opens a public address as a reader without a session would. */
  readonly readAsStranger: ReadAsStranger;
  readonly traffic: TrafficCounter;
  /** How far requests to machines of others may go. */
  readonly reach: Reach;
  /** Does the long work of this process. */
  readonly worker: Worker;
  onError(name: string, error: unknown): void;
}

/**
 * Every "what is due" query of the portal, in one list. A clock's body is one call into its room and finds its work
 * by query, so none can be lost: after a pause of any length the next tick does what is due.
 */
export function startClocks(
  portal: Portal,
  { dropPages, onError, readAsStranger, reach, traffic, worker }: ClockListeners,
): Clocks {
  const pages = async () => {
    const tags = await takePageTags(portal.database, portal.clock);
    if (tags.drop.length + tags.forget.length > 0) dropPages(tags);
  };
  const bodies: readonly [name: string, pattern: string, body: () => Promise<unknown>][] = [
    ["pages", "* * * * * *", pages],
    ["publish", "* * * * * *", () => publishDue(portal)],
    ["duties", "20 * * * * *", () => tellWhatIsDue(portal)],
    ["mail", "*/5 * * * * *", async () => deliverMails(portal.database, portal.clock, await portal.settings())],
    [
      "forget",
      "0 7 * * * *",
      async () => [await eraseSlipsDue(portal, ENQUIRIES), await eraseSlipsDue(portal, TAKEDOWNS)],
    ],
    ["forget-opinions", "0 8 * * * *", () => forgetSendersDue(portal)],
    ["reports", "45 * * * * *", () => prepareDue(portal)],
    ["files", "15 * * * * *", () => proveFiles(portal)],
    ["links", "45 * * * * *", () => checkLinks(portal, readAsStranger, reach)],
    ["traffic", "*/10 * * * * *", () => traffic.flush()],
    ["traffic-end-of-day", "0 7 * * * *", () => traffic.forget()],
    ["stale-citations", "0 9 * * * *", () => tellStaleDue(portal)],
    ["jobs", "* * * * * *", () => workOnJobs(worker)],
    ["forget-sheets", "0 11 * * * *", () => portal.database.transact((tx) => forgetBatches(tx, portal.clock.now()))],
    ["disclosure", "30 * * * * *", () => watchDisclosure(portal, readAsStranger)],
    ["events", "* * * * * *", () => spreadEvents(portal)],
    ["webhooks", "*/2 * * * * *", () => deliverWebhooks(portal, reach)],
    ["superior-news", "15 * * * * *", () => pullWhenReal(portal, reach)],
  ];
  const running = new Set<Promise<unknown>>();
  const run = (name: string, body: () => Promise<unknown>) => {
    const task = body()
      .catch((error) => onError(name, error))
      .finally(() => running.delete(task));
    running.add(task);
    return task;
  };
  const crons = bodies.map(
    ([name, pattern, body]) =>
      new Cron(pattern, { protect: true }, async () => {
        await run(name, body);
      }),
  );
  // What this process itself commits is shown at once, not at the next second.
  const unfollow = portal.onFollow(() => void run("pages", pages));
  return {
    async stop() {
      unfollow();
      for (const cron of crons) cron.stop();
      await Promise.all(running);
    },
  };
}
