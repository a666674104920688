import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { HtmlValidate } from "html-validate";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { STORY_PEOPLE, type StoryName } from "../people.ts";
import { DESKTOP, signInOn } from "../support/browser.ts";
import {
  type Cast,
  expectRefusal,
  goByMenu,
  openCast,
  SITE_MENU,
  sees,
  stepForm,
  takeStep,
  type Viewport,
} from "./cast.ts";

const SECTION = "/tin-tuc/hoat-dong-chuyen-mon";
const ARTICLES = 23;
const READERS: readonly Viewport[] = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
];

const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Lists and tables repeat their roles on purpose: drawn in another way they would lose them.
  rules: { "no-redundant-role": "off" },
});

let cast: Cast;

beforeAll(async () => {
  cast = await openCast("sqlite");
  for (let made = 0; made < ARTICLES; made++) await cast.newsroom.bringTo("PUBLISHED");
});
afterAll(() => cast?.close());
afterEach(() => expect(cast.complaints()).toEqual([]));

describe.each(READERS)("a reader at $width px", (viewport) => {
  test("goes from the home page by the menu to a section, its second page, and an article", async () => {
    const page = await cast.reader(viewport);
    await page.goto("/");
    await looks(page);
    await goByMenu(page, SITE_MENU, "Tin tức");
    await sees(page, `${ARTICLES} bài, trang 1 trên 2`);
    await looks(page);
    await page
      .getByRole("navigation", { name: "Các trang của Tin tức" })
      .getByRole("link", { name: /2/ })
      .first()
      .click();
    await page.waitForURL("**/tin-tuc?trang=2");
    await looks(page);
    await page.locator("main").getByRole("link", { name: "Hoạt động chuyên môn", exact: true }).first().click();
    await page.waitForURL(`**${SECTION}`);
    await looks(page);
    await page.getByRole("link", { name: "Khai giảng lớp bổ túc trung học" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Khai giảng lớp bổ túc trung học" }).waitFor();
    await looks(page);
    await page.getByRole("link", { name: "Bản in" }).click();
    await page.getByRole("link", { name: "Trở lại bài viết" }).waitFor();
    await looks(page);
    await page.context().close();
  });

  test("finds an article with and without accents, and is told calmly when nothing is there", async () => {
    const page = await cast.reader(viewport);
    await page.goto("/");
    const search = async (words: string) => {
      await page.getByLabel("Tìm trong Cổng thông tin điện tử").fill(words);
      await page.getByLabel("Tìm trong Cổng thông tin điện tử").press("Enter");
      await page.waitForURL("**/tim-kiem?**");
    };
    for (const words of ["bổ túc trung học", "bo tuc trung hoc", "BỔ TÚC"]) {
      await search(words);
      await page.getByRole("heading", { level: 1, name: `Kết quả cho “${words}”` }).waitFor();
      await sees(page, `${ARTICLES} kết quả`);
    }
    await looks(page);
    await search("qwzx jkvb");
    await sees(page, "Không tìm thấy gì");
    await looks(page);
    const answer = await page.goto("/bai-viet/khong-co-bai-nay");
    expect(answer?.status()).toBe(404);
    await looks(page);
    await page.context().close();
  });

  test("reads who stands behind the portal: its map, contact, regulation and disclosure", async () => {
    const page = await cast.reader(viewport);
    await page.goto("/");
    for (const [link, heading] of [
      ["Giới thiệu", /Giới thiệu/],
      ["Quy chế và việc thực hiện", /Quy chế/],
      ["Liên hệ", /Liên hệ/],
      ["Sơ đồ cổng", /Sơ đồ/],
    ] as const) {
      await page.getByRole("navigation", { name: "Liên kết cuối trang" }).getByRole("link", { name: link }).click();
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await looks(page);
    }
    await page.locator("main").getByRole("link", { name: "Công khai", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /Công khai/ }).waitFor();
    await looks(page);
    await page.context().close();
  });
});

test("Đ15.k2: with no script at all, an article goes from a Word file to the public by the same forms", async () => {
  const mai = await withoutScript("Mai");
  await mai.getByRole("link", { name: "Viết bài mới" }).click();
  await mai.getByLabel("Chuyên mục").selectOption({ label: "Thông báo" });
  await mai.getByLabel(/Tệp Word đã viết sẵn/).setInputFiles({
    name: "thong-bao.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: await shortDocx(),
  });
  await mai.getByRole("button", { name: "Bắt đầu viết" }).click();
  await sees(mai, "Đã đưa nội dung từ Word vào bài");
  await sees(mai, "Trình soạn thảo cần JavaScript.");
  await mai.getByLabel("Tóm tắt").fill("Lớp tin học văn phòng khai giảng ngày 01/12/2026.");
  await mai.getByRole("button", { name: "Lưu bài" }).click();
  await sees(mai, "Đã lưu bản mới.");
  await takeStep(mai, "sendToHead");
  await sees(mai, "Đã gửi trưởng đơn vị duyệt.");
  const address = new URL(mai.url()).pathname;

  const hoa = await withoutScript("Hoa");
  await hoa.locator(`a[href="${address}"]`).first().click();
  await takeStep(hoa, "approveInUnit", { addressee: "SECRETARY" });
  await sees(hoa, "Đã duyệt và gửi Ban biên tập.");

  const lan = await withoutScript("Lan");
  await lan.locator(`a[href="${address}"]`).first().click();
  await takeStep(lan, "claim");
  await takeStep(lan, "forward", {}, { ticks: false });
  await expectRefusal(lan, "Chưa đánh dấu đủ các điểm thẩm định.", "khoản 2 Điều 15");
  await takeStep(lan, "forward");
  await sees(lan, "Đã trình phê duyệt.");

  const thúy = await withoutScript("Thúy");
  await thúy.locator(`a[href="${address}"]`).first().click();
  await (await stepForm(thúy, "approve")).getByRole("button").waitFor();
  await takeStep(thúy, "approve");
  await sees(thúy, "Đã phê duyệt bản này.");

  await lan.getByRole("link", { name: "Việc của tôi" }).click();
  await lan.locator(`a[href="${address}"]`).first().click();
  await takeStep(lan, "publish");
  await sees(lan, "Bài đã được đăng.");

  const reader = await cast.reader(READERS[0]!, { javaScriptEnabled: false });
  await reader.goto("/tin-tuc/thong-bao");
  await reader.getByRole("link", { name: "Khai giảng lớp tin học văn phòng" }).first().click();
  await sees(reader, "Học phí đóng tại Phòng Đào tạo.");
  for (const page of [mai, hoa, lan, thúy, reader]) await page.context().close();
});

/** Good at this width, and its HTML without an error. */
async function looks(page: Page) {
  await cast.look(page, `70-${new URL(page.url()).pathname.replaceAll("/", "_")}`);
  const report = await checker.validateString(await htmlOf(page));
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${ruleId} ${line}: ${message}`),
  );
  expect(found, page.url()).toEqual([]);
}

/** As it was sent, not as the browser has put it right. */
const htmlOf = async (page: Page) => (await page.request.get(page.url())).text();

async function withoutScript(name: StoryName): Promise<Page> {
  const page = await cast.reader(DESKTOP, { javaScriptEnabled: false });
  await signInOn(page, STORY_PEOPLE[name]);
  return page;
}

function shortDocx(): Promise<Buffer> {
  const children = [
    new Paragraph({ style: "Title", text: "Khai giảng lớp tin học văn phòng" }),
    new Paragraph("Trung tâm mở lớp tin học văn phòng buổi tối."),
    new Paragraph({ text: "Học phí", heading: HeadingLevel.HEADING_1 }),
    new Paragraph("Học phí đóng tại Phòng Đào tạo."),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
