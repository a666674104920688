import { execFileSync } from "node:child_process";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { createAccount } from "../../src/access/accounts.ts";
import { BY_SYSTEM } from "../../src/act.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import type { Portal } from "../../src/portal.ts";
import type { SampleCentre } from "../../src/sample/centre.ts";
import { type RunningServer, serve } from "../../src/server.tsx";
import { changeSettings } from "../../src/settings/change-settings.ts";
import type { Engine } from "../../src/storage/database.ts";
import { openTestPortal } from "./portals.ts";

/** Everybody's password in the browser stories. */
const PASSWORD = "mot-mat-khau-cho-kiem-thu";

export const PHONE = { width: 360, height: 740 } as const;
export const DESKTOP = { width: 1280, height: 900 } as const;

export const LAUNCH_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A running portal with the sample centre, an account for everybody, and a real browser. */
export interface Stage {
  readonly portal: Portal;
  readonly centre: SampleCentre;
  readonly server: RunningServer;
  readonly browser: Browser;
  /** A new visitor with nothing remembered. */
  visit(viewport: { width: number; height: number }): Promise<Page>;
  /** Somebody signed in, in a browser of his own. */
  signIn(username: string, viewport: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

export async function openStage(engine: Engine, options: { clock?: Clock } = {}): Promise<Stage> {
  const { portal, centre, close } = await openTestPortal(engine, options);
  for (const [username, { id }] of Object.entries(centre.people)) {
    const made = await createAccount(portal.door, BY_SYSTEM, {
      person: id,
      username,
      password: PASSWORD,
      isDemo: true,
    });
    if (!made.ok) throw new Error(`no account for ${username}: ${JSON.stringify(made.error)}`);
  }
  await portal.act(BY_SYSTEM, changeSettings, { "site.canonicalHost": "127.0.0.1" });
  const server = await serve(portal, { host: "127.0.0.1", port: 0, loopback: true });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: LAUNCH_ARGS,
  });
  const contexts: BrowserContext[] = [];
  const visit = async (viewport: { width: number; height: number }) => {
    const context = await browser.newContext({
      viewport,
      baseURL: server.address,
      locale: "vi-VN",
      serviceWorkers: "block",
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  };
  return {
    portal,
    centre,
    server,
    browser,
    visit,
    async signIn(username, viewport) {
      const page = await visit(viewport);
      await signInOn(page, username);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.close();
      await close();
    },
  };
}

/** Signs somebody in by the form of the door. */
export async function signInOn(page: Page, username: string): Promise<void> {
  await page.goto("/ban-bien-tap/dang-nhap");
  await page.fill('input[name="ten"]', username);
  await page.fill('input[name="mat-khau"]', PASSWORD);
  await page.click('form button[type="submit"]');
  await page.waitForURL("**/ban-bien-tap");
}

/** The Chromium that `scripts/chromium.mjs` finds or installs. */
export function chromiumPath(): string {
  return execFileSync(process.execPath, ["scripts/chromium.mjs"], { encoding: "utf8" }).trim().split("\n").at(-1)!;
}

/** axe finds nothing on the page, and the page does not scroll sideways. */
export async function expectGoodPage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // We have no frames: one run in the page itself, and only of what is wrong, takes half the time.
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found, page.url()).toEqual([]);
  const over = await page.evaluate(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > clientWidth);
    return wide.slice(-3).map((one) => one.outerHTML.slice(0, 160));
  })()`);
  expect(over, `${page.url()} scrolls sideways at ${page.viewportSize()?.width} px`).toEqual([]);
}
