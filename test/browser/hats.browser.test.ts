import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { PHONE } from "../support/browser.ts";
import { type Cast, DESK_MENU, goByMenu, openArticle, openCast, sees, stepForm, takeStep, wearHat } from "./cast.ts";

let cast: Cast;

beforeAll(async () => {
  cast = await openCast("sqlite");
});
afterAll(() => cast?.close());
afterEach(() => expect(cast.complaints()).toEqual([]));

test("Đ8.k1: Lan chooses among her hats, sees what each may do, and the log records the one she wore", async () => {
  const edition = await cast.newsroom.bringTo("SUBMITTED");
  const page = await cast.call("Lan");
  await goByMenu(page, DESK_MENU, "Việc của tôi");
  await wearHat(page, "Thư ký Ban biên tập");
  await page.goto("/ban-bien-tap/tai-khoan");
  await sees(page, "Trang này dành cho: Quản trị Cổng.");
  await wearHat(page, "Quản trị Cổng");
  await page.getByRole("heading", { level: 1, name: "Tài khoản" }).waitFor();
  await cast.lookAtAllWidths(page, "60-tai-khoan");

  await openArticle(page, edition);
  await sees(page, "Trong vai trò đang chọn, lúc này bạn chỉ đọc bài.");
  await wearHat(page, "Thư ký Ban biên tập");
  await takeStep(page, "claim");
  await sees(page, "Bạn đã nhận thẩm định bài này.");
  await goByMenu(page, DESK_MENU, "Việc của tôi");
  const menu = page.getByRole("navigation", { name: DESK_MENU });
  expect(await menu.getByRole("link", { name: "Tài khoản", exact: true, includeHidden: true }).count()).toBe(0);

  await goByMenu(page, DESK_MENU, "Nhật ký");
  const entry = page.getByRole("row").filter({ hasText: "Nhận thẩm định" }).first();
  for (const words of ["Vũ Hồng Lan", "Thư ký Ban biên tập", "Khai giảng lớp bổ túc trung học"]) {
    expect(await entry.textContent()).toContain(words);
  }
  await cast.lookAtAllWidths(page, "61-nhat-ky");
  const recorded = await cast.stage.portal.db
    .selectFrom("evidence")
    .select(["act", "person", "hat"])
    .where("subject", "=", `edition:${edition}`)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  expect(recorded).toEqual({ act: "edition.claim", person: cast.newsroom.who("Lan").person, hat: "SECRETARY" });
});

test("Đ10.p3, Đ15.k3: under Minh's paper Thúy decides a take-down, and it says on whose behalf", async () => {
  const edition = await cast.newsroom.bringTo("PUBLISHED");
  const thúy = await cast.call("Thúy", PHONE);
  await openArticle(thúy, edition);
  expect(await thúy.locator('.act-form input[name="act"][value="decideTakedown"]').count()).toBe(0);

  const minh = await cast.call("Minh");
  await goByMenu(minh, DESK_MENU, "Việc của tôi");
  await wearHat(minh, "Trưởng Ban biên tập");
  await goByMenu(minh, DESK_MENU, "Ủy quyền");
  await minh.getByLabel("Người được ủy quyền").selectOption({ label: "Phạm Thanh Thúy" });
  await minh.getByLabel("Quyết định gỡ bỏ thông tin").check();
  await minh.getByLabel("Từ ngày").fill("2026-11-24");
  await minh.getByLabel("Đến hết ngày").fill("2026-12-31");
  await minh.getByLabel("Số giấy ủy quyền").fill("12/GUQ-GDTXHP");
  await minh.getByLabel("Lý do").fill("Giám đốc đi công tác đến hết tháng 12.");
  await minh.getByRole("button", { name: "Ghi ủy quyền" }).click();
  await sees(minh, "Đã ghi ủy quyền.");
  await cast.lookAtAllWidths(minh, "62-uy-quyen");

  await openArticle(thúy, edition);
  await stepForm(thúy, "decideTakedown");
  await sees(thúy, "Thay mặt Trưởng Ban biên tập Nguyễn Đức Minh, theo giấy ủy quyền số 12/GUQ-GDTXHP");
  await takeStep(thúy, "decideTakedown", { note: "outdated", reason: "Lớp đã kết thúc, đơn vị đề nghị gỡ." });
  await sees(thúy, "Đã ghi quyết định gỡ bỏ.");
  const line = thúy.locator("main li").filter({ hasText: "quyết định gỡ bỏ" }).first();
  expect((await line.textContent())?.replace(/\s+/g, " ")).toMatch(/[Tt]hay mặt .*12\/GUQ-GDTXHP/);
  await cast.lookAtAllWidths(thúy, "63-thay-mat");
});

test("“Ai có thể làm gì ngày đó, theo văn bản nào?” is answered for any day, also before the board was there", async () => {
  const page = await cast.call("Mai");
  await goByMenu(page, DESK_MENU, "Thẩm quyền");
  const ask = async (day: string) => {
    await page.getByLabel("Ngày", { exact: true }).fill(day);
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await page.waitForURL(`**ngay=${day}**`);
  };
  await ask("2026-12-01");
  const approval = page.locator(".panel").filter({ has: page.getByRole("heading", { name: /^Bước 3: Phê duyệt$/ }) });
  const words = (await approval.textContent()) ?? "";
  for (const part of ["Nguyễn Đức Minh", "Phạm Thanh Thúy", "28/QĐ-GDTXHP"]) expect(words).toContain(part);
  expect(words).not.toContain("Vũ Hồng Lan");
  await cast.lookAtAllWidths(page, "64-tham-quyen");
  await ask("2023-01-01");
  await sees(page, "Không có ai ngày 01/01/2023");
});
