import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  APPROVED,
  bodyOf,
  editionIn,
  type NewsroomDesk,
  openNewsroomDesk,
  page,
} from "../../../test/support/newsroom-desk.ts";
import { newId } from "../../kernel/ids.ts";

let desk: NewsroomDesk;
let { as, load, stateOf, content, draft, step, done, roadTo } = {} as NewsroomDesk;

beforeAll(async () => {
  desk = await openNewsroomDesk([
    "ctv.dao-tao",
    "truong.dao-tao",
    "thuky",
    "phoban.chuyen-mon",
    "thuongtruc",
    "giamdoc",
    "ctv.ngoai-ngu-tin-hoc",
    "thanhtra",
  ]);
  ({ as, load, stateOf, content, draft, step, done, roadTo } = desk);
});
afterAll(() => desk.close());
beforeEach(() => desk.clock.advance(60));

test("Đ15.k2: an article goes from its writer to the public by the four steps, each by the form of its page", async () => {
  const id = await roadTo("PUBLISHED");
  expect(await stateOf(id)).toBe("PUBLISHED");
  const shown = await as("ctv.dao-tao").get(page(id));
  expect(shown.body).toContain("Bài đã được đăng");
  expect(shown.body).toContain('href="/bai-viet/khai-giang-nam-hoc-moi');
  const history = await as("thanhtra").get(page(id));
  for (const line of ["trình phê duyệt", "phê duyệt", "đăng bài", "Đã đánh dấu 11 điểm"]) {
    expect(history.body).toContain(line);
  }
});

test("Đ8.k2.g1: what waits is on the desk of whoever can act next and of nobody else", async () => {
  const id = await roadTo("SUBMITTED");
  const link = `href="${page(id)}"`;
  const waits = async (username: string) => {
    const { body } = await as(username).get("/ban-bien-tap");
    return body.slice(0, body.indexOf("Bài của tôi")).includes(link);
  };
  expect(await waits("thuky")).toBe(true);
  expect(await waits("phoban.chuyen-mon")).toBe(true);
  expect(await waits("ctv.dao-tao")).toBe(false);
  expect(await waits("truong.dao-tao")).toBe(false);
  expect(await waits("thanhtra")).toBe(false);
  expect((await as("ctv.dao-tao").get("/ban-bien-tap")).body).toContain("đang chờ người nhận thẩm định");
});

test("one person with several hats is told what waits in the others", async () => {
  await roadTo("SUBMITTED");
  const body = (await as("thuky").get("/ban-bien-tap")).body;
  expect(body).toMatch(/Vai trò [^<]*Quản trị[^<]*:/);
  expect(body).toContain("Chuyển sang vai trò này");
});

test("Đ5.k1, Đ6.k1, Đ15.k2.b3: an approval without its ticks is refused, and what was typed is still there", async () => {
  const id = await roadTo("AWAITING_FINAL");
  const answer = await step("giamdoc", id, "approve", { checked: ["law"] });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain("Chưa đánh dấu đủ các điểm phê duyệt.");
  expect(answer.body).toContain("bước 3 khoản 2 Điều 15");
  expect(answer.body).toMatch(/id="approve-checked-law"[^>]* checked\/?>/);
  expect(answer.body).not.toMatch(/id="approve-checked-policy"[^>]* checked\/?>/);
  expect(await stateOf(id)).toBe("AWAITING_FINAL");
});

test("Đ15.k2.b4.g2: a return without a reason or an addressee names both, keeps the words and changes nothing", async () => {
  const id = await roadTo("AWAITING_FINAL");
  const answer = await step("giamdoc", id, "returnUnapproved", { reason: "ngắn" });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain("Chưa ghi lý do.");
  expect(answer.body).toContain("Chưa chọn trả về cho ai.");
  expect(answer.body).toContain('href="#returnUnapproved-reason"');
  expect(answer.body).toContain('id="returnUnapproved-reason-error"');
  expect(answer.body).toContain('href="#returnUnapproved-addressee"');
  expect(answer.body).toMatch(/id="returnUnapproved-reason"[^>]*>ngắn<\/textarea>/);
  expect(await stateOf(id)).toBe("AWAITING_FINAL");
  await done("giamdoc", id, "returnUnapproved", { reason: "Cần bổ sung số liệu học viên.", addressee: "MEMBER" });
  const shown = await as("ctv.dao-tao").get(page(id));
  expect(shown.body).toContain("Cần bổ sung số liệu học viên.");
  expect(shown.body).toContain("trả về đơn vị");
});

test("Đ17.k1.h, Đ15.k2.b4.g2: a return names the forbidden act by its letter, and the article keeps it", async () => {
  const id = await roadTo("AWAITING_FINAL");
  const typed = { reason: "Trái quy định khác của pháp luật", addressee: "MEMBER", point: "h" };
  expect((await step("giamdoc", id, "returnUnapproved", typed)).statusCode).toBe(303);
  expect((await as("giamdoc").get(page(id))).body).toContain("Thuộc điểm h khoản 1 Điều 17.");
});

test("Đ15.k2.b4.g1: a posting hour in the past is refused with the hour as it was typed", async () => {
  const id = await roadTo("APPROVED");
  const answer = await step("thuky", id, "schedule", { publishAt: "2020-01-01T08:00" });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain("Giờ đăng chưa hợp lệ.");
  expect(answer.body).toContain('value="2020-01-01T08:00"');
  await done("thuky", id, "schedule", { publishAt: "2026-11-30T08:00" });
  expect((await load(id)).facts.schedule?.at).toBe("2026-11-30T01:00:00.000Z");
  expect((await as("ctv.dao-tao").get(page(id))).body).toContain("sẽ đăng lúc 08:00 ngày 30/11/2026");
});

test("an act of another hat, a skipped step and an act that has no form are refused and change nothing", async () => {
  const id = await roadTo("SUBMITTED");
  const { hash } = (await load(id)).facts;
  const tries: [string, string, Record<string, string>][] = [
    ["ctv.dao-tao", "claim", {}],
    ["truong.dao-tao", "approve", {}],
    ["thuky", "publish", {}],
    ["giamdoc", "publish", {}],
    ["thuky", "forward", {}],
  ];
  for (const [username, act, fields] of tries) {
    const answer = await step(username, id, act, { hash, ...fields });
    expect([username, act, answer.statusCode]).toEqual([username, act, 409]);
  }
  for (const act of ["edit", "create", "supersede", "publishScheduled", "xóa", ""]) {
    expect([act, (await step("thuky", id, act, { hash })).statusCode]).toEqual([act, 400]);
  }
  expect(await stateOf(id)).toBe("SUBMITTED");
});

test("what one may not see does not exist: every address of the article answers 404", async () => {
  const id = await draft();
  const stranger = as("ctv.ngoai-ngu-tin-hoc");
  await stranger.get("/ban-bien-tap");
  for (const path of ["", "/sua", "/so-sanh"]) expect((await stranger.get(page(id) + path)).statusCode).toBe(404);
  await stranger.get("/ban-bien-tap");
  for (const path of ["/buoc", "/sua", "/sua/bo", "/da-xem", "/nhan-xet", "/nhan-xet/xong", "/luu-tam", "/co-mat"]) {
    const answer = await stranger.post(page(id) + path, { act: "withdraw", hash: (await load(id)).facts.hash });
    expect([path, answer.statusCode]).toEqual([path, 404]);
  }
  expect((await stranger.get(page(newId()))).statusCode).toBe(404);
  expect((await stranger.get("/ban-bien-tap/bai")).body).not.toContain(page(id));
  expect(await stateOf(id)).toBe("DRAFT");
});

test("REQ-104: a form that is older than the text is refused, shows what changed, and keeps what was typed", async () => {
  const id = await roadTo("UNDER_REVIEW");
  const { hash } = (await load(id)).facts;
  await as("thuky").get(`${page(id)}/sua`);
  await as("thuky").post(`${page(id)}/sua`, content({ title: "Khai giảng trọng thể", baseVersion: "2" }));
  const answer = await as("thuky").post(`${page(id)}/buoc`, {
    act: "sendBack",
    hash,
    reason: "Bổ sung ảnh của buổi lễ.",
  });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain("Bài đã được sửa sau khi bạn mở.");
  expect(answer.body).toContain("Bổ sung ảnh của buổi lễ.</textarea>");
  expect(answer.body).toContain("Khác nhau giữa bản 2 và bản 3");
  expect(await stateOf(id)).toBe("UNDER_REVIEW");
});

test("a step that somebody else has made meanwhile leaves the typed words in sight", async () => {
  const id = await roadTo("AWAITING_FINAL");
  const { hash } = (await load(id)).facts;
  await as("thuongtruc").get(page(id));
  await done("giamdoc", id, "approve", APPROVED);
  const answer = await as("thuongtruc").post(`${page(id)}/buoc`, {
    act: "returnUnapproved",
    hash,
    addressee: "MEMBER",
    reason: "Cần thêm ý kiến của phòng.",
  });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain("Bài không ở bước này nữa");
  expect(answer.body).toContain("Những gì bạn đã ghi");
  expect(answer.body).toContain("Cần thêm ý kiến của phòng.");
  expect(await stateOf(id)).toBe("APPROVED");
});

test("REQ-106: a cancelled article is over; it can be copied into a new draft that says where it comes from", async () => {
  const id = await roadTo("AWAITING_FINAL");
  await done("giamdoc", id, "cancel", { reason: "Nội dung không còn thời sự." });
  const shown = await as("ctv.dao-tao").get(page(id));
  expect(shown.body).toContain(`/ban-bien-tap/bai/moi?sao-chep=${id}`);
  const form = await as("ctv.dao-tao").get(`/ban-bien-tap/bai/moi?sao-chep=${id}`);
  expect(form.body).toContain("Khai giảng năm học mới");
  const { units, categories } = desk.centre;
  const made = await as("ctv.dao-tao").post("/ban-bien-tap/bai/moi", {
    unit: units["dao-tao"]!,
    category: categories["hoat-dong-chuyen-mon"]!,
    copies: id,
  });
  const copy = editionIn(made);
  expect((await load(copy)).content.title).toBe("Khai giảng năm học mới");
  expect((await as("ctv.dao-tao").get(page(copy))).body).toContain(`Chép từ bài <a href="${page(id)}">`);
  expect((await as("ctv.dao-tao").get(page(id))).body).toContain(`href="${page(copy)}"`);
  const live = await roadTo("APPROVED");
  expect((await as("ctv.dao-tao").get(`/ban-bien-tap/bai/moi?sao-chep=${live}`)).statusCode).toBe(404);
});

test("T17: a correction opens a second text beside the live one and leads there", async () => {
  const id = await roadTo("PUBLISHED");
  const note = "Sửa số lượng học viên dự lễ.";
  const answer = await step("thuky", id, "proposeCorrection", { note });
  expect(answer.statusCode).toBe(303);
  const next = editionIn(answer);
  expect(next).not.toBe(id);
  const shown = await as("thuky").get(page(next));
  expect(shown.body).toContain("Bản cập nhật 2");
  expect(shown.body).toContain(`href="${page(id)}"`);
  expect(await stateOf(id)).toBe("PUBLISHED");
});

test("remarks stand under their paragraph, are answered and closed; one on a lost paragraph keeps its words", async () => {
  const id = await roadTo("UNDER_REVIEW");
  const chief = as("giamdoc");
  await chief.get(page(id));
  const empty = await chief.post(`${page(id)}/nhan-xet`, { block: "p1", body: "   " });
  expect([empty.statusCode, empty.body.includes("Nhận xét chưa có chữ nào.")]).toEqual([409, true]);
  const said = await chief.post(`${page(id)}/nhan-xet`, { block: "p1", body: "Ghi rõ địa điểm." });
  const thread = /nhan-xet-([0-9a-z]{26})/.exec(String(said.headers.location))![1]!;
  await as("thuky").get(page(id));
  await as("thuky").post(`${page(id)}/nhan-xet`, { parent: thread, body: "Đã bổ sung." });
  const shown = await chief.get(page(id));
  expect(shown.body.indexOf("Ghi rõ địa điểm.")).toBeGreaterThan(shown.body.indexOf('data-block-id="p1"'));
  expect(shown.body).toContain("Đã bổ sung.");
  const body = bodyOf(["p9", "Lễ khai giảng tại hội trường lớn."]);
  await as("thuky").post(`${page(id)}/sua`, content({ body, baseVersion: "2" }));
  const after = await chief.get(page(id));
  expect(after.body).toContain("Về những đoạn không còn trong bài");
  expect(after.body).toContain("Sáng nay, Trung tâm tổ chức lễ khai giảng.</blockquote>");
  await chief.post(`${page(id)}/nhan-xet/xong`, { comment: thread });
  expect((await chief.get(page(id))).body).toContain("đã xong (Nguyễn Đức Minh");
  const late = await chief.post(`${page(id)}/nhan-xet`, { parent: thread, body: "Thêm nữa." });
  expect(late.statusCode).toBe(409);
});

test("what is new since one last dealt with the text stays in sight until one says it was read", async () => {
  const id = await roadTo("UNDER_REVIEW");
  const chief = as("giamdoc");
  await chief.get(page(id));
  await chief.post(`${page(id)}/da-xem`, { version: "2" });
  await as("thuky").get(`${page(id)}/sua`);
  await as("thuky").post(`${page(id)}/sua`, content({ title: "Lễ khai giảng", baseVersion: "2" }));
  for (let look = 0; look < 2; look += 1) {
    expect((await chief.get(page(id))).body).toContain("Có gì mới từ lần bạn xem trước (bản 2 đến bản 3)");
  }
  await chief.post(`${page(id)}/da-xem`, { version: "3" });
  expect((await chief.get(page(id))).body).not.toContain("Có gì mới");
  expect((await chief.get(`${page(id)}?tu=1`)).body).toContain("Khác nhau giữa bản 1 và bản 3");
});

test("what one was told about an article is read once one has dealt with it", async () => {
  const id = await roadTo("SUBMITTED");
  const told = async () => {
    const { body } = await as("thuky").get("/ban-bien-tap");
    return body.slice(body.indexOf("Thông báo chưa đọc")).includes(`href="${page(id)}"`);
  };
  expect(await told()).toBe(true);
  await done("thuky", id, "claim");
  expect(await told()).toBe(false);
});

test("Đ5.k4: an incomplete text is not sent; the page says what is missing and where", async () => {
  const id = await draft({ lead: "", source: "sưu tầm" });
  const answer = await step("ctv.dao-tao", id, "sendToHead");
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain("Bài chưa có tóm tắt.");
  expect(answer.body).toContain("Nguồn ghi “sưu tầm” chưa cho biết thông tin từ đâu.");
  expect(await stateOf(id)).toBe("DRAFT");
});
