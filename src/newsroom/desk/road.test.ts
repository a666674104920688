import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../../test/support/desk.ts";
import {
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../../test/support/portals.ts";
import { signInRoutes } from "../../desk/routes-sign-in.tsx";
import { newId } from "../../kernel/ids.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../../regulation/checklists.ts";
import { loadEdition } from "../editions.queries.ts";
import { newsroomDesk } from "./routes.tsx";

let clock: FixedClock;
let opened: TestPortal;
let desk: Desk;
const signedIn = new Map<string, Browser>();

beforeAll(async () => {
  clock = fixedClock(TEST_NOW);
  opened = await openTestPortal("sqlite", { clock });
  desk = await openDesk(opened.portal, (app, access) => {
    signInRoutes(app, access);
    newsroomDesk(app, access.portal);
  });
  const names = ["ctv.dao-tao", "truong.dao-tao", "thuky", "phoban.chuyen-mon", "thuongtruc", "giamdoc"];
  const others = ["ctv.ngoai-ngu-tin-hoc", "thanhtra"];
  const people = [...names, ...others].map((name) => [name, opened.centre.people[name]!.id]);
  await desk.giveAccounts(Object.fromEntries(people));
  for (const name of [...names, ...others]) signedIn.set(name, await desk.signedIn(name));
});
afterAll(async () => {
  await desk.app.close();
  await opened.close();
});
beforeEach(() => clock.advance(60));

const as = (username: string): Browser => signedIn.get(username)!;
const page = (id: string) => `/ban-bien-tap/bai/${id}`;
const load = async (id: string) => (await loadEdition(opened.portal.db, id))!;
const stateOf = async (id: string) => (await load(id)).facts.state;

const paragraph = (text: string, id: string) => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});

function content(over: Record<string, unknown> = {}) {
  const { categories } = opened.centre;
  return {
    title: "Khai giảng năm học mới",
    lead: "Trung tâm khai giảng năm học mới với hơn 400 học viên.",
    body: JSON.stringify({ type: "doc", content: [paragraph("Sáng nay, Trung tâm tổ chức lễ khai giảng.", "p1")] }),
    cover: "",
    attachments: "[]",
    author: "Nguyễn Thị Mai",
    onBehalf: "",
    source: "Phòng Đào tạo",
    sourceUrl: "",
    sourceDate: "",
    category: categories["hoat-dong-chuyen-mon"]!,
    unit: "",
    baseVersion: "1",
    ...over,
  } as Record<string, string>;
}

/** A new article by a contributor of Phòng Đào tạo, saved once. */
async function draft(over: Record<string, unknown> = {}, author = "ctv.dao-tao"): Promise<string> {
  const { units, categories, people } = opened.centre;
  const writer = as(author);
  await writer.get("/ban-bien-tap/bai/moi");
  const unit = author === "ctv.dao-tao" ? units["dao-tao"]! : people[author]!.unit;
  const made = await writer.post("/ban-bien-tap/bai/moi", { unit, category: categories["hoat-dong-chuyen-mon"]! });
  expect(made.statusCode).toBe(303);
  const id = /bai\/([0-9a-z]{26})\/sua/.exec(String(made.headers.location))![1]!;
  const saved = await writer.post(`${page(id)}/sua`, content(over));
  expect([saved.statusCode, saved.headers.location]).toEqual([303, `${page(id)}?xong=edit`]);
  return id;
}

/** One step, by the form of the page the person has open. */
async function step(
  username: string,
  id: string,
  act: string,
  fields: Record<string, string | readonly string[]> = {},
) {
  const browser = as(username);
  const shown = await browser.get(page(id));
  expect(shown.statusCode).toBe(200);
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(shown.body)?.[1] ?? (await load(id)).facts.hash;
  return browser.post(`${page(id)}/buoc`, { act, hash, ...fields });
}

async function done(...args: Parameters<typeof step>): Promise<void> {
  const answer = await step(...args);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page(args[1])}?xong=${args[2]}`]);
}

const APPRAISED = { checked: APPRAISAL_POINTS.map(({ id }) => id) };
const APPROVED = { checked: APPROVAL_POINTS.map(({ id }) => id) };

async function roadTo(state: "SUBMITTED" | "UNDER_REVIEW" | "AWAITING_FINAL" | "APPROVED" | "PUBLISHED") {
  const id = await draft();
  await done("ctv.dao-tao", id, "sendToHead");
  await done("truong.dao-tao", id, "approveInUnit", { addressee: "SECRETARY" });
  if (state === "SUBMITTED") return id;
  await done("thuky", id, "claim");
  if (state === "UNDER_REVIEW") return id;
  await done("thuky", id, "forward", APPRAISED);
  if (state === "AWAITING_FINAL") return id;
  await done("giamdoc", id, "approve", APPROVED);
  if (state === "APPROVED") return id;
  await done("thuky", id, "publish");
  return id;
}

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

test("what waits is on the desk of whoever can act next and of nobody else", async () => {
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

test("Đ15.k2.b3: an approval without its ticks is refused, and what was typed is still there", async () => {
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
  expect(answer.body).toMatch(/id="returnUnapproved-reason"[^>]*>ngắn<\/textarea>/);
  expect(await stateOf(id)).toBe("AWAITING_FINAL");
  await done("giamdoc", id, "returnUnapproved", { reason: "Cần bổ sung số liệu học viên.", addressee: "MEMBER" });
  const shown = await as("ctv.dao-tao").get(page(id));
  expect(shown.body).toContain("Cần bổ sung số liệu học viên.");
  expect(shown.body).toContain("trả về đơn vị");
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
  const { units, categories } = opened.centre;
  const made = await as("ctv.dao-tao").post("/ban-bien-tap/bai/moi", {
    unit: units["dao-tao"]!,
    category: categories["hoat-dong-chuyen-mon"]!,
    copies: id,
  });
  const copy = /bai\/([0-9a-z]{26})\/sua/.exec(String(made.headers.location))![1]!;
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
  const next = /bai\/([0-9a-z]{26})\?xong=proposeCorrection/.exec(String(answer.headers.location))![1]!;
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
  const body = JSON.stringify({ type: "doc", content: [paragraph("Lễ khai giảng tại hội trường lớn.", "p9")] });
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

test("Đ5.k4: an incomplete text is not sent; the page says what is missing and where", async () => {
  const id = await draft({ lead: "", source: "sưu tầm" });
  const answer = await step("ctv.dao-tao", id, "sendToHead");
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain("Bài chưa có tóm tắt.");
  expect(answer.body).toContain("Nguồn ghi “sưu tầm” chưa cho biết thông tin từ đâu.");
  expect(await stateOf(id)).toBe("DRAFT");
});
