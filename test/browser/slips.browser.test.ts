import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addSeconds } from "../../src/kernel/clock.ts";
import { play } from "../../src/sample/acts.ts";
import { type SampleClock, sampleClock } from "../../src/sample/clock.ts";
import { answerActs } from "../../src/sample/enquiries.ts";
import { DESKTOP, expectGoodPage, openStage, PHONE, type Stage } from "../support/browser.ts";
import { fixedClock, TEST_NOW } from "../support/portals.ts";

let stage: Stage;
let clock: SampleClock;

beforeAll(async () => {
  clock = sampleClock(fixedClock(TEST_NOW));
  stage = await openStage("sqlite", { clock });
  await play(stage.portal, clock, answerActs(stage.portal, stage.centre, clock, 30));
});
afterAll(() => stage?.close());

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Sends an empty form, then a full one, as slowly as a person does. */
async function sendForm(page: Page, path: string, fill: () => Promise<void>) {
  await page.goto(path);
  await expectGoodPage(page);
  const press = async () => {
    clock.set(addSeconds(clock.now(), 30));
    await page.locator("main form button[type=submit], main form button:not([type])").last().click();
  };
  await press();
  await page.getByText("Chưa gửi được").waitFor();
  await expectGoodPage(page);
  await fill();
  await page.getByLabel("Họ và tên").fill("Vũ Thị Hạnh");
  await page.getByLabel("Thư điện tử").fill("hanh.vu@example.com");
  await page.getByLabel("Tôi đã đọc và đồng ý").check();
  await press();
  await page.getByText("Trung tâm đã nhận").waitFor();
  await expectGoodPage(page);
}

test("Đ3.k2.b: on a phone a parent finds answers, asks, and follows the receipt; the secretary sees what came", async () => {
  const page = await stage.visit(PHONE);
  await page.goto("/hoi-dap");
  await expectGoodPage(page);
  await page.getByLabel("Từ cần tìm").fill("de xe");
  await page.getByRole("button", { name: "Lọc" }).click();
  await page.locator(".answer-item mark").first().waitFor();
  await expectGoodPage(page);
  await page.locator(".answer-item a").first().click();
  expect(await heading(page).textContent()).toContain("Góp ý và trả lời");
  await expectGoodPage(page);
  await sendForm(page, "/hoi-dap/gui", () =>
    page.getByLabel("Nội dung").fill("Lớp 10 buổi tối học những ngày nào trong tuần?"),
  );
  const code = (await page.locator(".receipt-code strong").textContent())!;
  await page.goto("/hoi-dap/tra-cuu?ma=0000000000000000");
  await expectGoodPage(page);
  await page.getByLabel("Mã tra cứu").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Xem tình trạng" }).click();
  await page.waitForURL("**/hoi-dap/phieu/**");
  await page.context().close();

  const desk = await stage.signIn("thuky", DESKTOP);
  await desk.goto("/ban-bien-tap/hoi-dap");
  await expectGoodPage(desk);
  await desk.getByRole("link", { name: "Lớp 10 buổi tối" }).click();
  await desk.getByText("hanh.vu@example.com").waitFor();
  await expectGoodPage(desk);
  await desk.context().close();
});

test("Đ15.k3: at a desk somebody asks that an answer be taken down; the secretary is led to it by the notice", async () => {
  const page = await stage.visit(DESKTOP);
  await sendForm(page, "/yeu-cau-go-bo?dia-chi=/hoi-dap/1", async () => {
    await page.getByLabel("Lý do").selectOption("outdated");
    await page.getByLabel("Giải thích").fill("Câu trả lời này nói về năm học trước.");
  });
  await page.context().close();

  const desk = await stage.signIn("thuky", PHONE);
  await desk.getByRole("link", { name: /Yêu cầu gỡ bỏ mới/ }).click();
  await desk.waitForURL("**/ban-bien-tap/go-bo/**");
  await expectGoodPage(desk);
  await desk.getByLabel("Ý kiến trình").waitFor();
  await desk.context().close();
});
