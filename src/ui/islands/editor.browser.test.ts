import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openBrowser } from "./editor/try-browser.ts";
import { openTryDesk, type TryDesk } from "./editor/try-desk.ts";
import { EMPTY_VALUES } from "./editor/try-pages.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let desk: TryDesk;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Everything the browser complained about: errors of the script, and anything our CSP had to stop. */
let complaints: string[];

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
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(4_000);
  page = await context.newPage();
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !desk.down) complaints.push(message.text());
  });
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const text = () => page.getByRole("textbox", { name: "Nội dung bài" });
const tool = (name: string) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog");

async function open(): Promise<void> {
  await page.goto(`${desk.url}/sua`);
  await text().waitFor();
}

/** What the form would send now as the article's body: kinds of blocks with their text. */
async function bodyOf(): Promise<{ type: string; attrs?: Record<string, unknown>; content?: never[] }[]> {
  return JSON.parse(await page.locator("textarea[name=body]").inputValue()).content;
}

async function nextAutosave(count = desk.autosaves.length + 1) {
  await expect.poll(() => desk.autosaves.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
  const last = desk.autosaves.at(-1)!;
  if (!last.ok) throw new Error("the reader refused what the editor sent");
  return last.value;
}

const png = (colour: string) =>
  sharp({ create: { width: 640, height: 360, channels: 3, background: colour } })
    .png()
    .toBuffer();

test("a paragraph, a heading, bold words and a list are written with the buttons and kept by themselves", async () => {
  await open();
  await text().click();
  await tool("Đề mục lớn").click();
  expect(await tool("Đề mục lớn").getAttribute("aria-pressed")).toBe("true");
  await page.keyboard.type("Lễ khai giảng năm học mới");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sáng nay, ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("gần 500 học viên");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(" đã dự lễ.");
  await page.keyboard.press("Enter");
  await tool("Danh sách gạch đầu dòng").click();
  await page.keyboard.type("Chào cờ");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Đánh trống");

  const { body } = await nextAutosave();
  expect(body.content.map(({ type }) => type)).toEqual(["heading", "paragraph", "bulletList"]);
  expect(body.content[1]?.content?.[1]).toMatchObject({ text: "gần 500 học viên", marks: [{ type: "bold" }] });
  expect(new Set(body.content.map(({ attrs }) => attrs?.id)).size).toBe(3);
  await page.getByText(/^Đã lưu tạm lúc \d\d:\d\d$/).waitFor();
});

test("a table of three by three with a header row is put in, and rows and columns are added and taken away", async () => {
  await open();
  await text().click();
  await tool("Thêm bảng 3 hàng, 3 cột").click();
  await page.keyboard.type("Ngày thi");
  expect(await page.locator(".editor-text th").first().textContent()).toBe("Ngày thi");
  await tool("Thêm hàng").click();
  await tool("Thêm cột").click();
  await tool("Xóa cột").click();
  const [table] = await bodyOf();
  expect(table).toMatchObject({ type: "table" });
  expect(table?.content?.length).toBe(4);
  expect(await page.locator(".editor-text th").count()).toBe(3);
  await tool("Xóa bảng").click();
  expect(await page.locator(".editor-text table").count()).toBe(0);
  await expect.poll(() => page.getByRole("toolbar", { name: "Bảng" }).isVisible()).toBe(false);
});

test("a link needs an address that leads somewhere safe", async () => {
  await open();
  await text().click();
  await page.keyboard.type("thông báo tuyển sinh");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+k");
  const address = dialog().getByLabel("Địa chỉ cần dẫn tới");
  await address.fill("javascript:alert(1)");
  await dialog().getByRole("button", { name: "Đặt liên kết" }).click();
  await dialog().getByText("Chỉ nhận địa chỉ trang").waitFor();
  expect(await address.getAttribute("aria-invalid")).toBe("true");
  await address.fill("gdtxhaiphong.edu.vn/tuyen-sinh");
  await address.press("Enter");
  await dialog().waitFor({ state: "detached" });
  const { body } = await nextAutosave();
  expect(body.content[0]?.content?.[0]?.marks).toEqual([
    { type: "link", attrs: { href: "https://gdtxhaiphong.edu.vn/tuyen-sinh" } },
  ]);
});

test("a picture comes in only with a description, an author and a source (Đ6.k3), and shows them", async () => {
  await open();
  await text().click();
  await tool("Thêm ảnh").click();
  await dialog().getByRole("button", { name: "Đưa ảnh vào bài" }).click();
  for (const missing of ["Hãy chọn một tệp ảnh.", "Hãy mô tả ảnh", "Hãy ghi tác giả ảnh.", "Hãy ghi nguồn ảnh."]) {
    await dialog().getByText(missing).waitFor();
  }
  await dialog().getByText("Điều 6 khoản 3").waitFor();
  await dialog()
    .getByLabel("Tệp ảnh")
    .setInputFiles({ name: "van-ban.png", mimeType: "image/png", buffer: Buffer.from("không phải ảnh") });
  complaints = [];
  await dialog().getByText("Tệp này không phải ảnh.").waitFor();
  complaints = [];
  await dialog()
    .getByLabel("Tệp ảnh")
    .setInputFiles({ name: "le.png", mimeType: "image/png", buffer: await png("#2a6b8f") });
  await dialog().getByRole("img", { name: "Ảnh đã chọn" }).waitFor();
  await dialog().getByLabel("Mô tả ảnh").fill("Học viên chào cờ trên sân trường");
  await dialog().getByLabel("Chú thích dưới ảnh").fill("Lễ chào cờ");
  await dialog().getByLabel("Tác giả ảnh").fill("Trần Văn Minh");
  await dialog().getByLabel("Nguồn ảnh").fill("Phòng Đào tạo");
  await dialog().getByRole("button", { name: "Đưa ảnh vào bài" }).click();
  await page.getByText("Ảnh: Trần Văn Minh. Nguồn: Phòng Đào tạo").waitFor();

  const { body } = await nextAutosave();
  expect(body.content.find(({ type }) => type === "figure")?.attrs).toMatchObject({
    width: 640,
    height: 360,
    alt: "Học viên chào cờ trên sân trường",
    decorative: false,
    author: "Trần Văn Minh",
    source: "Phòng Đào tạo",
  });

  await page.getByRole("button", { name: "Sửa ảnh", exact: true }).click();
  await dialog().getByLabel("Ảnh trang trí, không cần mô tả").check();
  await dialog().getByRole("button", { name: "Lưu ảnh" }).click();
  await page.getByText("Ảnh trang trí, trình đọc màn hình bỏ qua").waitFor();
});

test("a picture keeps its words when it is cut and pasted, and says what it lacks when it has none", async () => {
  const bare = {
    file: "0".repeat(64),
    width: 4,
    height: 3,
    alt: "Cổng trường",
    decorative: false,
    caption: "",
    author: "",
    source: "Lan",
  };
  desk.view = {
    values: {
      ...EMPTY_VALUES,
      body: JSON.stringify({
        type: "doc",
        content: [
          { type: "figure", attrs: { ...bare, id: "anh1" } },
          { type: "paragraph", attrs: { id: "doan2" }, content: [{ type: "text", text: "Sau ảnh" }] },
        ],
      }),
    },
  };
  await page.route("**/anh/**", async (route) =>
    route.fulfill({ body: await png("#888888"), contentType: "image/png" }),
  );
  await open();
  await page.getByText("Còn thiếu: tác giả ảnh.").waitFor();
  await page.locator(".figure-view img").click();
  await page.keyboard.press("Control+x");
  await expect.poll(() => page.locator(".figure-view").count()).toBe(0);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+v");
  await page.locator(".figure-view").waitFor();
  const figure = (await bodyOf()).find(({ type }) => type === "figure");
  expect(figure?.attrs).toMatchObject(bare);

  await page.getByRole("button", { name: "Chuyển ảnh lên trên" }).click();
  expect((await bodyOf()).map(({ type }) => type)).toEqual(["figure", "paragraph"]);
});

test("text pasted from Word becomes a heading and a list, without Word's clutter", async () => {
  await open();
  await text().click();
  await page.evaluate(() => {
    const html = `<html><head><style>p.MsoNormal{color:red}</style></head><body><h1 style="color:#2F5496">Kế hoạch</h1>
      <p class=MsoNormal style="font-family:'Times New Roman'"><b>Thời gian:</b> tháng 9<o:p></o:p></p>
      <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Chuẩn bị</p>
      <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Phòng học</p>
      <script>window.broken = true</script><iframe src="https://example.com"></iframe></body></html>`;
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "Kế hoạch");
    document
      .querySelector(".editor-text")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const { body } = await nextAutosave();
  expect(body.content.map(({ type }) => type)).toEqual(["heading", "paragraph", "orderedList"]);
  expect(body.content[0]?.attrs).toMatchObject({ level: 2 });
  expect(JSON.stringify(body.content[2])).toContain('"type":"bulletList"');
  expect(JSON.stringify(body)).not.toMatch(/style|Mso|·/);
});

test("a picture dropped on the text is asked about before it comes in", async () => {
  await open();
  const bytes = [...(await png("#aa3322"))];
  await page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], "le.png", { type: "image/png" }));
    const place = document.querySelector(".editor-text p")!;
    const { left, top } = place.getBoundingClientRect();
    place.dispatchEvent(
      new DragEvent("drop", {
        dataTransfer: data,
        clientX: left + 5,
        clientY: top + 5,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, bytes);
  await dialog().getByRole("img", { name: "Ảnh đã chọn" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator(".figure-view").count()).toBe(0);
});

test("the toolbar is one stop for the Tab key, and arrows move within it", async () => {
  await open();
  expect(await page.locator(".editor-toolbar:not([hidden]) [tabindex='0']").count()).toBe(1);
  await tool("Đề mục lớn").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Chữ đậm");
  await page.keyboard.press("End");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Làm lại");
  await page.keyboard.press("Escape");
  expect(await text().evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test("a cover picture and attachments are chosen, put in order and saved with the form", async () => {
  await open();
  await page.getByRole("button", { name: "Chọn ảnh đại diện" }).click();
  await dialog()
    .getByLabel("Tệp ảnh")
    .setInputFiles({ name: "bia.png", mimeType: "image/png", buffer: await png("#225533") });
  await dialog().getByLabel("Ảnh trang trí, không cần mô tả").check();
  await dialog().getByLabel("Tác giả ảnh").fill("Trần Văn Minh");
  await dialog().getByLabel("Nguồn ảnh").fill("Phòng Đào tạo");
  await dialog().getByRole("button", { name: "Đưa ảnh vào bài" }).click();
  await page.getByRole("button", { name: "Sửa ảnh đại diện" }).waitFor();

  await page.getByLabel("Thêm tệp").setInputFiles([
    { name: "Kế hoạch.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1") },
    { name: "Danh sách.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-22") },
  ]);
  await page.getByLabel("Tên hiển thị của tệp 2").fill("Danh sách lớp 10");
  await page.getByRole("button", { name: "Chuyển tệp 2 lên" }).click();
  await page.getByRole("textbox", { name: "Tiêu đề" }).fill("Khai giảng");
  await page.getByRole("button", { name: "Lưu bài" }).click();
  await page.getByRole("heading", { name: "Đã lưu" }).waitFor();

  const [saved] = desk.saves;
  expect(saved).toMatchObject({ title: "Khai giảng", baseVersion: "3" });
  expect(JSON.parse(saved!.cover!)).toMatchObject({ decorative: true, author: "Trần Văn Minh", width: 640 });
  expect(JSON.parse(saved!.attachments!).map(({ title }: { title: string }) => title)).toEqual([
    "Danh sách lớp 10",
    "Kế hoạch",
  ]);
});

test("opening and saving an article changes nothing of its body", async () => {
  const body = JSON.stringify({
    type: "doc",
    content: [{ type: "heading", attrs: { level: 2, id: "a" }, content: [{ type: "text", text: "Mục" }] }],
  });
  desk.view = { values: { ...EMPTY_VALUES, body } };
  await open();
  await page.getByRole("textbox", { name: "Tiêu đề" }).fill("Đổi tiêu đề");
  await page.getByRole("button", { name: "Lưu bài" }).click();
  await page.getByRole("heading", { name: "Đã lưu" }).waitFor();
  expect(desk.saves[0]?.body).toBe(body);
});

test("without script the body is shown for reading, and everything else is saved", async () => {
  const body = JSON.stringify({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "Chữ đã có" }] }],
  });
  desk.view = { values: { ...EMPTY_VALUES, body } };
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${desk.url}/sua`);
  await still.getByText("Chữ đã có", { exact: true }).waitFor();
  await still.getByText("Trình soạn thảo cần JavaScript").waitFor();
  await still.getByText("Đã viết sẵn trong Word?").click();
  await still.getByRole("button", { name: "Nhập từ Word" }).waitFor();
  await still.getByRole("textbox", { name: "Tiêu đề" }).fill("Không cần script");
  await still.getByRole("button", { name: "Lưu bài" }).click();
  await still.getByRole("heading", { name: "Đã lưu" }).waitFor();
  expect(desk.saves[0]).toMatchObject({ title: "Không cần script", body, author: "Nguyễn Thị Lan" });
  await plain.close();
});

test("what was refused comes back as typed, with a summary that leads to each field", async () => {
  await open();
  await page.getByRole("textbox", { name: "Tiêu đề" }).fill("Đ".repeat(201));
  await page.getByText("Bài đăng lại từ nơi khác").click();
  await page.getByLabel("Địa chỉ bài gốc").fill("báo mới");
  await page.getByRole("button", { name: "Lưu bài" }).click();
  complaints = [];
  const summary = page.getByRole("alert");
  await summary.getByRole("link", { name: /Địa chỉ bài gốc/ }).click();
  complaints = [];
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("sourceUrl");
  expect(await page.getByLabel("Địa chỉ bài gốc").inputValue()).toBe("báo mới");
});

test.each([
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
])(
  "axe finds nothing and nothing overflows at $width px, with a picture, a table and a dialog",
  async (viewport) => {
    await page.setViewportSize(viewport);
    desk.presence = { others: [{ name: "Phạm Thị Hoa", since: new Date().toISOString() }], version: "4" };
    await open();
    await page.getByText("Phạm Thị Hoa đang mở bài này").waitFor();
    await text().click();
    await page.keyboard.type("Một đoạn văn đủ dài để thấy chữ xuống dòng trên màn hình hẹp của điện thoại.");
    await page.keyboard.press("Enter");
    await tool("Thêm bảng 3 hàng, 3 cột").click();
    for (const head of ["Buổi", "Giờ", "Phòng"]) {
      await page.keyboard.type(head);
      await page.keyboard.press("Tab");
    }
    const calm = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    };
    await calm();
    await tool("Thêm ảnh").click();
    await dialog().getByRole("button", { name: "Đưa ảnh vào bài" }).click();
    await calm();
  },
  30_000,
);
