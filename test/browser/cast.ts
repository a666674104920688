import { mkdirSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Id } from "../../src/kernel/ids.ts";
import type { Engine } from "../../src/storage/database.ts";
import { STORY_PEOPLE, type StoryName } from "../people.ts";
import { DESKTOP, expectGoodPage, openStage, PHONE, type Stage } from "../support/browser.ts";
import { newsroomOf } from "../support/newsroom.ts";
import { type FixedClock, fixedClock, TEST_NOW } from "../support/portals.ts";

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** The widths at which a story is told. */
export const WIDTHS: readonly (readonly [name: string, viewport: Viewport])[] = [
  ["phone", PHONE],
  ["desktop", DESKTOP],
];

/** A stage with people on it, each in a browser of his own, and somebody who watches what the browsers complain about. */
export interface Cast {
  readonly stage: Stage;
  readonly clock: FixedClock;
  /** Brings articles to where a story begins. */
  readonly newsroom: ReturnType<typeof newsroomOf>;
  /** Somebody at his desk: signed in the first time he is called, the same browser ever after. */
  call(name: StoryName, viewport?: Viewport): Promise<Page>;
  /** Another window of somebody who is signed in already, with the same cookies. */
  window(name: StoryName, viewport?: Viewport): Promise<Page>;
  /** One of the public, with nothing remembered. */
  reader(viewport: Viewport, options?: { javaScriptEnabled?: boolean }): Promise<Page>;
  /** Finds nothing wrong with the page as it is now; with `STORY_SCREENS` set, `shot` keeps a picture to be looked at. */
  look(page: Page, shot?: string): Promise<void>;
  /** The same at every width of the stories. */
  lookAtAllWidths(page: Page, shot?: string): Promise<void>;
  /** Everything a browser complained of until now, and forgets it. */
  complaints(): string[];
  close(): Promise<void>;
}

export async function openCast(engine: Engine): Promise<Cast> {
  const clock = fixedClock(TEST_NOW);
  const stage = await openStage(engine, { clock });
  const people = new Map<StoryName, Page>();
  let complained: string[] = [];
  let looks = 0;

  function watch(page: Page): Page {
    page.setDefaultTimeout(8_000);
    page.on("pageerror", (error) => complained.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) complained.push(`${page.url()}: ${message.text()}`);
    });
    page.on("response", (response) => {
      const kind = response.request().resourceType();
      if (["image", "stylesheet", "script", "font"].includes(kind) && response.status() >= 400) {
        complained.push(`${page.url()}: ${response.status()} ${response.url()}`);
      }
    });
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (!["data:", "blob:"].includes(url.protocol) && url.hostname !== "127.0.0.1") {
        complained.push(`${page.url()} asks ${request.url()}`);
      }
    });
    return page;
  }

  async function look(page: Page, shot?: string): Promise<void> {
    looks += 1;
    if (shot && process.env.STORY_SCREENS) await keepPicture(page, shot);
    await expectGoodPage(page);
  }

  async function at(page: Page, viewport: Viewport | undefined): Promise<Page> {
    if (viewport) await page.setViewportSize(viewport);
    return page;
  }

  return {
    stage,
    clock,
    newsroom: newsroomOf({ ...stage, clock }),
    async call(name, viewport) {
      const known = people.get(name);
      if (known) return at(known, viewport);
      const page = watch(await stage.signIn(STORY_PEOPLE[name], viewport ?? DESKTOP));
      people.set(name, page);
      return page;
    },
    async window(name, viewport) {
      const page = watch(await people.get(name)!.context().newPage());
      return at(page, viewport);
    },
    async reader(viewport, { javaScriptEnabled = true } = {}) {
      if (javaScriptEnabled) return watch(await stage.visit(viewport));
      const context = await stage.browser.newContext({
        viewport,
        baseURL: stage.server.address,
        locale: "vi-VN",
        serviceWorkers: "block",
        javaScriptEnabled,
      });
      const page = watch(await context.newPage());
      return page;
    },
    look,
    async lookAtAllWidths(page, shot) {
      const before = page.viewportSize();
      for (const [, viewport] of WIDTHS) {
        await page.setViewportSize(viewport);
        await look(page, shot);
      }
      if (before) await page.setViewportSize(before);
    },
    complaints() {
      const found = complained;
      complained = [];
      return found;
    },
    async close() {
      if (process.env.STORY_FIGURES) console.log(`${looks} pages looked at`);
      await stage.close();
    },
  };
}

const SCREENS = "test/screens";

/** A picture of the whole page, for people to look at; not compared by any test. */
async function keepPicture(page: Page, shot: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: `${SCREENS}/${shot}-${page.viewportSize()?.width}.png`, fullPage: true });
}

/** Opens an entry of the menu; on a phone the menu is opened first, and its group where that is one line. */
export async function goByMenu(page: Page, menu: string, label: string): Promise<void> {
  const opener = page.getByRole("button", { name: "Danh mục", exact: true });
  if (await opener.isVisible()) await opener.click();
  const links = page.getByRole("navigation", { name: menu });
  const folded = links
    .locator("details:not([open])")
    .filter({ has: page.getByRole("link", { name: label, exact: true, includeHidden: true }) });
  if ((await folded.count()) > 0) await folded.locator("summary").click();
  await links.getByRole("link", { name: label, exact: true }).click();
}

export const DESK_MENU = "Danh mục Ban biên tập";
export const SITE_MENU = "Danh mục chính";

/** Opens an article from the list of all articles, whatever others have the same title. */
export async function openArticle(page: Page, edition: Id): Promise<void> {
  await goByMenu(page, DESK_MENU, "Tất cả bài");
  await page.locator(`main a[href="/ban-bien-tap/bai/${edition}"]`).first().click();
  await page.getByRole("heading", { name: "Việc bạn làm được" }).waitFor();
}

/** Chooses another of one's hats at the head of the page. */
export async function wearHat(page: Page, label: string): Promise<void> {
  await page.getByLabel("đang thực hiện với vai trò").selectOption({ label });
  const arrived = page.waitForEvent("load");
  await page.getByRole("button", { name: "Đổi", exact: true }).click();
  await arrived;
}

/** The form of a step on the page of an article, unfolded. */
export async function stepForm(page: Page, act: string): Promise<Locator> {
  const form = page.locator(".act-form").filter({ has: page.locator(`input[name="act"][value="${act}"]`) });
  const folded = page.locator("details.act").filter({ has: form });
  if ((await folded.count()) > 0 && (await folded.getAttribute("open")) === null) {
    await folded.locator("summary").click();
  }
  return form;
}

/** Fills what the step asks for and sends it; ticks every point unless told otherwise. */
export async function takeStep(
  page: Page,
  act: string,
  typed: Readonly<Record<string, string>> = {},
  { ticks = true } = {},
): Promise<void> {
  const form = await stepForm(page, act);
  if (ticks) for (const box of await form.locator('input[name="checked"]').all()) await box.check();
  for (const [name, value] of Object.entries(typed)) {
    const radio = form.locator(`input[type="radio"][name="${name}"][value="${value}"]`);
    if ((await radio.count()) > 0) await radio.check();
    else await form.locator(`[name="${name}"]`).fill(value);
  }
  await form.locator('button[type="submit"]').click();
}

/**
 * A request that no button makes: the fields of a form, sent from the page open now with its own token and cookies.
 * Answers status and words.
 */
export async function forge(
  page: Page,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<{ status: number; text: string }> {
  const pairs = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
  return page.evaluate(
    async ([to, typed]) => {
      const csrf = document.querySelector<HTMLInputElement>('input[name="csrf"]')!.value;
      const answer = await fetch(to, { method: "POST", body: new URLSearchParams([["csrf", csrf], ...typed]) });
      const html = new DOMParser().parseFromString(await answer.text(), "text/html");
      return { status: answer.status, text: (html.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ") };
    },
    [path, pairs as [string, string][]] as const,
  );
}

/** The green notice after something was done. */
export async function sees(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor();
}

/** Why something was refused: every sentence of the summary, with the clause in brackets. */
export async function refusals(page: Page): Promise<string[]> {
  const items = page.locator(".error-summary-list > li");
  await items.first().waitFor();
  return (await items.allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());
}

export async function expectRefusal(page: Page, sentence: string, clause: string): Promise<void> {
  const all = await refusals(page);
  expect(
    all.some((text) => text.includes(sentence) && text.includes(clause)),
    all.join(" | "),
  ).toBe(true);
}
