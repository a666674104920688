import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { sampleArticleDocx } from "../../../test/support/sample-docx.ts";
import { EMPTY_BODY } from "../../newsroom/content.ts";
import { font, p, r, rawDocx } from "../../newsroom/word/testing/docx.ts";
import { openBrowser } from "./editor/try-browser.ts";
import { openTryDesk, type TryDesk } from "./editor/try-desk.ts";
import { EMPTY_VALUES } from "./editor/try-pages.ts";

let desk: TryDesk;
let browser: Browser;
let context: BrowserContext;
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
  desk.autosaves.length = 0;
  desk.saves.length = 0;
  desk.wordPosts.length = 0;
  desk.presence = { others: [], version: "3" };
  desk.view = {};
  desk.down = false;
  context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
});

afterEach(() => context.close());

const text = () => page.getByRole("textbox", { name: "Nội dung bài" });
const title = () => page.getByRole("textbox", { name: "Tiêu đề" });
const dialog = () => page.getByRole("dialog");
const kept = () => page.evaluate(() => localStorage.getItem("cong.ban-go.an-ban-1"));

async function open(): Promise<void> {
  await page.goto(`${desk.url}/sua`);
  await text().waitFor();
}

/** Closes the page as a person would; true when the browser asked whether to stay. */
async function leave(): Promise<boolean> {
  let asked = false;
  page.on("dialog", async (question) => {
    asked = question.type() === "beforeunload";
    await question.accept();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
  return asked;
}

test("what is typed is kept in the browser at once, and forgotten there when the server has it", async () => {
  await open();
  await title().fill("Lễ khai giảng");
  await expect.poll(kept).toContain("Lễ khai giảng");
  await page.getByText(/^Đã lưu tạm lúc \d\d:\d\d$/).waitFor();
  const [autosave] = desk.autosaves;
  expect(autosave).toMatchObject({
    ok: true,
    value: { title: "Lễ khai giảng", author: "Nguyễn Thị Lan", cover: null },
  });
  expect(await kept()).toBeNull();
  expect(await leave()).toBe(false);
});

test("a page that is only opened and read sends nothing and asks nothing", async () => {
  await open();
  await text().click();
  await page.keyboard.press("ArrowDown");
  expect(await leave()).toBe(false);
  expect(desk.autosaves).toEqual([]);
});

test("with the connection lost the words stay in this browser and come back on the next visit", async () => {
  await open();
  desk.down = true;
  await text().click();
  await page.keyboard.type("Câu viết lúc mất mạng");
  await page.getByText("Mất kết nối, bản gõ được giữ trong máy này").waitFor();
  expect(await kept()).toContain("Câu viết lúc mất mạng");
  expect(await leave()).toBe(true);

  desk.down = false;
  page = await context.newPage();
  await open();
  await page.getByText("Trong máy này còn phần gõ chưa gửi được").waitFor();
  expect(await text().textContent()).toBe("");
  await page.getByRole("button", { name: "Dùng phần đã gõ" }).click();
  expect(await text().textContent()).toContain("Câu viết lúc mất mạng");
  await expect.poll(() => desk.autosaves.length, { timeout: 10_000 }).toBe(1);
  expect(JSON.stringify(desk.autosaves[0])).toContain("Câu viết lúc mất mạng");
});

test("new typing does not overwrite what an earlier visit left in the browser", async () => {
  await open();
  desk.down = true;
  await title().fill("Bản cũ");
  await page.getByText("Mất kết nối").waitFor();
  await leave();
  desk.down = false;
  page = await context.newPage();
  await open();
  await title().fill("Bản mới");
  await page.getByText(/^Đã lưu tạm lúc/).waitFor();
  await page.getByRole("button", { name: "Dùng phần đã gõ" }).click();
  expect(await title().inputValue()).toBe("Bản cũ");
});

test("the words are sent when the connection comes back, without a further key", async () => {
  await open();
  desk.down = true;
  await title().fill("Chờ có mạng");
  await page.getByText("Mất kết nối").waitFor();
  desk.down = false;
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.getByText(/^Đã lưu tạm lúc/).waitFor();
  expect(await kept()).toBeNull();
});

test("leaving within two seconds of the last key still delivers the words", async () => {
  await open();
  await title().fill("Gõ xong đóng ngay");
  await leave();
  await expect.poll(() => desk.autosaves.length).toBe(1);
  expect(desk.autosaves[0]).toMatchObject({ ok: true, value: { title: "Gõ xong đóng ngay" } });
});

test("saving right after the last key leaves nothing behind in the browser", async () => {
  await open();
  await title().fill("Gõ xong lưu ngay");
  await expect.poll(kept).toContain("Gõ xong lưu ngay");
  await page.getByRole("button", { name: "Lưu bài" }).click();
  await page.getByRole("heading", { name: "Đã lưu" }).waitFor();
  expect(desk.saves.map((saved) => saved.title)).toEqual(["Gõ xong lưu ngay"]);
  expect(await kept()).toBeNull();
});

test("saving without a connection loses nothing either", async () => {
  await open();
  await title().fill("Lưu lúc mất mạng");
  desk.down = true;
  await page.getByRole("button", { name: "Lưu bài" }).click();
  await expect.poll(() => page.url()).not.toContain("/sua");
  desk.down = false;
  await open();
  await page.getByRole("button", { name: "Dùng phần đã gõ" }).click();
  expect(await title().inputValue()).toBe("Lưu lúc mất mạng");
});

test("what is thrown away on purpose does not come back by itself", async () => {
  desk.view = { restored: { savedAt: new Date().toISOString(), discardAction: "/bo" } };
  await open();
  await title().fill("Không cần nữa");
  await page.getByRole("button", { name: "Bỏ phần gõ dở" }).click();
  await page.getByRole("heading", { name: "Đã lưu" }).waitFor();
  expect(await kept()).toBeNull();
  expect(desk.autosaves).toEqual([]);
});

test("a newer version and a second writer are told calmly, and nothing typed is touched", async () => {
  await open();
  await text().click();
  await page.keyboard.type("Phần của tôi");
  desk.presence = { others: [{ name: "Phạm Thị Hoa", since: new Date().toISOString() }], version: "4" };
  await page.getByText("Phạm Thị Hoa đang mở bài này từ").waitFor();
  await page.getByText("đã có bản mới hơn được lưu").waitFor();
  expect(await text().textContent()).toContain("Phần của tôi");
});

test("a session that ended keeps the words in the browser and says what to do", async () => {
  await open();
  await page.evaluate(() => document.querySelector<HTMLInputElement>("[name=csrf]")!.remove());
  await page.route("**/luu-tam", (route) => route.fulfill({ status: 401, contentType: "text/html", body: "" }));
  await title().fill("Hết phiên");
  await page.getByText("Hãy đăng nhập lại ở một thẻ khác").waitFor();
  expect(await kept()).toContain("Hết phiên");
});

async function choose(bytes: Uint8Array): Promise<void> {
  await page.getByLabel("Tệp Word").setInputFiles({
    name: "bai-viet.docx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(bytes),
  });
  await page.getByRole("button", { name: "Nhập từ Word" }).click();
}

test("a Word file shows what it holds before it fills the form, pictures, captions and all", async () => {
  await open();
  await choose(await sampleArticleDocx());
  await dialog()
    .getByText(/2 đề mục, 1 danh sách, 1 bảng, 2 ảnh/)
    .waitFor();
  expect(await text().textContent()).toBe("");
  await dialog().getByRole("button", { name: "Đưa vào bài" }).click();
  await dialog().waitFor({ state: "detached" });
  expect(await title().inputValue()).toContain("Ngày hội đọc sách");
  expect(await text().getByRole("heading", { name: "Nhiều hoạt động bổ ích" }).count()).toBe(1);
  await page.getByText("Còn thiếu: tác giả ảnh, nguồn ảnh.").first().waitFor();
  expect(
    await page
      .locator(".figure-view img")
      .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth > 0)),
  ).toEqual([true, true]);
  await expect.poll(() => desk.autosaves.length, { timeout: 10_000 }).toBe(1);
});

test("what stays behind is listed, and a dropped file replaces what is written only when the person says so", async () => {
  const body = { ...EMPTY_BODY, content: [{ type: "paragraph", content: [{ type: "text", text: "Chữ đang có" }] }] };
  desk.view = { values: { ...EMPTY_VALUES, body: JSON.stringify(body) } };
  const bytes = [...rawDocx({ body: p(r("Ba trăm học viên", "<w:strike/>")) + p("Đoạn thứ hai.") })];
  await open();
  const drop = () =>
    page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], "ke-hoach.docx"));
      document
        .querySelector("h1")!
        .dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, bytes);
  await drop();
  await dialog().getByText("Nét gạch ngang chữ: chữ vẫn giữ lại").waitFor();
  await dialog().getByText("Bài đang có chữ").waitFor();
  await dialog().getByRole("button", { name: "Thôi" }).click();
  expect(await text().textContent()).toBe("Chữ đang có");
  await drop();
  await dialog().getByRole("button", { name: "Thay nội dung hiện có" }).click();
  await expect.poll(() => text().textContent()).toContain("Đoạn thứ hai.");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  expect(await text().textContent()).toBe("Chữ đang có");
  expect(await page.locator("textarea[name=body]").inputValue()).toContain("Chữ đang có");
});

test("text in an old font is previewed, and converted only when asked", async () => {
  await open();
  await choose(rawDocx({ body: p(r("Céng hoµ x· héi chñ nghÜa ViÖt Nam", font(".VnTime"))) + p("Chữ thường") }));
  await dialog().getByRole("cell", { name: "Cộng hoà xã hội chủ nghĩa Việt Nam" }).waitFor();
  await dialog().getByRole("button", { name: "Chuyển mã" }).click();
  await dialog().getByRole("button", { name: "Đưa vào bài" }).click();
  await expect.poll(() => page.locator(".editor").textContent()).toContain("Chữ thường");
  const everything =
    (await title().inputValue()) + (await page.locator("[name=lead]").inputValue()) + (await text().textContent());
  expect(everything).toContain("Cộng hoà xã hội chủ nghĩa Việt Nam");
  expect(desk.wordPosts.map(({ convertLegacy }) => convertLegacy)).toEqual([false, true]);
});

test("a file that is no Word file is refused with a sentence, and the form stays as it was", async () => {
  await open();
  await title().fill("Giữ nguyên");
  await choose(Buffer.from("MZ, một chương trình đổi tên"));
  await page.getByText("Đây là một chương trình chạy được, không phải tệp Word").waitFor();
  expect(await title().inputValue()).toBe("Giữ nguyên");
});
