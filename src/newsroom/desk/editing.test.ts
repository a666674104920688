import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bodyOf, editionIn, type NewsroomDesk, openNewsroomDesk, page } from "../../../test/support/newsroom-desk.ts";
import { sampleArticleDocx } from "../../../test/support/sample-docx.ts";
import { pictures } from "../body/text.ts";
import { readWorkingCopy } from "../drafts.ts";
import { compoundFile, font, p, r, rawDocx } from "../word/testing/docx.ts";
import { GONE_AFTER } from "./presence.ts";

let desk: NewsroomDesk;
let { as, load, content, draft, roadTo, step, done } = {} as NewsroomDesk;

beforeAll(async () => {
  desk = await openNewsroomDesk(["ctv.dao-tao", "truong.dao-tao", "thuky", "giamdoc", "phoban.chuyen-mon"]);
  ({ as, load, content, draft, roadTo, step, done } = desk);
});
afterAll(() => desk.close());
beforeEach(() => desk.clock.advance(60));

const personId = (username: string) => desk.centre.people[username]!.id;
const copyOf = (id: string, username: string) => readWorkingCopy(desk.portal.db, id, personId(username));

/** What the editor's script keeps: the form's values, JSON as values. */
const autosaved = (over: Record<string, unknown> = {}) => {
  const { body, cover: _, attachments: __, ...rest } = content();
  return { ...rest, body: JSON.parse(body!), cover: null, attachments: [], ...over };
};

async function openEditor(username: string, id: string) {
  const shown = await as(username).get(`${page(id)}/sua`);
  expect(shown.statusCode).toBe(200);
  return as(username);
}

test("an autosave keeps the words for their writer alone and changes neither state, version nor approval", async () => {
  const id = await roadTo("APPROVED");
  const secretary = await openEditor("thuky", id);
  const before = await load(id);
  const kept = await desk.postJson(
    secretary,
    `${page(id)}/luu-tam`,
    autosaved({ title: "Tên khác", baseVersion: "2" }),
  );
  expect(kept.json()).toMatchObject({ savedAt: desk.clock.now(), version: 2, others: [] });
  expect((await load(id)).row).toEqual(before.row);
  expect((await load(id)).entries).toEqual(before.entries);
  expect((await copyOf(id, "thuky"))?.content.title).toBe("Tên khác");

  const again = await secretary.get(`${page(id)}/sua`);
  expect(again.body).toContain("Đang hiện phần bạn gõ dở");
  expect(again.body).toContain(">Tên khác</textarea>");
  expect((await as("giamdoc").get(page(id))).body).not.toContain("Tên khác");

  await secretary.post(`${page(id)}/sua/bo`);
  expect(await copyOf(id, "thuky")).toBeNull();
});

test("an autosave that says what is saved already leaves nothing behind", async () => {
  const id = await draft();
  const writer = await openEditor("ctv.dao-tao", id);
  await desk.postJson(writer, `${page(id)}/luu-tam`, autosaved({ title: "Khác", baseVersion: "2" }));
  expect(await copyOf(id, "ctv.dao-tao")).not.toBeNull();
  await desk.postJson(writer, `${page(id)}/luu-tam`, autosaved({ baseVersion: "2" }));
  expect(await copyOf(id, "ctv.dao-tao")).toBeNull();
});

test("whoever may not change the text now keeps nothing there, by no address", async () => {
  const id = await roadTo("SUBMITTED");
  const head = as("truong.dao-tao");
  await head.get(page(id));
  const png = await sharp({ create: { width: 20, height: 10, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const answers = [
    await desk.postJson(head, `${page(id)}/luu-tam`, autosaved()),
    await desk.postFile(head, `${page(id)}/anh`, { name: "a.png", bytes: png }, { script: true }),
    await desk.postFile(head, `${page(id)}/tep`, { name: "a.txt", bytes: Buffer.from("Xin chào") }, { script: true }),
    await desk.postFile(head, `${page(id)}/nhap-word`, { name: "a.docx", bytes: png }, { script: true }),
  ];
  for (const answer of answers) {
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ ok: false, message: expect.stringMatching(/^\p{Lu}.*\.$/u) });
  }
  expect(await desk.portal.db.selectFrom("working_copy").selectAll().where("edition_id", "=", id).execute()).toEqual(
    [],
  );
  expect(await desk.portal.db.selectFrom("file").selectAll().where("original_name", "=", "a.png").execute()).toEqual(
    [],
  );
  const closed = await head.get(`${page(id)}/sua`);
  expect([closed.statusCode, closed.body.includes("Lúc này bạn không sửa bài được")]).toEqual([409, true]);
});

test("two people in one draft are told of each other, and of nobody who has left", async () => {
  const id = await draft();
  const [writer, head] = [await openEditor("ctv.dao-tao", id), await openEditor("truong.dao-tao", id)];
  const ping = (browser: typeof writer) => desk.postJson(browser, `${page(id)}/co-mat`, { baseVersion: "2" });
  expect((await ping(writer)).json()).toEqual({ others: [], version: 2 });
  const since = desk.clock.now();
  desk.clock.advance(30);
  expect((await ping(head)).json().others).toEqual([{ name: "Nguyễn Thị Mai", since }]);
  expect((await ping(writer)).json().others).toMatchObject([{ name: "Đặng Thị Hoa" }]);
  expect((await openEditor("ctv.dao-tao", id)) && (await as("ctv.dao-tao").get(`${page(id)}/sua`)).body).toContain(
    "Đặng Thị Hoa đang mở bài này",
  );
  desk.clock.advance(GONE_AFTER + 1);
  expect((await ping(writer)).json().others).toEqual([]);
});

test("a text that somebody saved meanwhile is never overwritten: both are shown and the person chooses", async () => {
  const id = await draft();
  const [writer, head] = [await openEditor("ctv.dao-tao", id), await openEditor("truong.dao-tao", id)];
  await head.post(`${page(id)}/sua`, content({ title: "Tên do trưởng phòng sửa", baseVersion: "2" }));

  const mine = content({ title: "Tên do người viết sửa", baseVersion: "2" });
  const both = await writer.post(`${page(id)}/sua`, mine);
  expect(both.statusCode).toBe(409);
  expect(both.body).toContain("Đặng Thị Hoa đã lưu bản 3");
  expect(both.body).toMatch(/<del>.*trưởng phòng.*<\/del>/s);
  expect(both.body).toMatch(/<ins>.*người viết.*<\/ins>/s);
  expect((await load(id)).content.title).toBe("Tên do trưởng phòng sửa");
  expect((await copyOf(id, "ctv.dao-tao"))?.content.title).toBe("Tên do người viết sửa");
  expect((await writer.get(`${page(id)}/sua`)).body).toContain(">Tên do người viết sửa</textarea>");

  const hidden = (name: string) =>
    new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(both.body)![1]!.replaceAll("&quot;", '"');
  const fields = ["title", "lead", "body", "author", "source", "category", "attachments"];
  const again = Object.fromEntries(fields.map((name) => [name, hidden(name)]));
  const saved = await writer.post(`${page(id)}/sua`, { ...again, baseVersion: "3" });
  expect(saved.statusCode).toBe(303);
  expect((await load(id)).row).toMatchObject({ version: 4, title: "Tên do người viết sửa" });
  expect(await copyOf(id, "ctv.dao-tao")).toBeNull();
  const compared = await writer.get(`${page(id)}/so-sanh?tu=3&den=4`);
  expect(compared.body).toContain("So sánh bản 3 với bản 4");
});

test("the newer text can be chosen as well: the own one is then gone by its writer's wish", async () => {
  const id = await draft();
  const [writer, head] = [await openEditor("ctv.dao-tao", id), await openEditor("truong.dao-tao", id)];
  await head.post(`${page(id)}/sua`, content({ title: "Bản mới", baseVersion: "2" }));
  await writer.post(`${page(id)}/sua`, content({ title: "Bản cũ của tôi", baseVersion: "2" }));
  const dropped = await writer.post(`${page(id)}/sua/bo`);
  expect(dropped.headers.location).toBe(`${page(id)}/sua?xong=bo-ban-go`);
  expect((await writer.get(`${page(id)}/sua`)).body).toContain(">Bản mới</textarea>");
});

test("words that can no longer be saved, because the article moved on, are still there to be read", async () => {
  const id = await draft();
  const head = await openEditor("truong.dao-tao", id);
  await done("ctv.dao-tao", id, "sendToHead");
  await done("truong.dao-tao", id, "approveInUnit", { addressee: "SECRETARY" });
  const late = await head.post(`${page(id)}/sua`, content({ title: "Sửa khi đã gửi", baseVersion: "2" }));
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain("Bài không ở bước này nữa");
  expect(late.body).toContain("Sửa khi đã gửi");
  expect((await load(id)).content.title).toBe("Khai giảng năm học mới");
  expect((await head.get(`${page(id)}/sua`)).body).toContain("Sửa khi đã gửi");
});

test("what is wrong with a field is said at the field, with everything that was typed", async () => {
  const id = await draft();
  const writer = await openEditor("ctv.dao-tao", id);
  const typed = content({
    title: "x".repeat(201),
    sourceUrl: "javascript:alert(1)",
    baseVersion: "2",
    lead: "Giữ lại.",
  });
  const answer = await writer.post(`${page(id)}/sua`, typed);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('id="title-error"');
  expect(answer.body).toContain("x".repeat(201));
  expect(answer.body).toContain("Địa chỉ bài gốc phải là một địa chỉ đầy đủ");
  expect(answer.body).toContain("Giữ lại.</textarea>");
  expect((await load(id)).row.version).toBe(2);
  const category = await writer.post(`${page(id)}/sua`, content({ category: "khong-co", baseVersion: "2" }));
  expect([category.statusCode, category.body.includes('id="category-error"')]).toEqual([422, true]);
});

test("REQ-108, Đ11.g1: a save that changes nothing makes no version and keeps the approval", async () => {
  const id = await roadTo("APPROVED");
  const secretary = await openEditor("thuky", id);
  const same = await secretary.post(`${page(id)}/sua`, content({ baseVersion: "2" }));
  expect(same.headers.location).toBe(`${page(id)}?xong=khong-doi`);
  expect((await load(id)).facts).toMatchObject({ state: "APPROVED", version: 2 });
  const other = await secretary.post(`${page(id)}/sua`, content({ title: "Đổi tên", baseVersion: "2" }));
  expect(other.statusCode).toBe(303);
  expect((await load(id)).facts).toMatchObject({ state: "AWAITING_FINAL", version: 3, approval: null });
});

test("a picture is kept without what the camera added; what is none is refused with a sentence", async () => {
  const id = await draft();
  const writer = await openEditor("ctv.dao-tao", id);
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#17395c" } })
    .withExif({ IFD0: { Artist: "ai đó" } })
    .jpeg()
    .toBuffer();
  const sent = await desk.postFile(writer, `${page(id)}/anh`, { name: "lễ.jpg", bytes: jpeg }, { script: true });
  const { picture } = sent.json() as { picture: { file: string; width: number; height: number } };
  expect(picture).toMatchObject({ width: 60, height: 40, file: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await sharp(await desk.portal.files.read(picture.file)).metadata()).exif).toBeUndefined();

  const program = { name: "anh.jpg", bytes: Buffer.from("MZ không phải ảnh") };
  const refused = await desk.postFile(writer, `${page(id)}/anh`, program, { script: true });
  expect([refused.statusCode, refused.json().message]).toEqual([422, expect.stringContaining("không phải là ảnh")]);

  const unknown = JSON.stringify({
    ...picture,
    file: "0".repeat(64),
    alt: "x",
    decorative: false,
    caption: "",
    author: "a",
    source: "b",
  });
  const saved = await writer.post(`${page(id)}/sua`, content({ cover: unknown, baseVersion: "2" }));
  expect(saved.statusCode).toBe(422);
  expect(saved.body).toContain("chưa được tải lên Cổng");
});

test("an attachment is kept as it was sent; a program under a harmless name is refused", async () => {
  const id = await draft();
  const writer = await openEditor("ctv.dao-tao", id);
  const text = { name: "Kế hoạch.txt", bytes: Buffer.from("Kế hoạch khai giảng.") };
  const sent = await desk.postFile(writer, `${page(id)}/tep`, text, { script: true });
  const { attachment } = sent.json() as { attachment: { file: string; name: string } };
  expect(attachment).toMatchObject({ name: "ke-hoach.txt", mime: "text/plain", size: text.bytes.length });
  expect(Buffer.from(await desk.portal.files.read(attachment.file))).toEqual(text.bytes);
  const secret = { name: "Tài liệu MẬT.txt", bytes: Buffer.from("x") };
  expect((await desk.postFile(writer, `${page(id)}/tep`, secret, { script: true })).json().message).toContain("độ mật");
});

test("an article begins from a Word file: its words, its pictures kept by their hashes, and a report", async () => {
  const writer = as("ctv.dao-tao");
  await writer.get("/ban-bien-tap/bai/moi");
  const fields = { unit: desk.centre.units["dao-tao"]!, category: desk.centre.categories["tuyen-sinh"]! };
  const file = { name: "bai.docx", bytes: await sampleArticleDocx() };
  const made = await desk.postFile(writer, "/ban-bien-tap/bai/moi", file, { fields });
  expect(made.statusCode).toBe(303);
  const { content: text } = await load(editionIn(made));
  expect(text.title).toContain("Ngày hội đọc sách");
  const shown = pictures(text.body).map(({ picture }) => picture);
  expect(shown).toHaveLength(2);
  for (const { file: hash, width } of shown) {
    expect(await desk.portal.files.has(hash)).toBe(true);
    expect(width).toBeGreaterThan(0);
  }
  const editor = await writer.get(String(made.headers.location));
  expect(editor.body).toContain("Đã đưa nội dung từ Word vào bài");
});

test.each<[string, Uint8Array, string]>([
  ["a renamed program", Buffer.from("MZ\x90\0 chương trình"), "chương trình"],
  ["an empty file", new Uint8Array(), "rỗng"],
  ["a locked file", compoundFile("EncryptionInfo", "EncryptedPackage"), "mật khẩu"],
  ["an old .doc", compoundFile("1Table", "WordDocument"), ".docx"],
])(
  "%s is no Word file: no article begins, what was chosen stays chosen, and the page says why",
  async (_, bytes, word) => {
    const writer = as("ctv.dao-tao");
    await writer.get("/ban-bien-tap/bai/moi");
    const count = () => desk.portal.db.selectFrom("article").select("id").execute();
    const before = (await count()).length;
    const fields = { unit: desk.centre.units["dao-tao"]!, category: desk.centre.categories["tuyen-sinh"]! };
    const answer = await desk.postFile(writer, "/ban-bien-tap/bai/moi", { name: "bai.docx", bytes }, { fields });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(word);
    expect(answer.body).toMatch(new RegExp(`value="${fields.category}" selected`));
    expect((await count()).length).toBe(before);
  },
);

test("Word into an article that has words: the script gets a proposal, the plain form a working copy, the text stays", async () => {
  const id = await draft();
  const writer = await openEditor("ctv.dao-tao", id);
  const file = { name: "bai.docx", bytes: rawDocx({ body: p("Đoạn văn từ tệp Word.") + p("Đoạn thứ hai.") }) };
  const proposed = await desk.postFile(writer, `${page(id)}/nhap-word`, file, { script: true });
  expect(proposed.json()).toMatchObject({ ok: true, import: { legacy: null, dropped: [] } });
  expect(await copyOf(id, "ctv.dao-tao")).toBeNull();

  const plain = await desk.postFile(writer, `${page(id)}/nhap-word?trang=1`, file);
  expect([plain.statusCode, plain.headers.location]).toEqual([303, `${page(id)}/sua?bo=0`]);
  expect(JSON.stringify((await copyOf(id, "ctv.dao-tao"))?.content.body)).toContain("Đoạn văn từ tệp Word.");
  expect((await load(id)).row.version).toBe(2);
  const bad = await desk.postFile(writer, `${page(id)}/nhap-word?trang=1`, { name: "x.docx", bytes: Buffer.from("x") });
  expect([bad.statusCode, bad.body.includes("Chưa nhập được tệp Word")]).toEqual([422, true]);
});

test("REQ-037: text in an old font is converted only after it was shown and agreed to", async () => {
  const id = await draft();
  const writer = await openEditor("ctv.dao-tao", id);
  const file = {
    name: "cu.docx",
    bytes: rawDocx({ body: p(r("Céng hoµ x· héi", font(".VnTime"))) + p("Chữ thường.") }),
  };
  const asked = await desk.postFile(writer, `${page(id)}/nhap-word?trang=1`, file);
  expect(asked.statusCode).toBe(409);
  expect(asked.body).toContain("TCVN3 (ABC)");
  expect(asked.body).toContain("Cộng hoà xã hội");
  expect(await copyOf(id, "ctv.dao-tao")).toBeNull();
  const fields = { convertLegacy: "1" };
  const agreed = await desk.postFile(writer, `${page(id)}/nhap-word?trang=1`, file, { fields });
  expect(agreed.statusCode).toBe(303);
  expect(JSON.stringify((await copyOf(id, "ctv.dao-tao"))?.content)).toContain("Cộng hoà xã hội");
});

test("Đ15.k2.b4.g2: what came back is changed by whom it was returned to, and step 3 is done again", async () => {
  const id = await roadTo("AWAITING_FINAL");
  await done("giamdoc", id, "returnUnapproved", { reason: "Cần nói rõ số học viên.", addressee: "SECRETARY" });
  const refused = await step("thuky", id, "resubmit");
  expect([refused.statusCode, refused.body.includes("Chưa ghi đã sửa gì.")]).toEqual([409, true]);
  const secretary = await openEditor("thuky", id);
  const body = bodyOf(["p1", "Sáng nay, 450 học viên dự lễ khai giảng."]);
  await secretary.post(`${page(id)}/sua`, content({ body, baseVersion: "2" }));
  await done("thuky", id, "resubmit", { note: "Đã ghi rõ số học viên." });
  expect((await load(id)).facts.state).toBe("AWAITING_FINAL");
  expect((await as("giamdoc").get(page(id))).body).toContain("Đã ghi rõ số học viên.");
});
