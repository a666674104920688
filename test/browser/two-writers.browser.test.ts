import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Id } from "../../src/kernel/ids.ts";
import { PHONE } from "../support/browser.ts";
import { type Cast, openArticle, openCast, sees } from "./cast.ts";

let cast: Cast;

beforeAll(async () => {
  cast = await openCast("sqlite");
});
afterAll(() => cast?.close());
afterEach(() => expect(cast.complaints()).toEqual([]));

test("REQ-104: Mai and Hoa write in one draft: each is told of the other, and nobody's words are lost", async () => {
  const edition = await cast.newsroom.bringTo("DRAFT");
  const mai = await cast.call("Mai", PHONE);
  const hoa = await cast.call("Hoa");
  await beginsToWrite(mai, edition);
  await beginsToWrite(hoa, edition);
  await hoa.getByText(/^Nguyễn Thị Mai đang mở bài này từ/).waitFor();

  await mai.getByLabel("Tóm tắt").fill("Lớp có 40 học viên, học buổi tối.");
  await mai.getByText(/^Đã lưu tạm lúc/).waitFor();
  await mai.getByText(/^Đặng Thị Hoa đang mở bài này từ/).waitFor();
  await cast.lookAtAllWidths(mai, "50-hai-nguoi-viet");
  await hoa.getByLabel("Tóm tắt").fill("Lớp có 40 học viên, do cô Thu chủ nhiệm.");
  await mai.getByRole("button", { name: "Lưu bài" }).click();
  await sees(mai, "Đã lưu bản mới.");

  await hoa.getByRole("button", { name: "Lưu bài" }).click();
  await hoa.getByRole("heading", { name: "Hai bản khác nhau" }).waitFor();
  await sees(hoa, "Nguyễn Thị Mai đã lưu bản 3");
  await cast.lookAtAllWidths(hoa, "51-hai-ban");
  expect(await leadOf(edition)).toBe("Lớp có 40 học viên, học buổi tối.");

  await hoa.getByRole("link", { name: "Sửa tiếp bản của tôi" }).click();
  expect(await hoa.getByLabel("Tóm tắt").inputValue()).toBe("Lớp có 40 học viên, do cô Thu chủ nhiệm.");
  await hoa.getByLabel("Tóm tắt").fill("Lớp có 40 học viên, học buổi tối, do cô Thu chủ nhiệm.");
  await hoa.getByRole("button", { name: "Lưu bài" }).click();
  await hoa.getByRole("button", { name: "Lưu bản của tôi lên trên bản mới" }).click();
  await sees(hoa, "Đã lưu bản mới.");

  const { entries } = await cast.newsroom.load(edition);
  const versions = entries.filter((entry) => entry.kind === "version");
  expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  expect(await leadOf(edition)).toBe("Lớp có 40 học viên, học buổi tối, do cô Thu chủ nhiệm.");
});

test("What Mai typed is there again after her tab was closed, and until then no state and no version changed", async () => {
  const edition = await cast.newsroom.bringTo("DRAFT");
  await cast.call("Mai");
  const tab = await cast.window("Mai");
  await tab.goto("/ban-bien-tap");
  await beginsToWrite(tab, edition);
  const before = await cast.newsroom.load(edition);
  await tab.getByRole("textbox", { name: "Nội dung bài" }).getByText("Sáng nay, học viên đến lớp.").click();
  await tab.keyboard.press("End");
  await tab.keyboard.type(" Giáo viên phát sách cho từng em.");
  await tab.getByText(/^Đã lưu tạm lúc/).waitFor();
  await tab.keyboard.type(" Buổi lễ kết thúc lúc 9 giờ.");
  await tab.close();

  const again = await cast.window("Mai");
  await again.goto("/ban-bien-tap");
  await openArticle(again, edition);
  await again
    .getByRole("link", { name: /^(Sửa bài|Mở phần gõ dở)$/ })
    .first()
    .click();
  await again
    .getByText(/^(Đang hiện phần bạn gõ dở|Trong máy này còn phần gõ chưa gửi được)$/)
    .first()
    .waitFor();
  const offer = again.getByRole("button", { name: "Dùng phần đã gõ" });
  if ((await offer.count()) > 0) await offer.click();
  await again
    .getByRole("textbox", { name: "Nội dung bài" })
    .getByText("Giáo viên phát sách cho từng em. Buổi lễ kết thúc lúc 9 giờ.")
    .waitFor();
  await cast.lookAtAllWidths(again, "52-phan-go-do");
  const after = await cast.newsroom.load(edition);
  expect(after.row).toEqual(before.row);
  expect(after.entries).toEqual(before.entries);
  await again.close();
});

test("REQ-108: Lan's unsaved words in an approved article take nothing away; saving them asks for a new approval", async () => {
  const edition = await cast.newsroom.bringTo("APPROVED");
  const lan = await cast.call("Lan");
  await openArticle(lan, edition);
  await lan.getByRole("link", { name: "Sửa bài đã duyệt (phải duyệt lại)" }).click();
  await sees(lan, "Mọi thay đổi làm phê duyệt hết hiệu lực");
  await lan.getByLabel("Tóm tắt").fill("Lớp có 42 học viên.");
  await lan.getByText(/^Đã lưu tạm lúc/).waitFor();
  expect((await cast.newsroom.load(edition)).facts).toMatchObject({ state: "APPROVED", version: 2 });
  await lan.getByRole("button", { name: "Lưu bài" }).click();
  await sees(lan, "Đã lưu bản mới.");
  expect((await cast.newsroom.load(edition)).facts).toMatchObject({ state: "AWAITING_FINAL", version: 3 });
});

async function beginsToWrite(page: Page, edition: Id) {
  await openArticle(page, edition);
  await page.getByRole("link", { name: "Sửa bài" }).click();
  await page.getByRole("textbox", { name: "Nội dung bài" }).waitFor();
}

const leadOf = async (edition: Id) => (await cast.newsroom.load(edition)).content.lead;
