import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { hatsThatMay } from "../../src/access/permissions.ts";
import { HAT_NAMES, type Hat, hatName } from "../../src/regulation/hats.ts";
import { fillAbout } from "../../src/sample/about.ts";
import { fillEnquiries } from "../../src/sample/enquiries.ts";
import { fillServices } from "../../src/sample/services.ts";
import type { StoryName } from "../people.ts";
import { type Cast, openCast, wearHat } from "./cast.ts";

/** Who wears a hat in the walk; the fewest people, so that few must sign in. */
const WEARER: Readonly<Partial<Record<Hat, StoryName>>> = {
  SECRETARY: "Lan",
  ADMIN: "Lan",
  CHIEF: "Minh",
  DIRECTOR: "Minh",
  MEMBER: "Hoa",
};
/** Hats in the order in which they are tried: whoever sees most first. */
const FIRST: readonly Hat[] = ["SECRETARY", "ADMIN", "CHIEF", "DIRECTOR", "MEMBER"];

/** What an address must be asked for to show anything. */
const ASKED: Readonly<Record<string, string>> = { "/ban-bien-tap/dang-dung": "?trang=/cong-khai" };

/** Pages that ask for what only another page can name: the first link to them there. */
const FOUND_ON: Readonly<Record<string, string>> = {
  "/ban-bien-tap/thi-dua/diem": "/ban-bien-tap/thi-dua",
  "/ban-bien-tap/thi-dua/bai": "/ban-bien-tap/thi-dua",
};

/** Some hundred pages, each at three widths and read by axe: as long as a slow machine needs. */
const WALK_MS = 400_000;

let cast: Cast;

beforeAll(async () => {
  cast = await openCast("sqlite");
  // So that lists have something to show.
  for (const state of ["DRAFT", "AWAITING_HEAD", "SUBMITTED", "AWAITING_FINAL", "PUBLISHED"] as const) {
    await cast.newsroom.bringTo(state);
  }
  const { portal, centre } = cast.stage;
  await fillServices(portal, centre);
  await fillAbout(portal, centre);
  await fillEnquiries(portal, centre);
});
afterAll(() => cast?.close());
afterEach(() => expect(cast.complaints()).toEqual([]));

test(
  "every page of the desk without a parameter is good at every width, for a person who may open it",
  async () => {
    const routes = cast.stage.server.app.declaredRoutes.flatMap(({ method, url, may }) =>
      method === "GET" && !/[:*]/.test(url) && may !== "public" && may !== null ? [{ url, may }] : [],
    );
    expect(routes.length).toBeGreaterThan(20);
    const walked: string[] = [];
    for (const { url: path, may } of routes) {
      const page = await wearerOf(hatFor(may));
      const url = await addressOf(page, path);
      const answer = await page.request.get(url);
      expect(answer.status(), url).toBe(200);
      if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
      await page.goto(url);
      await cast.lookAtAllWidths(page);
      walked.push(url);
    }
    expect(walked).toContain("/ban-bien-tap");
    if (process.env.STORY_FIGURES) console.log(`${walked.length} pages walked: ${walked.join(" ")}`);
  },
  WALK_MS,
);

test("an entry of somebody's menu opens for him: each hat walks its own menu", async () => {
  for (const hat of HAT_NAMES) {
    const page = await cast.call(WEARER[hat] ?? OTHERS[hat]!);
    await page.goto("/ban-bien-tap");
    if ((await page.locator("#vai-tro").count()) > 0) await wearHat(page, labelStart(hat));
    const links = page.getByRole("navigation", { name: "Danh mục Ban biên tập" }).locator("a[href^='/ban-bien-tap']");
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    expect(hrefs.length, hat).toBeGreaterThan(3);
    for (const href of hrefs) expect((await page.request.get(href)).status(), `${hat} ${href}`).toBe(200);
  }
});

const OTHERS: Readonly<Partial<Record<Hat, StoryName>>> = {
  CONTRIBUTOR: "Mai",
  MEMBER: "Hoa",
  DEPUTY: "Hưng",
  STANDING_DEPUTY: "Thúy",
  INSPECTOR: "Oanh",
};

function hatFor(may: string): Hat {
  const hats = hatsThatMay(may);
  const hat = FIRST.find((one) => hats.includes(one));
  if (!hat) throw new Error(`nobody of the walk may open pages for ${may}`);
  return hat;
}

async function addressOf(page: Page, path: string): Promise<string> {
  // A list as a file is asked for what its page is.
  const shown = path.replace(/\.(csv|xlsx)$/, "");
  const from = FOUND_ON[shown];
  if (from === undefined) return path + (ASKED[path] ?? "");
  await page.goto(from);
  const link = page.locator(`a[href^="${shown}?"]`).first();
  return (await link.getAttribute("href"))!.replace(shown, path);
}

let worn: Hat | null = null;

async function wearerOf(hat: Hat) {
  const page = await cast.call(WEARER[hat]!);
  if (worn !== hat) {
    await page.goto("/ban-bien-tap");
    // Whoever has one hat is offered no choice.
    if ((await page.locator("#vai-tro").count()) > 0) await wearHat(page, labelStart(hat));
    worn = hat;
  }
  return page;
}

const labelStart = (hat: Hat) => hatName(hat);
