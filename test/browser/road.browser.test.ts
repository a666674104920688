import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sampleArticleDocx } from "../support/sample-docx.ts";
import { type Cast, DESK_MENU, goByMenu, openCast, sees, takeStep, WIDTHS, wearHat } from "./cast.ts";

const TITLE = "Hơn 400 học viên tham gia Ngày hội đọc sách tại Trung tâm GDTX Hải Phòng";
const NOTE = "Sửa số sách quyên góp của lớp 11A2.";
const NARROWEST = { width: 320, height: 640 };

let cast: Cast;
let word: Buffer;

beforeAll(async () => {
  cast = await openCast("sqlite");
  word = Buffer.from(await sampleArticleDocx());
});

afterAll(() => cast?.close());
afterEach(() => expect(cast.complaints()).toEqual([]));

describe.each(WIDTHS)("on a %s", (width, viewport) => {
  /** Where the public reads it. */
  let address = "";

  const call: Cast["call"] = (name) => {
    cast.clock.advance(600);
    return cast.call(name, viewport);
  };

  test("Đ15.k2: Mai's Word file goes the four steps and is read by the public, by no other way", async () => {
    await whenMaiBringsHerWordFile();
    await whenSheCompletesThePicturesAndSaves();
    await whenSheSendsItToTheHeadOfHerUnit();
    await whenHoaApprovesItForTheUnit();
    await whenLanAppraisesAndCorrectsAWord();
    await whenMinhReadsAndApproves();
    await thenNobodyOutsideSeesItYet();
    await whenLanPosts();
    await thenThePublicReadsIt();
    await thenFeedsAndPaperHaveIt();
  });

  test("Đ15.k2: a correction goes the same road while the live text stays, and is announced", async () => {
    await whenLanProposesACorrection();
    await thenTheLiveTextStays();
    await whenThúyApprovesTheCorrection();
    await whenLanPostsTheCorrection();
    await thenThePublicIsToldOfTheUpdate();
  });

  test("Đ15.k3: Minh decides to take it down, Lan does, and the address says so for ever", async () => {
    await whenMinhDecidesToTakeItDown();
    await whenLanTakesItDown();
    await thenTheAddressIsGone();
  });

  async function whenMaiBringsHerWordFile() {
    const page = await call("Mai");
    await goByMenu(page, DESK_MENU, "Việc của tôi");
    await cast.look(page, "01-viec-cua-ctv");
    await page.getByRole("link", { name: "Viết bài mới" }).click();
    await page.getByLabel("Chuyên mục").selectOption({ label: "Tin tức – sự kiện" });
    await cast.look(page, "02-viet-bai-moi");
    if (width === "phone") await choosesTheFileAtOnce(page);
    else await dropsTheFileOnTheEditor(page);
  }

  /** The plain way: the file goes with the form, the report stands above the editor. */
  async function choosesTheFileAtOnce(page: Page) {
    await page.getByLabel(/Tệp Word đã viết sẵn/).setInputFiles(wordFile());
    await page.getByRole("button", { name: "Bắt đầu viết" }).click();
    await sees(page, "Đã đưa nội dung từ Word vào bài");
    await sees(page, "Đầu trang (header): 1");
  }

  async function dropsTheFileOnTheEditor(page: Page) {
    await page.getByRole("button", { name: "Bắt đầu viết" }).click();
    await page.getByRole("textbox", { name: "Nội dung bài" }).waitFor();
    await cast.look(page, "03-soan-thao-trong");
    const dropped = await page.evaluateHandle(
      ({ base64, name, type }) => {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], name, { type }));
        return data;
      },
      { base64: word.toString("base64"), name: wordFile().name, type: wordFile().mimeType },
    );
    await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Đầu trang (header): 1").waitFor();
    await dialog.getByText("2 ảnh").waitFor();
    await cast.look(page, "04-bao-cao-word");
    await dialog.getByRole("button", { name: /^(Đưa vào bài|Thay nội dung hiện có)$/ }).click();
    await sees(page, "Đã đưa nội dung từ Word vào bài.");
  }

  async function whenSheCompletesThePicturesAndSaves() {
    const page = await call("Mai");
    const words = [
      { alt: "Học viên xếp hàng trên sân trường trong lễ khai mạc", author: "Nguyễn Thị Mai" },
      { alt: "Hai học viên cùng đọc một cuốn sách bên kệ sách", author: "Nguyễn Thị Mai" },
    ];
    const figures = page.locator(".figure-view");
    await figures.first().waitFor();
    expect(await figures.count()).toBe(2);
    await sees(page, "Còn thiếu: tác giả ảnh, nguồn ảnh.");
    for (const [index, { alt, author }] of words.entries()) {
      await figures.nth(index).getByRole("button", { name: "Sửa ảnh" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Mô tả ảnh").fill(alt);
      await dialog.getByLabel("Tác giả ảnh").fill(author);
      await dialog.getByLabel("Nguồn ảnh").fill("Phòng Đào tạo");
      if (index === 0) await cast.look(page, "05-sua-anh");
      await dialog.getByRole("button", { name: "Lưu ảnh" }).click();
      await dialog.waitFor({ state: "detached" });
    }
    expect(await page.getByText("Còn thiếu:").count()).toBe(0);
    expect(await page.getByLabel("Tiêu đề").inputValue()).toBe(TITLE);
    await cast.look(page, "06-soan-thao");
    await page.getByRole("button", { name: "Lưu bài" }).click();
    await sees(page, "Đã lưu bản mới.");
  }

  async function whenSheSendsItToTheHeadOfHerUnit() {
    const page = await call("Mai");
    await cast.look(page, "07-trang-bai-nhap");
    await takeStep(page, "sendToHead");
    await sees(page, "Đã gửi trưởng đơn vị duyệt.");
  }

  async function whenHoaApprovesItForTheUnit() {
    const page = await call("Hoa");
    await opensFromMyWork(page);
    await cast.look(page, "08-truong-don-vi");
    await takeStep(page, "approveInUnit", { addressee: "SECRETARY" });
    await sees(page, "Đã duyệt và gửi Ban biên tập.");
  }

  async function whenLanAppraisesAndCorrectsAWord() {
    const page = await call("Lan");
    await opensFromMyWork(page);
    await takeStep(page, "claim");
    await sees(page, "Bạn đã nhận thẩm định bài này.");
    await page.getByRole("link", { name: "Chỉnh sửa" }).click();
    await writesInstead(page, "thu được 312 cuốn", "thu được 321 cuốn");
    await page.getByRole("button", { name: "Lưu bài" }).click();
    await sees(page, "Đã lưu bản mới.");
    await cast.look(page, "09-tham-dinh");
    await takeStep(page, "forward");
    await sees(page, "Đã trình phê duyệt.");
  }

  async function whenMinhReadsAndApproves() {
    const page = await call("Minh");
    await wearHat(page, "Trưởng Ban biên tập");
    await goByMenu(page, DESK_MENU, "Việc của tôi");
    await sees(page, "Phê duyệt bản này");
    await cast.look(page, "10-viec-cua-giam-doc");
    await opensFromMyWork(page);
    await sees(page, "thu được 321 cuốn");
    await cast.look(page, "11-phe-duyet");
    await takeStep(page, "approve");
    await sees(page, "Đã phê duyệt bản này. Bài chuyển Thư ký để đăng.");
  }

  async function thenNobodyOutsideSeesItYet() {
    const reader = await cast.reader(viewport);
    await reader.goto("/tin-tuc/tin-tuc-su-kien");
    expect(await reader.getByRole("link", { name: TITLE }).count()).toBe(0);
    await reader.context().close();
  }

  async function whenLanPosts() {
    const page = await call("Lan");
    await opensFromMyWork(page);
    await takeStep(page, "publish");
    await sees(page, "Bài đã được đăng.");
    address = (await page.getByRole("link", { name: /^\/bai-viet\// }).getAttribute("href")) ?? "";
    expect(address).toMatch(/^\/bai-viet\/hon-400-hoc-vien/);
    await cast.look(page, "12-da-dang");
  }

  async function thenThePublicReadsIt() {
    const reader = await cast.reader(viewport);
    await reader.goto("/");
    const story = reader.getByRole("article").filter({ hasText: TITLE }).first();
    await expect
      .poll(() => story.locator("img").evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await cast.look(reader, "20-trang-chu");
    await reader.getByRole("link", { name: TITLE }).first().click();
    await reader.waitForURL(`**${address}`);
    expect(await reader.getByRole("heading", { level: 1 }).textContent()).toBe(TITLE);
    for (const words of ["Nguyễn Thị Mai", "Phòng Đào tạo", "thu được 321 cuốn", "ngày 24/11/2026"]) {
      await sees(reader, words);
    }
    const chain = reader.getByRole("region", { name: "Trách nhiệm nội dung" });
    expect(await chain.locator("dd strong").allTextContents()).toEqual([
      "Nguyễn Thị Mai",
      "Đặng Thị Hoa",
      "Nguyễn Đức Minh",
    ]);
    await thenItsPicturesAreThere(reader, 2);
    await cast.look(reader, "21-bai-viet");
    await reader.setViewportSize(NARROWEST);
    await thenItsPicturesAreThere(reader, 2);
    await cast.look(reader, "21-bai-viet");
    await reader.context().close();
  }

  async function thenFeedsAndPaperHaveIt() {
    const reader = await cast.reader(viewport);
    for (const feed of ["/rss", "/rss/tin-tuc-su-kien", "/sitemap.xml"]) {
      const text = await (await reader.request.get(feed)).text();
      expect(text, feed).toContain(`http://127.0.0.1${address}<`);
    }
    await reader.goto(address);
    await reader.getByRole("link", { name: "Bản in" }).click();
    await reader.getByRole("link", { name: "Trở lại bài viết" }).waitFor();
    await sees(reader, "Khi sử dụng lại, vui lòng ghi rõ tác giả và nguồn.");
    await cast.look(reader, "22-ban-in");
    await reader.context().close();
  }

  async function whenLanProposesACorrection() {
    const page = await call("Lan");
    await goByMenu(page, DESK_MENU, "Tất cả bài");
    await cast.look(page, "13-tat-ca-bai");
    await page.getByRole("link", { name: TITLE }).first().click();
    await takeStep(page, "proposeCorrection", { note: NOTE });
    await sees(page, "Đã mở bản cập nhật.");
    await page.getByRole("link", { name: "Chỉnh sửa" }).click();
    await writesInstead(page, "thu được 321 cuốn", "thu được 322 cuốn");
    await page.getByRole("button", { name: "Lưu bài" }).click();
    await sees(page, "Đã lưu bản mới.");
    await takeStep(page, "forward");
    await sees(page, "Đã trình phê duyệt.");
  }

  async function thenTheLiveTextStays() {
    const reader = await cast.reader(viewport);
    await reader.goto(address);
    await sees(reader, "thu được 321 cuốn");
    expect(await reader.getByText("Cập nhật lúc").count()).toBe(0);
    await reader.context().close();
  }

  async function whenThúyApprovesTheCorrection() {
    const page = await call("Thúy");
    await opensFromMyWork(page);
    await cast.look(page, "14-duyet-ban-cap-nhat");
    await takeStep(page, "approve");
    await sees(page, "Đã phê duyệt bản này.");
    await thenTheLiveTextStays();
  }

  async function whenLanPostsTheCorrection() {
    const page = await call("Lan");
    await opensFromMyWork(page);
    await takeStep(page, "publish");
    await sees(page, "Bài đã được đăng.");
  }

  async function thenThePublicIsToldOfTheUpdate() {
    const reader = await cast.reader(viewport);
    await reader.goto(address);
    await sees(reader, "Cập nhật lúc");
    await sees(reader, NOTE);
    await sees(reader, "thu được 322 cuốn");
    await cast.look(reader, "23-bai-cap-nhat");
    await reader.context().close();
  }

  async function whenMinhDecidesToTakeItDown() {
    const page = await call("Minh");
    await goByMenu(page, DESK_MENU, "Tất cả bài");
    await page.getByRole("link", { name: TITLE }).first().click();
    await takeStep(page, "decideTakedown", {
      note: "outdated",
      reason: "Ngày hội đã kết thúc, đơn vị đề nghị gỡ bài.",
    });
    await sees(page, "Đã ghi quyết định gỡ bỏ.");
  }

  async function whenLanTakesItDown() {
    const page = await call("Lan");
    await opensFromMyWork(page);
    await takeStep(page, "executeTakedown");
    await confirms(page);
    await sees(page, "Đã gỡ bài khỏi trang công khai.");
    await cast.look(page, "15-da-go");
  }

  async function thenTheAddressIsGone() {
    const reader = await cast.reader(viewport);
    const answer = await reader.goto(address);
    expect(answer?.status()).toBe(410);
    await sees(reader, "Không còn phù hợp về thời điểm");
    await cast.look(reader, "24-bai-da-go");
    for (const list of ["/", "/tin-tuc", "/tin-tuc/tin-tuc-su-kien", "/rss", "/sitemap.xml"]) {
      expect(await (await reader.request.get(list)).text(), list).not.toContain(address);
    }
    await reader.context().close();
  }
});

const wordFile = () => ({
  name: "Ngày hội đọc sách.docx",
  mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  buffer: word,
});

async function opensFromMyWork(page: Page) {
  await goByMenu(page, DESK_MENU, "Việc của tôi");
  await page.locator(".work").getByRole("link", { name: TITLE }).first().click();
  await page.getByRole("heading", { name: "Việc bạn làm được" }).waitFor();
}

/** Changes a few words where they stand in the editor. */
async function writesInstead(page: Page, before: string, after: string) {
  const text = page.getByRole("textbox", { name: "Nội dung bài" });
  await text.getByText(before).selectText();
  const whole = (await text.getByText(before).textContent()) ?? "";
  await page.keyboard.insertText(whole.replace(before, after));
}

async function confirms(page: Page) {
  const dialog = page.getByRole("dialog");
  if ((await dialog.count()) > 0) await dialog.getByRole("button").first().click();
}

async function thenItsPicturesAreThere(page: Page, count: number) {
  const pictures = page.locator(".prose img");
  expect(await pictures.count()).toBe(count);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
}
