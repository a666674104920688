import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Id } from "../../src/kernel/ids.ts";
import { createArticle } from "../../src/newsroom/commands/create-article.ts";
import { saveEdition } from "../../src/newsroom/commands/save-edition.ts";
import { compoundFile } from "../../src/newsroom/word/testing/docx.ts";
import { STORY_PEOPLE } from "../people.ts";
import { PHONE, signInOn } from "../support/browser.ts";
import { ALL_POINTS, fullText } from "../support/newsroom.ts";
import { sampleArticleDocx } from "../support/sample-docx.ts";
import {
  type Cast,
  DESK_MENU,
  expectRefusal,
  forge,
  goByMenu,
  openArticle,
  openCast,
  sees,
  stepForm,
  takeStep,
  wearHat,
} from "./cast.ts";

let cast: Cast;

beforeAll(async () => {
  cast = await openCast("sqlite");
});
afterAll(() => cast?.close());
afterEach(() => expect(cast.complaints()).toEqual([]));

const stateOf = async (edition: Id) => (await cast.newsroom.load(edition)).facts.state;
const step = (edition: Id) => `/ban-bien-tap/bai/${edition}/buoc`;
const hashOf = async (edition: Id) => (await cast.newsroom.load(edition)).facts.hash;

test("Đ6.k3, Đ5.k1: what lacks a picture's source, bears a secrecy mark or names no real source is not sent", async () => {
  const page = await cast.call("Mai", PHONE);
  await goByMenu(page, DESK_MENU, "Viết bài");
  await page.getByLabel("Chuyên mục").selectOption({ label: "Hoạt động chuyên môn" });
  const word = { name: "bai.docx", mimeType: DOCX, buffer: Buffer.from(await sampleArticleDocx()) };
  await page.getByLabel(/Tệp Word đã viết sẵn/).setInputFiles(word);
  await page.getByRole("button", { name: "Bắt đầu viết" }).click();
  await page.getByRole("textbox", { name: "Nội dung bài" }).waitFor();
  await page.getByLabel("Tóm tắt").fill("TUYỆT MẬT");
  await page.getByLabel("Nguồn", { exact: true }).fill("Sưu tầm");
  await page.getByRole("button", { name: "Lưu bài" }).click();
  await sees(page, "Đã lưu bản mới.");
  const edition = page.url().match(/bai\/([^/?]+)/)![1]!;

  const closed = page.locator(".act-closed").filter({ hasText: "Gửi trưởng đơn vị duyệt" });
  const reasons = (await closed.locator("li").allTextContents()).map((text) => text.replace(/\s+/g, " "));
  for (const [sentence, clause] of [
    ["chưa ghi nguồn ảnh. Xin ghi nơi cung cấp ảnh.", "khoản 3 Điều 6"],
    ["có dấu chỉ độ mật “TUYỆT MẬT”", "khoản 1 Điều 5"],
    ["Nguồn ghi “Sưu tầm” chưa cho biết thông tin từ đâu.", "khoản 3 Điều 6"],
  ] as const) {
    expect(
      reasons.some((text) => text.includes(sentence) && text.includes(clause)),
      reasons.join(" | "),
    ).toBe(true);
  }
  await cast.lookAtAllWidths(page, "30-chua-gui-duoc");

  const forged = await forge(page, step(edition), { act: "sendToHead", hash: await hashOf(edition) });
  expect(forged).toMatchObject({ status: 409, text: expect.stringContaining("chưa ghi nguồn ảnh") });
  expect(await stateOf(edition)).toBe("DRAFT");
  await page.getByRole("link", { name: "Sửa các điểm này" }).click();
  expect(await page.getByLabel("Tóm tắt").inputValue()).toBe("TUYỆT MẬT");
});

test("Đ16.k4.g2: Hoa returns an article only with a reason, and what she began to write is kept", async () => {
  const edition = await cast.newsroom.bringTo("AWAITING_HEAD");
  const page = await cast.call("Hoa");
  await openArticle(page, edition);
  await takeStep(page, "returnToAuthor", { reason: "Xem lại" });
  await expectRefusal(page, "Chưa ghi lý do.", "khoản 4 Điều 16");
  expect(await (await stepForm(page, "returnToAuthor")).locator('[name="reason"]').inputValue()).toBe("Xem lại");
  await cast.lookAtAllWidths(page, "31-tra-lai-thieu-ly-do");
  expect(await stateOf(edition)).toBe("AWAITING_HEAD");
});

test("Đ15.k2.b3: Minh approves only after ticking every point, and the ticks he made stay", async () => {
  const edition = await cast.newsroom.bringTo("AWAITING_FINAL");
  const page = await minhAsChief();
  await openArticle(page, edition);
  const form = await stepForm(page, "approve");
  await form.locator('input[value="law"]').check();
  await takeStep(page, "approve", {}, { ticks: false });
  await expectRefusal(page, "Chưa đánh dấu đủ các điểm phê duyệt.", "khoản 2 Điều 15");
  const again = await stepForm(page, "approve");
  expect(await again.locator('input[value="law"]').isChecked()).toBe(true);
  expect(await again.locator('input[value="policy"]').isChecked()).toBe(false);
  await cast.lookAtAllWidths(page, "32-duyet-thieu-dau");
  expect(await stateOf(edition)).toBe("AWAITING_FINAL");
});

test("Đ15.k2.b3, b4: Lan cannot approve and Minh cannot post, not even by a request no button makes", async () => {
  const waiting = await cast.newsroom.bringTo("AWAITING_FINAL");
  const lan = await cast.call("Lan");
  await openArticle(lan, waiting);
  expect(await lan.locator('.act-form input[name="act"][value="approve"]').count()).toBe(0);
  const approval = { act: "approve", hash: await hashOf(waiting), checked: ALL_POINTS };
  expect(await forge(lan, step(waiting), approval)).toMatchObject({
    status: 409,
    text: expect.stringMatching(/Vai trò bạn đang chọn không được làm việc này.*khoản 2 Điều 15/),
  });
  expect(await stateOf(waiting)).toBe("AWAITING_FINAL");

  const approved = await cast.newsroom.bringTo("APPROVED");
  const minh = await minhAsChief();
  for (const hat of ["Trưởng Ban biên tập", "Giám đốc"]) {
    await wearHat(minh, hat);
    await openArticle(minh, approved);
    expect(await minh.locator('.act-form input[name="act"][value="publish"]').count(), hat).toBe(0);
    const posting = { act: "publish", hash: await hashOf(approved) };
    expect(await forge(minh, step(approved), posting)).toMatchObject({
      status: 409,
      text: expect.stringMatching(/Vai trò bạn đang chọn không được làm việc này.*khoản 2 Điều 15/),
    });
  }
  expect(await stateOf(approved)).toBe("APPROVED");
});

test("Đ15.k2: a step cannot be skipped, and a hat does not open another's pages", async () => {
  const edition = await cast.newsroom.bringTo("DRAFT");
  const page = await cast.call("Mai");
  await openArticle(page, edition);
  const posting = { act: "publish", hash: await hashOf(edition) };
  expect(await forge(page, step(edition), posting)).toMatchObject({
    status: 409,
    text: expect.stringContaining("Bài không ở bước này nữa hoặc chưa đến bước này."),
  });
  expect(await forge(page, step(edition), { ...posting, act: "deleteEverything" })).toMatchObject({ status: 400 });
  expect(await stateOf(edition)).toBe("DRAFT");

  await page.goto("/ban-bien-tap/tai-khoan");
  await sees(page, "Trang này dành cho: Quản trị Cổng.");
  await cast.lookAtAllWidths(page, "33-sai-vai-tro");
});

test("Đ15.k2.b2: Lan cannot appraise what she wrote herself", async () => {
  const edition = await anArticleOfLansOwn();
  const page = await cast.call("Lan");
  await openArticle(page, edition);
  const closed = page
    .locator(".act-closed")
    .filter({ has: page.getByRole("button", { name: "Nhận thẩm định", exact: true }) });
  expect((await closed.textContent())?.replace(/\s+/g, " ")).toMatch(
    /Bạn là người viết bài này nên không đồng thời thẩm định.*bước 2 khoản 2 Điều 15/,
  );
  await cast.lookAtAllWidths(page, "34-tu-tham-dinh");
  const claiming = { act: "claim", hash: await hashOf(edition), exception: "Không còn ai khác làm được" };
  expect((await forge(page, step(edition), claiming)).text).toContain("Vẫn còn người khác làm được việc này");
  expect(await stateOf(edition)).toBe("SUBMITTED");
});

test("A form that is older than the article is refused and shows what changed (two windows of Hoa)", async () => {
  const edition = await cast.newsroom.bringTo("AWAITING_HEAD");
  const old = await cast.call("Hoa");
  await openArticle(old, edition);
  const other = await cast.window("Hoa");
  await other.goto(old.url());
  await other.getByRole("link", { name: "Sửa bài" }).click();
  await other.getByRole("textbox", { name: "Nội dung bài" }).waitFor();
  await other.getByLabel("Tóm tắt").fill("Lớp có 41 học viên, hai học viên mới chuyển đến.");
  await other.getByRole("button", { name: "Lưu bài" }).click();
  await sees(other, "Đã lưu bản mới.");
  await other.close();

  await takeStep(old, "returnToAuthor", { reason: "Số học viên chưa khớp với danh sách" });
  await expectRefusal(old, "Bài đã được sửa sau khi bạn mở.", "khoản 4 Điều 16");
  const form = await stepForm(old, "returnToAuthor");
  expect(await form.locator('[name="reason"]').inputValue()).toBe("Số học viên chưa khớp với danh sách");
  await old.getByRole("heading", { name: /bản 2 (đến|và) bản 3/ }).waitFor();
  await cast.lookAtAllWidths(old, "35-bieu-mau-cu");
  expect(await stateOf(edition)).toBe("AWAITING_HEAD");
});

test("What was typed for a step that somebody else ended meanwhile is not lost (Lan and Minh)", async () => {
  const edition = await cast.newsroom.bringTo("UNDER_REVIEW");
  const lan = await cast.call("Lan");
  await openArticle(lan, edition);
  const minh = await minhAsChief();
  await openArticle(minh, edition);
  await takeStep(minh, "release", { reason: "Lan đi công tác, cần người khác thẩm định" });
  await sees(minh, "Đã đưa bài về hàng chờ thẩm định.");

  await takeStep(lan, "sendBack", { reason: "Đề nghị bổ sung ảnh lễ khai giảng" });
  await expectRefusal(lan, "Bài không ở bước này nữa", "khoản 2 Điều 15");
  await sees(lan, "Đề nghị bổ sung ảnh lễ khai giảng");
  expect(await stateOf(edition)).toBe("SUBMITTED");
});

test("Đ15.k2.b3: when Minh and Thúy press approve at the same moment, one approves and the other is told", async () => {
  const edition = await cast.newsroom.bringTo("AWAITING_FINAL");
  const pages = [await minhAsChief(), await cast.call("Thúy", PHONE)];
  for (const page of pages) {
    await openArticle(page, edition);
    for (const box of await (await stepForm(page, "approve")).locator('input[name="checked"]').all()) await box.check();
  }
  await Promise.all(pages.map((page) => takeStep(page, "approve")));
  const done = pages.map((page) => page.getByText("Đã phê duyệt bản này. Bài chuyển Thư ký để đăng."));
  const told = pages.map((page) => page.locator(".error-summary").getByText("Bài không ở bước này nữa"));
  await Promise.all(pages.map((_, at) => done[at]!.or(told[at]!).first().waitFor()));
  expect(await Promise.all(done.map((one) => one.count()))).toContain(1);
  expect(await Promise.all(told.map((one) => one.count()))).toContain(1);
  expect(await stateOf(edition)).toBe("APPROVED");
  const { entries } = await cast.newsroom.load(edition);
  expect(entries.filter((entry) => entry.kind === "move" && entry.act === "approve")).toHaveLength(1);
});

test("A form without its token is not taken, and is sent again as it was typed behind one button", async () => {
  const edition = await cast.newsroom.bringTo("AWAITING_HEAD");
  const page = await cast.call("Hoa");
  await openArticle(page, edition);
  const form = await stepForm(page, "returnToAuthor");
  await form.locator('input[name="csrf"]').evaluate((field) => field.remove());
  await takeStep(page, "returnToAuthor", { reason: "Cần ghi rõ tên giáo viên chủ nhiệm" });
  await sees(page, "Biểu mẫu chưa được nhận");
  await cast.lookAtAllWidths(page, "36-thieu-ma");
  expect(await stateOf(edition)).toBe("AWAITING_HEAD");
  await page.getByRole("button", { name: "Gửi lại" }).click();
  await sees(page, "Đã trả bài lại cho người viết kèm lý do.");
  await sees(page, "Cần ghi rõ tên giáo viên chủ nhiệm");
  expect(await stateOf(edition)).toBe("DRAFT");
});

test("When the session ended meanwhile, Hoa signs in at another tab and sends what she had typed", async () => {
  const edition = await cast.newsroom.bringTo("AWAITING_HEAD");
  const page = await cast.call("Hoa");
  await openArticle(page, edition);
  const other = await cast.window("Hoa");
  await other.goto("/ban-bien-tap");
  await other.getByRole("button", { name: "Đăng xuất" }).click();
  await sees(other, "Bạn đã đăng xuất.");
  await cast.lookAtAllWidths(other, "37-dang-nhap");

  await takeStep(page, "returnToAuthor", { reason: "Bổ sung lịch học của lớp" });
  await sees(page, "Phiên làm việc đã hết hoặc bạn chưa đăng nhập");
  await cast.lookAtAllWidths(page, "38-het-phien");
  expect(await stateOf(edition)).toBe("AWAITING_HEAD");
  await signInOn(other, STORY_PEOPLE.Hoa);
  await other.close();
  await page.getByRole("button", { name: "Gửi lại" }).click();
  await sees(page, "Đã trả bài lại cho người viết kèm lý do.");
  await sees(page, "Bổ sung lịch học của lớp");
});

test("Đ2.p2: under any other host the portal shows nothing and names its official address", async () => {
  const { port } = new URL(cast.stage.server.address);
  for (const path of ["/", "/ban-bien-tap/dang-nhap", "/rss"]) {
    const { status, text } = await askUnderHost("cong-gia-mao.example", Number(port), path);
    expect(status, path).toBe(421);
    expect(text).toContain("Mọi tên miền và địa chỉ truy cập khác không được Trung tâm thừa nhận (Điều 2 Quy chế).");
    expect(text).not.toContain("Trung tâm Giáo dục thường xuyên Hải Phòng");
  }
});

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const MB = 1024 * 1024;

const BAD_FILES: readonly (readonly [what: string, bytes: Buffer, sentence: string])[] = [
  ["a renamed program", Buffer.concat([Buffer.from("MZ\x90\0"), Buffer.alloc(4096, 7)]), "Đây là một chương trình"],
  ["one with a password", Buffer.from(compoundFile("EncryptionInfo", "EncryptedPackage")), "khóa bằng mật khẩu"],
  ["an empty one", Buffer.alloc(0), "Tệp rỗng (0 byte)"],
];

test("What is no Word file is refused with its sentence, and what was chosen on the form stays", async () => {
  const page = await cast.call("Mai", PHONE);
  await goByMenu(page, DESK_MENU, "Viết bài");
  for (const [what, buffer, sentence] of BAD_FILES) {
    await page.getByLabel("Chuyên mục").selectOption({ label: "Thông báo" });
    await page.getByLabel(/Tệp Word đã viết sẵn/).setInputFiles({ name: "bai.docx", mimeType: DOCX, buffer });
    await page.getByRole("button", { name: "Bắt đầu viết" }).click();
    await page.locator(".error-summary").getByText(sentence).waitFor();
    expect(await page.getByLabel("Chuyên mục").locator("option:checked").textContent(), what).toBe("Thông báo");
  }
  await cast.lookAtAllWidths(page, "39-tep-word-hong");
});

test("In the editor, too: the text stays as it was, also when the file is larger than the portal takes", async () => {
  const edition = await cast.newsroom.bringTo("DRAFT");
  const page = await cast.call("Mai");
  await openArticle(page, edition);
  await page.getByRole("link", { name: "Sửa bài" }).click();
  await page.getByText("Đã viết sẵn trong Word? Nhập từ tệp .docx").click();
  const folder = await mkdtemp(join(tmpdir(), "portal-story-"));
  const files = [...BAD_FILES, ["31 MB", Buffer.alloc(31 * MB, 7), "lớn hơn mức cổng nhận"]] as const;
  for (const [, bytes, sentence] of files) {
    await writeFile(join(folder, "bai.docx"), bytes);
    await page.getByLabel("Tệp Word").setInputFiles(join(folder, "bai.docx"));
    await page.getByRole("button", { name: "Nhập từ Word" }).click();
    await page.locator(".word-said").getByText(sentence).waitFor();
  }
  expect(await page.getByLabel("Tiêu đề").inputValue()).toBe("Khai giảng lớp bổ túc trung học");
  await page.getByRole("textbox", { name: "Nội dung bài" }).getByText("Sáng nay, học viên đến lớp.").waitFor();
  await cast.lookAtAllWidths(page, "40-tep-qua-lon");
  await rm(folder, { recursive: true });
});

async function minhAsChief(): Promise<Page> {
  const page = await cast.call("Minh");
  await goByMenu(page, DESK_MENU, "Việc của tôi");
  await wearHat(page, "Trưởng Ban biên tập");
  return page;
}

async function anArticleOfLansOwn(): Promise<Id> {
  const { portal, centre, who, load, move } = cast.newsroom;
  const lan = who("Lan", "SECRETARY");
  const unit = centre.units["cong-nghe-thong-tin"]!;
  const category = centre.categories["thong-bao"]!;
  const made = await portal.act(lan, createArticle, { unit, category, isRepublished: false });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { edition } = made.value;
  const content = fullText((await load(edition)).content, "Cổng tạm dừng từ 22 giờ để bảo trì.");
  const saved = await portal.act(lan, saveEdition, { edition, baseVersion: 1, content });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return move(edition, lan, { act: "submitAsBoard", addressee: "SECRETARY" });
}

function askUnderHost(host: string, port: number, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers: { host } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }));
    });
    asked.on("error", reject).end();
  });
}
