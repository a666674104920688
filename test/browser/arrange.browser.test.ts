import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { DESKTOP, PHONE } from "../support/browser.ts";
import { type Cast, openCast, sees } from "./cast.ts";

let cast: Cast;

beforeAll(async () => {
  cast = await openCast("sqlite");
});
afterAll(() => cast?.close());
afterEach(() => expect(cast.complaints()).toEqual([]));

const PAGE = "/ban-bien-tap/sap-xep";
const order = (page: Page) =>
  page.locator('input[name="menu"]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

test("Bảo drags “Công khai” up, moves “Liên hệ” by its button, and the public menu follows when it is applied", async () => {
  const page = await cast.call("Bảo");
  await page.goto(PAGE);
  await cast.lookAtAllWidths(page, "60-sap-xep");
  const row = (name: string) => page.locator(`.arrange-row[data-name="${name}"]`).first();
  const grip = row("Công khai").locator("[data-arrange-grip]");
  await grip.scrollIntoViewIfNeeded();
  const [from, to] = [await grip.boundingBox(), await row("Tin tức").boundingBox()];
  await page.mouse.move(from!.x + 8, from!.y + 8);
  await page.mouse.down();
  await page.mouse.move(to!.x + 20, to!.y + 4, { steps: 10 });
  await page.mouse.up();
  const dragged = await order(page);
  expect(dragged.indexOf("/cong-khai")).toBeLessThan(dragged.indexOf("/tin-tuc"));

  const up = page.getByRole("button", { name: "Chuyển Liên hệ lên" });
  await up.focus();
  await page.keyboard.press("Enter");
  const moved = await order(page);
  expect(moved.indexOf("/lien-he")).toBe(dragged.indexOf("/lien-he") - 1);
  expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);

  await page.getByLabel("Lý do thay đổi").fill("Phụ huynh cần thấy Công khai ngay");
  await page.getByRole("button", { name: "Lưu đề nghị" }).click();
  await sees(page, "Người đọc chưa thấy gì thay đổi");
  await page.getByRole("button", { name: "Áp dụng lên Cổng" }).click();
  await sees(page, "Trang công khai hiện theo thứ tự mới.");
  const reader = await cast.reader(DESKTOP);
  await reader.goto("/gioi-thieu");
  const links = await reader.locator(".site-nav-list a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(links).toEqual(moved.filter((key) => links.includes(key)));
});

test("a finger drags as well, on a phone", async () => {
  const page = await cast.call("Bảo", PHONE);
  await page.goto(PAGE);
  const before = await order(page);
  const grip = page.locator("[data-arrange-grip]").nth(2);
  await grip.scrollIntoViewIfNeeded();
  const from = (await grip.boundingBox())!;
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", y: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: from.x + 10, y }],
    });
  await touch("touchStart", from.y + 10);
  for (const step of [60, 120, 180, 240]) await touch("touchMove", from.y + 10 + step);
  await touch("touchEnd", 0);
  const after = await order(page);
  expect(after.indexOf(before[2]!)).toBeGreaterThan(3);
});

test("a draft stands in both frames as the public would read it", async () => {
  const edition = await cast.newsroom.bringTo("AWAITING_HEAD");
  const page = await cast.call("Mai");
  await page.goto(`/ban-bien-tap/bai/${edition}/xem-truoc`);
  for (const [frame, width] of [
    [page.frameLocator("iframe").nth(0), 360],
    [page.frameLocator("iframe").nth(1), 1280],
  ] as const) {
    await frame.locator("h1").waitFor();
    expect(await frame.locator("html").evaluate((html) => html.ownerDocument.defaultView!.innerWidth)).toBe(width);
    expect(await frame.locator(".site-header").isVisible()).toBe(true);
  }
  await cast.lookAtAllWidths(page, "61-xem-truoc");
});
