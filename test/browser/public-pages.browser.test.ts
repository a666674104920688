import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Portal } from "../../src/portal.ts";
import { type RunningServer, serve } from "../../src/server.tsx";
import { chromiumPath, expectGoodPage, LAUNCH_ARGS } from "../support/browser.ts";
import { everyDoor, linksOf, matches, openWholePortal } from "../support/whole-portal.ts";

/** Where each width is also looked at in the dark; each page is loaded once and then drawn anew. */
const LOOKS = [
  { width: 320, height: 640, colorScheme: "light" },
  { width: 768, height: 1024, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
] as const;
/** Answered to programs, to whoever holds a receipt's code, or with a file: their own tests open them. */
const NOT_BY_LINK = /^\/(api|bieu-tuong|sitemap)\/|\/phieu\/:code$|\/tep\/:slot$/;
const CHROME =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36";

let whole: Awaited<ReturnType<typeof openWholePortal>>;
let portal: Portal;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  whole = await openWholePortal();
  portal = whole.portal;
  server = await serve(portal, { host: "127.0.0.1", port: 0, loopback: true });
  browser = await chromium.launch({ executablePath: chromiumPath(), args: LAUNCH_ARGS });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await whole?.close();
});

const visit = (options: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL: server.address, locale: "vi-VN", serviceWorkers: "block", ...options });

/** One address of a page for each public route that has one; that none is without is held by `test/public-pages.test.ts`. */
async function examples(): Promise<string[]> {
  const text = async (path: string) => (await fetch(server.address + path)).text();
  const { all } = await everyDoor(portal);
  const linked = (await Promise.all(["/", "/tin-tuc", "/tin-tuc/thong-bao", "/van-ban", "/hoi-dap"].map(text))).flatMap(
    linksOf,
  );
  const known = [...all, ...linked];
  return server.app.declaredRoutes
    .filter(({ method, url, may }) => method === "GET" && may === "public" && !NOT_BY_LINK.test(url))
    .flatMap(({ url }) => (url.includes(":") ? (known.find((address) => matches(url, address)) ?? []) : url));
}

test("every public address is good at 320, 768 and 1280 px, in light and dark: axe finds nothing, nothing runs over the edge", async () => {
  const context = await visit();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  let pages = 0;
  for (const address of await examples()) {
    const answer = await context.request.get(address);
    expect(answer.status(), address).toBe(200);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    await page.goto(address);
    pages += 1;
    for (const { width, height, colorScheme } of LOOKS) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await expectGoodPage(page);
    }
  }
  expect(pages).toBeGreaterThan(30);
  expect(asked.filter((url) => new URL(url).hostname !== "127.0.0.1")).toEqual([]);
  if (process.env.STORY_FIGURES) console.log(`${pages} public pages`);
  await context.close();
}, 150_000);

test("letters and colours are the reader's choice, remembered without a cookie; high contrast and the largest letters are good too", async () => {
  const context = await visit({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto("/");
  const size = () => page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") as Promise<number>;
  const before = await size();
  for (let step = 0; step < 5; step += 1) await page.getByRole("button", { name: "A+: phóng to chữ" }).click();
  await page.getByLabel("Màu sắc của trang").selectOption("contrast");
  expect(await size()).toBeCloseTo(before * 1.75, 0);
  await expectGoodPage(page);
  await page.goto("/cong-khai");
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(0, 0, 0)");
  await expectGoodPage(page);
  await page.getByRole("button", { name: "A: cỡ chữ ban đầu" }).click();
  await page.getByLabel("Màu sắc của trang").selectOption("");
  expect(await size()).toBeCloseTo(before, 0);
  expect(await context.cookies()).toEqual([]);
  // The browser of the tests has no Vietnamese voice: nothing is offered that would not work.
  expect(await page.locator("[data-aloud=start]").isVisible()).toBe(false);
  await context.close();

  const plain = await visit({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto("/");
  expect(await still.locator(".reader-bar").isVisible()).toBe(false);
  await plain.close();
});

test("with a Vietnamese voice the page is read part by part, paused and stopped", async () => {
  const context = await visit();
  // A voice cannot be installed here: the browser's own interface with one voice that says nothing and ends when told.
  await context.addInitScript(() => {
    const said: string[] = [];
    let last: SpeechSynthesisUtterance | null = null;
    const voice = { lang: "vi-VN", localService: true, name: "Giọng thử" };
    Object.assign(globalThis, {
      said,
      endPart: () => last?.onend?.(new Event("end") as never),
      SpeechSynthesisUtterance: function (this: { text: string }, text: string) {
        this.text = text;
      },
    });
    Object.defineProperty(globalThis, "speechSynthesis", {
      value: {
        getVoices: () => [voice],
        speak: (words: SpeechSynthesisUtterance) => {
          last = words;
          said.push(words.text);
        },
        cancel: () => {},
        addEventListener: () => {},
      },
    });
  });
  const page = await context.newPage();
  await page.goto("/lien-he");
  const said = () => page.evaluate("said") as Promise<string[]>;
  await page.getByRole("button", { name: "Nghe", exact: true }).click();
  expect((await said())[0]).toBe(await page.locator("main h1").textContent());
  await page.evaluate("endPart()");
  expect(await said()).toHaveLength(2);
  expect(await page.locator("[data-read]").count()).toBe(1);
  await page.getByRole("button", { name: "Tạm dừng" }).click();
  await page.getByRole("button", { name: "Nghe tiếp" }).click();
  const parts = await said();
  expect(parts[2]).toBe(parts[1]);
  await page.getByRole("button", { name: "Dừng", exact: true }).click();
  expect(await page.locator("[data-read]").count()).toBe(0);
  await context.close();
});

test("a reader is counted once however many pages he opens, and sees the count at the foot", async () => {
  const day = "2026-11-24";
  const visits = async () =>
    (await portal.db.selectFrom("traffic_day").select("visits").where("day", "=", day).executeTakeFirst())?.visits ?? 0;
  const before = await visits();
  const headers = { "user-agent": `${CHROME} lan-dau` };
  for (const path of ["/", "/", "/cong-khai", "/hoi-dap/gui"]) await fetch(server.address + path, { headers });
  await fetch(`${server.address}/`, { headers: { "user-agent": "Googlebot/2.1" } });
  await expect.poll(visits, { timeout: 15_000 }).toBe(before + 1);
  const context = await visit();
  const page = await context.newPage();
  await page.goto("/quy-che");
  await page.locator(".footer-visits").scrollIntoViewIfNeeded();
  await page.getByText(/hôm nay [\d.]+, tháng này [\d.]+, tổng [\d.]+/).waitFor();
  await context.close();
});

test("a visited page is read without a network and says so; online it is always the newest; the desk is never kept", async () => {
  const context = await visit({ serviceWorkers: "allow", userAgent: CHROME });
  const page = await context.newPage();
  await page.goto("/");
  await page.evaluate(
    "navigator.serviceWorker.ready.then(() => new Promise(r => navigator.serviceWorker.controller ? r() : navigator.serviceWorker.addEventListener('controllerchange', r)))",
  );
  await page.goto("/lien-he");
  await page.goto("/ban-bien-tap/dang-nhap");
  await page.goto("/hoi-dap/gui");
  const kept = () =>
    page.evaluate(
      "caches.open('trang-1').then(c => c.keys()).then(keys => keys.map(({ url }) => new URL(url).pathname).sort())",
    );
  await expect.poll(kept).toEqual(["/lien-he", "/ngoai-tuyen"]);

  // The server itself goes: what the browser's worker asks for is not reached by an offline switch of the page.
  await server.close();
  await page.goto("/lien-he");
  expect(await page.locator("main").textContent()).toContain("Máy đang không có mạng");
  await page.goto("/van-ban");
  await page.getByRole("heading", { name: "Đọc khi không có mạng" }).waitFor();
  await page
    .locator(".kept-list")
    .getByRole("link", { name: /Liên hệ/ })
    .click();
  await page.getByRole("heading", { level: 1, name: /Liên hệ/ }).waitFor();
  const desk = await context.newPage();
  await expect(desk.goto("/ban-bien-tap/dang-nhap")).rejects.toThrow("ERR_CONNECTION_REFUSED");
  await desk.close();

  const { port } = new URL(server.address);
  server = await serve(portal, { host: "127.0.0.1", port: Number(port), loopback: true });
  await page.goto("/lien-he");
  expect(await page.getByText("Máy đang không có mạng").count()).toBe(0);
  await context.close();
});
