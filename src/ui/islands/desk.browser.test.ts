import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "./editor/try-browser.ts";
import { openTryDesk, type TryDesk } from "./editor/try-desk.ts";

let desk: TryDesk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  desk = await openTryDesk();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

beforeEach(async () => {
  desk.saves.length = 0;
  page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${desk.url}/duyet`);
});

test("a form that cannot be taken back asks first, and sends the pressed button with it", async () => {
  await page.getByRole("button", { name: "Hủy bài" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Bài bị hủy sẽ không mở lại được.").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(desk.saves).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Hủy bài");

  await page.getByRole("button", { name: "Hủy bài" }).click();
  await dialog.getByRole("button", { name: "Hủy bài" }).click();
  await page.getByRole("heading", { name: "Đã lưu" }).waitFor();
  expect(desk.saves[0]).toMatchObject({ act: "cancel" });
});

test("a click on a paragraph brings the comment form under it", async () => {
  await page.getByText("Đoạn thứ hai.").click();
  await page.keyboard.type("Thiếu ngày tháng");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Gửi nhận xét" }).click();
  await page.getByRole("heading", { name: "Đã lưu" }).waitFor();
  expect(desk.saves[0]).toMatchObject({ block: "d2", comment: "Thiếu ngày tháng" });
});

test("the keyboard reaches the same through a button after the paragraph", async () => {
  const [first] = await page.getByRole("button", { name: "Nhận xét đoạn trên" }).all();
  await first!.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Rõ rồi");
  await page.getByRole("button", { name: "Gửi nhận xét" }).click();
  await page.getByRole("heading", { name: "Đã lưu" }).waitFor();
  expect(desk.saves[0]).toMatchObject({ block: "d1", comment: "Rõ rồi" });
});
