import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  APPRAISED,
  APPROVED,
  editionIn,
  type NewsroomDesk,
  openNewsroomDesk,
  page,
} from "../../../test/support/newsroom-desk.ts";

const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Tables repeat their roles on purpose: drawn as cards they would lose them.
  rules: { "no-redundant-role": "off", "aria-label-misuse": ["error", { allowAnyNamable: true }] },
});

async function faults(html: string): Promise<string[]> {
  const report = await checker.validateString(html);
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

const PEOPLE = ["ctv.dao-tao", "truong.dao-tao", "thuky", "quantri", "thuongtruc", "giamdoc", "thanhtra"];
let desk: NewsroomDesk;
let { as, load, content, draft, roadTo, step, done } = {} as NewsroomDesk;

beforeAll(async () => {
  desk = await openNewsroomDesk(PEOPLE);
  ({ as, load, content, draft, roadTo, step, done } = desk);
});
afterAll(() => desk.close());
beforeEach(() => desk.clock.advance(60));

/** An article of the head of the board, appraised by the only other person who approves. */
async function boardArticle(): Promise<string> {
  const chief = as("giamdoc");
  await chief.get("/ban-bien-tap/bai/moi");
  const category = desk.centre.categories["tin-tuc-su-kien"]!;
  const made = await chief.post("/ban-bien-tap/bai/moi", { unit: desk.centre.units["ban-giam-doc"]!, category });
  const id = editionIn(made);
  await chief.post(`${page(id)}/sua`, content({ category, author: "Nguyễn Đức Minh", title: "Thư chúc Tết" }));
  await done("giamdoc", id, "submitAsBoard", { addressee: "SECRETARY" });
  await done("thuongtruc", id, "claim");
  await done("thuongtruc", id, "forward", APPRAISED);
  return id;
}

test("every page of the desk is valid HTML with labels, in every state an article has", async () => {
  const states = ["SUBMITTED", "UNDER_REVIEW", "AWAITING_FINAL", "APPROVED", "PUBLISHED"] as const;
  const ids = [await draft({ lead: "" })];
  for (const state of states) ids.push(await roadTo(state));
  const said = await as("thuky").get(page(ids[2]!));
  expect(said.statusCode).toBe(200);
  await as("thuky").post(`${page(ids[2]!)}/nhan-xet`, { block: "p1", body: "Xin ghi rõ." });
  await as("thuky").post(`${page(ids[2]!)}/sua`, content({ title: "Tên mới", baseVersion: "2" }));

  const visits: [string, string][] = [
    ...PEOPLE.flatMap((name): [string, string][] => [
      [name, "/ban-bien-tap"],
      [name, "/ban-bien-tap/bai"],
      [name, "/ban-bien-tap/thong-bao"],
      [name, "/ban-bien-tap/chuyen-muc"],
    ]),
    ...ids.flatMap((id) =>
      ["ctv.dao-tao", "thuky", "giamdoc", "truong.dao-tao"].map((name): [string, string] => [name, page(id)]),
    ),
    ["ctv.dao-tao", "/ban-bien-tap/bai/moi"],
    ["giamdoc", "/ban-bien-tap/bai/moi"],
    ["ctv.dao-tao", `${page(ids[0]!)}/sua`],
    ["ctv.dao-tao", `${page(ids[1]!)}/sua`],
    ["thuky", `${page(ids[2]!)}/so-sanh`],
    ["thuky", `${page(ids[2]!)}?tu=1`],
    ["giamdoc", "/ban-bien-tap/ngoai-le"],
  ];
  const found: string[] = [];
  const known = new Set<string>();
  for (const [name, path] of visits) {
    const { body } = await as(name).get(path);
    // The frame around is the same on all pages of a hat: judged whole once, then only what it holds.
    const part = known.has(name) ? /<main.*<\/main>/s.exec(body)![0] : body;
    known.add(name);
    const marks = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    if (new Set(marks).size < marks.length) found.push(`${name} ${path}: an id stands twice`);
    for (const fault of await faults(part)) found.push(`${name} ${path}: ${fault}`);
  }
  const refused = await step("giamdoc", ids[3]!, "approve");
  for (const fault of await faults(refused.body)) found.push(`refused: ${fault}`);
  expect([...new Set(found)]).toEqual([]);
}, 60_000);

test("no page of the desk holds a script or a style of its own", async () => {
  const id = await roadTo("UNDER_REVIEW");
  for (const path of ["/ban-bien-tap", page(id), `${page(id)}/sua`, "/ban-bien-tap/bai"]) {
    const { body } = await as("thuky").get(path);
    expect(body).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son\w+="/);
  }
});

test("the list shows as many as it says, narrows by its address, and comes as a table for spreadsheets", async () => {
  await roadTo("APPROVED");
  await draft({ title: "Ngày hội Đọc sách" });
  await draft({ title: "=1+1" });
  const list = async (query: string) => {
    const { body } = await as("thuky").get(`/ban-bien-tap/bai${query}`);
    const total = Number(/(\d+) bài/.exec(body.slice(body.indexOf("page-lead")))?.[1]);
    const rows = body.match(/<th role="rowheader"/g)?.length ?? 0;
    return { body, total, rows };
  };
  const all = await list("");
  expect(all.total).toBe(all.rows);
  const approved = await list("?trang-thai=APPROVED");
  expect(approved.total).toBe(approved.rows);
  expect(approved.total).toBeGreaterThan(0);
  expect(approved.total).toBeLessThan(all.total);
  expect((await list("?tu-khoa=doc+SACH")).rows).toBe(1);
  expect((await list("?tu-khoa=khong+co+tu+nay")).body).toContain("Không có bài nào khớp");
  expect((await list(`?nguoi-viet=${desk.centre.people["ctv.dao-tao"]!.id}&don-vi=dao-tao`)).rows).toBe(all.rows);
  expect((await list("?don-vi=to-chuc-hanh-chinh")).rows).toBe(0);
  expect((await list("?chuyen-muc=tuyen-sinh&trang-thai=linh-tinh")).rows).toBe(0);

  const file = await as("thuky").get("/ban-bien-tap/bai.csv?trang-thai=DRAFT");
  expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
  const lines = file.body.split("\r\n").slice(0, -1);
  expect(lines[0]).toBe("\uFEFFTiêu đề,Trạng thái,Từ lúc,Đơn vị,Chuyên mục,Người viết,Bản,Địa chỉ đã đăng");
  expect(lines.length - 1).toBe((await list("?trang-thai=DRAFT")).total);
  expect(file.body).toContain("'=1+1,Bản nháp");
});

test("a long list has numbered pages that keep the filter, and a page beyond the last leads to the last", async () => {
  for (let number = 0; number < 31; number += 1) await draft({ title: `Bài dài kỳ ${number}` });
  const first = await as("thuky").get("/ban-bien-tap/bai?tu-khoa=dai+ky");
  expect(first.body).toContain("31 bài khớp");
  expect(first.body).toContain('href="/ban-bien-tap/bai?tu-khoa=dai+ky&amp;trang=2"');
  const second = await as("thuky").get("/ban-bien-tap/bai?tu-khoa=dai+ky&trang=2");
  expect(second.body.match(/<th role="rowheader"/g)).toHaveLength(1);
  const beyond = await as("thuky").get("/ban-bien-tap/bai?tu-khoa=dai+ky&trang=9");
  expect([beyond.statusCode, beyond.headers.location]).toEqual([303, "/ban-bien-tap/bai?tu-khoa=dai+ky&trang=2"]);
});

test("several notices are ticked and marked as read together; ticking nothing marks nothing", async () => {
  for (let number = 0; number < 3; number += 1) await roadTo("SUBMITTED");
  const unread = async () => [
    ...(await as("thuky").get("/ban-bien-tap/thong-bao")).body.matchAll(
      /type="checkbox" name="notice" value="([0-9a-z]{26})"/g,
    ),
  ];
  const all = (await unread()).map(([, id]) => id!);
  expect(all.length).toBeGreaterThanOrEqual(3);
  await as("thuky").post("/ban-bien-tap/thong-bao", {});
  expect(await unread()).toHaveLength(all.length);
  const answer = await as("thuky").post("/ban-bien-tap/thong-bao", { notice: all.slice(0, 2), trang: "2" });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, "/ban-bien-tap/thong-bao?trang=2"]);
  expect((await unread()).map(([, id]) => id)).toEqual(all.slice(2));
});

test("a notice stays unread until its receiver says it was read; nobody reads for another", async () => {
  await roadTo("SUBMITTED");
  const unread = async (name: string) => {
    const { body } = await as(name).get("/ban-bien-tap/thong-bao");
    return body.match(/Chưa đọc ·/g)?.length ?? 0;
  };
  const before = await unread("thuky");
  expect(before).toBeGreaterThan(0);
  expect(await unread("thuky")).toBe(before);
  const { body } = await as("thuky").get("/ban-bien-tap/thong-bao");
  const notice = /name="notice" value="([0-9a-z]{26})"/.exec(body)![1]!;
  await as("ctv.dao-tao").get("/ban-bien-tap/thong-bao");
  await as("ctv.dao-tao").post("/ban-bien-tap/thong-bao", { notice });
  expect(await unread("thuky")).toBe(before);
  await as("thuky").post("/ban-bien-tap/thong-bao", { notice });
  expect(await unread("thuky")).toBe(before - 1);
  await as("thuky").post("/ban-bien-tap/thong-bao", { notice: "all" });
  expect(await unread("thuky")).toBe(0);
});

test("A-08: where nobody else is left an exception is offered, needs its reason, and is on the list", async () => {
  const id = await boardArticle();
  const shown = await as("thuongtruc").get(page(id));
  expect(shown.body).toContain("Lý do ngoại lệ");
  expect((await as("thuongtruc").get("/ban-bien-tap")).body).toContain(
    "“Phê duyệt bản này” chỉ còn làm được theo trường hợp ngoại lệ.",
  );
  const refused = await step("thuongtruc", id, "approve", { ...APPROVED, exception: "ngắn" });
  expect(refused.statusCode).toBe(409);
  expect(refused.body).toContain("Bạn đã thẩm định, trình bài này");
  expect(refused.body).toContain(">ngắn</textarea>");
  const exception = "Trưởng ban là người viết, không còn ai khác phê duyệt.";
  await done("thuongtruc", id, "approve", { ...APPROVED, exception });
  const list = await as("giamdoc").get("/ban-bien-tap/ngoai-le");
  expect(list.body).toContain(exception);
  expect(list.body).toContain("Phạm Thanh Thúy");
  expect((await as("thuky").get(page(id))).body).toContain(`Ngoại lệ, lý do: “${exception}”`);
});

test("A-08: where somebody else is there, the reason helps nothing", async () => {
  const id = await roadTo("UNDER_REVIEW");
  await done("thuky", id, "release", { reason: "Chuyển người khác thẩm định." });
  const shown = await as("truong.dao-tao").get(page(id));
  expect(shown.body).not.toContain("Lý do ngoại lệ");
  expect((await as("giamdoc").get(page(id))).body).toContain("Nhận thẩm định");
});

test("Đ7.k3: categories are read by all, added and renamed by whoever arranges the portal, and keep their address", async () => {
  const admin = as("quantri");
  await admin.get("/ban-bien-tap/chuyen-muc");
  const refused = await admin.post("/ban-bien-tap/chuyen-muc", {
    name: "Tin tức",
    slug: "tin-tuc-su-kien",
    description: "Mô tả",
  });
  expect(refused.statusCode).toBe(409);
  expect(refused.body).toContain("đã có");
  expect(refused.body).toContain(">Mô tả</textarea>");
  await admin.post("/ban-bien-tap/chuyen-muc", { name: "Thể thao", slug: "" });
  const { body } = await admin.get("/ban-bien-tap/chuyen-muc");
  expect(body).toContain('href="/tin-tuc/the-thao"');
  const row = await desk.portal.db
    .selectFrom("category")
    .selectAll()
    .where("slug", "=", "the-thao")
    .executeTakeFirstOrThrow();
  await admin.post("/ban-bien-tap/chuyen-muc", { id: row.id, name: "Thể dục, thể thao", description: "" });
  expect((await admin.get("/ban-bien-tap/chuyen-muc")).body).toContain(
    'href="/tin-tuc/the-thao">Thể dục, thể thao</a>',
  );

  const writer = as("ctv.dao-tao");
  expect((await writer.get("/ban-bien-tap/chuyen-muc")).body).not.toContain("Thêm chuyên mục");
  const forged = await writer.post("/ban-bien-tap/chuyen-muc", { name: "Của tôi" });
  expect(forged.statusCode).toBe(403);
});

test("who inspects reads everything and is offered nothing", async () => {
  const id = await roadTo("AWAITING_FINAL");
  const shown = await as("thanhtra").get(page(id));
  expect(shown.body).toContain("lúc này bạn chỉ đọc bài");
  expect(shown.body).not.toContain("/buoc");
  expect((await as("thanhtra").get("/ban-bien-tap/bai/moi")).statusCode).toBe(403);
});

test("what fits the hat but cannot be done is shown with its reasons and clause, and has no form", async () => {
  const id = await draft();
  const shown = await as("truong.dao-tao").get(page(id));
  const closed = shown.body.slice(shown.body.indexOf("Chưa làm được"));
  expect(closed).toContain("Bài nháp này của người khác trong đơn vị.");
  expect(closed).toMatch(/<button[^>]*disabled/);
  expect(shown.body).not.toContain('name="act" value="approveInUnit"');
  expect((await load(id)).facts.state).toBe("DRAFT");
});

test("Đ21.k2: an article that has waited longer than a working day is marked, in words too", async () => {
  const id = await roadTo("SUBMITTED");
  const item = async () => {
    const { body } = await as("thuky").get("/ban-bien-tap");
    const from = body.indexOf(`href="${page(id)}"`);
    return body.slice(from, body.indexOf("</li>", from));
  };
  expect(await item()).toContain("Trong hạn");
  desk.clock.advance(2 * 24 * 3600);
  expect(await item()).toMatch(/Quá hạn \d ngày làm việc/);
});
