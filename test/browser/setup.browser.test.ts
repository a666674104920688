import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Portal } from "../../src/portal.ts";
import { type RunningServer, serve } from "../../src/server.tsx";
import { createSetup } from "../../src/setup/setup.ts";
import { DESKTOP, expectGoodPage, PHONE } from "../support/browser.ts";
import { openEmptyPortal } from "../support/portals.ts";

const PASSWORD = "sông Cấm lặng gió 2026";
const PICTURES = process.env.PORTAL_SCREENS;

let portal: Portal;
let close: () => Promise<void>;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  ({ portal, close } = await openEmptyPortal("sqlite"));
  // As `npm start` serves an empty portal: official address of the Decision, and this machine besides.
  server = await serve(portal, { host: "127.0.0.1", port: 0, loopback: true });
  const printed = execFileSync(process.execPath, ["scripts/chromium.mjs"], { encoding: "utf8" });
  browser = await chromium.launch({ executablePath: printed.trim().split("\n").at(-1)!, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await close?.();
});

async function look(page: Page, name: string): Promise<void> {
  await expectGoodPage(page);
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

test("the Director opens the link, fills three pages, and signs in; so does everybody with the password handed over", async () => {
  const context = await browser.newContext({ viewport: PHONE, baseURL: server.address, locale: "vi-VN" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const token = await createSetup(portal);
  await page.goto(`/thiet-lap/${token}`);
  await look(page, "thiet-lap-1");
  await page.getByLabel("Điện thoại").fill("0225 000 0000");
  await page.getByRole("button", { name: "Tiếp tục" }).click();

  await look(page, "thiet-lap-2");
  await page.getByLabel("Tên đơn vị 2").fill("Phòng Công nghệ thông tin");
  await page.getByRole("radio").nth(1).check();
  await page.getByLabel("Tên đơn vị 3").fill("Phòng Đào tạo");
  await page.getByRole("button", { name: "Tiếp tục" }).click();

  await page.getByLabel("Số quyết định").fill("28/QĐ-GDTXHP");
  await page.getByLabel("Ngày ký").fill("2023-05-09");
  await page.getByLabel("Bắt đầu từ ngày").fill("2023-05-10");
  const part = (legend: string) => page.getByRole("group", { name: legend, exact: true });
  await part("Giám đốc").getByLabel("Họ và tên").fill("Nguyễn Đức Minh");
  await part("Giám đốc").getByLabel("Mật khẩu của Giám đốc").fill(PASSWORD);
  await part("Giám đốc").getByLabel("Nhập lại mật khẩu").fill(PASSWORD);
  await part("Phó Trưởng ban thường trực").getByLabel("Họ và tên").fill("Phạm Thanh Thúy");
  await part("Trưởng đơn vị: Phòng Công nghệ thông tin").getByLabel("Họ và tên").fill("Vũ Hồng Lan");
  await page.getByLabel("Thư ký là").selectOption({ label: "Trưởng đơn vị: Phòng Công nghệ thông tin" });
  await look(page, "thiet-lap-3");
  await page.getByRole("button", { name: "Hoàn tất thiết lập" }).click();
  await page.getByRole("heading", { name: "Cổng đã được thiết lập" }).waitFor();
  await look(page, "thiet-lap-xong");
  const handed = await page.getByRole("status").filter({ hasText: "Vũ Hồng Lan" }).locator("code").last().textContent();

  await page.getByRole("link", { name: "Đến trang đăng nhập" }).click();
  await look(page, "dang-nhap");
  await page.getByLabel("Tên đăng nhập").fill("nguyen.duc.minh");
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL("**/ban-bien-tap");
  await context.close();

  const desktop = await browser.newContext({ viewport: DESKTOP, baseURL: server.address, locale: "vi-VN" });
  const lan = await desktop.newPage();
  lan.setDefaultTimeout(15_000);
  await lan.goto("/ban-bien-tap");
  await lan.getByLabel("Tên đăng nhập").fill("vu.hong.lan");
  await lan.getByLabel("Mật khẩu").fill("không phải");
  await lan.getByRole("button", { name: "Đăng nhập" }).click();
  await look(lan, "dang-nhap-sai");
  expect(await lan.getByLabel("Tên đăng nhập").inputValue()).toBe("vu.hong.lan");
  await portal.database.transact((tx) => tx.deleteFrom("signin_failure").execute());
  await lan.getByLabel("Mật khẩu").fill(handed!);
  await lan.getByRole("button", { name: "Đăng nhập" }).click();
  await lan.waitForURL("**/mat-khau");
  await look(lan, "mat-khau");
  await lan.getByLabel("Mật khẩu hiện tại").fill(handed!);
  await lan.getByLabel("Mật khẩu mới", { exact: true }).fill("cây phượng trước cổng 26");
  await lan.getByLabel("Nhập lại mật khẩu mới").fill("cây phượng trước cổng 26");
  await lan.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await lan.getByText("Đã đổi mật khẩu").first().waitFor();

  await lan.getByLabel("đang thực hiện với vai trò").selectOption({ label: "Quản trị Cổng" });
  await lan.getByRole("button", { name: "Đổi", exact: true }).click();
  for (const path of ["tai-khoan", "cai-dat", "nhat-ky", "thu-da-gui"]) {
    await lan.goto(`/ban-bien-tap/${path}`);
    await look(lan, path);
    await lan.setViewportSize(PHONE);
    await look(lan, `${path}-dien-thoai`);
    await lan.setViewportSize(DESKTOP);
  }
  await lan.getByRole("button", { name: "Đăng xuất" }).click();
  await lan.getByText("Bạn đã đăng xuất.").waitFor();
});
