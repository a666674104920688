import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, type Desk, HOST, OFFICIAL, openDesk } from "../../test/support/desk.ts";
import { newsroomOf } from "../../test/support/newsroom.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { calendarRoutes } from "../calendar/desk.tsx";
import { signInRoutes } from "../desk/routes-sign-in.tsx";
import { enquiryDesk } from "../enquiries/desk.tsx";
import { enquirySite } from "../enquiries/site.tsx";
import { takedownDesk } from "../takedown/desk.tsx";
import { takedownSite } from "../takedown/site.tsx";

const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Tables repeat their roles on purpose: drawn as cards they would lose them.
  // The steps of a road are a list with a name.
  rules: { "no-redundant-role": "off", "aria-label-misuse": ["error", { allowAnyNamable: true }] },
});
const SECRET = "mot-khoa-dai-hon-ba-muoi-hai-ky-tu";
const PEOPLE = ["thuky", "truong.dao-tao", "giamdoc"];

let clock: FixedClock;
let house: TestPortal;
let desk: Desk;

beforeAll(async () => {
  clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  desk = await openDesk(house.portal, (app, access) => {
    signInRoutes(app, access);
    enquirySite(app, house.portal, access.assets, SECRET);
    takedownSite(app, house.portal, access.assets, SECRET);
    enquiryDesk(app, house.portal);
    takedownDesk(app, house.portal);
    calendarRoutes(app, house.portal);
  });
  await desk.giveAccounts(Object.fromEntries(PEOPLE.map((name) => [name, house.centre.people[name]!.id])));
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

async function expectValid(html: string) {
  const report = await checker.validateString(html);
  const messages = report.results.flatMap(({ messages: list }) =>
    list.map(({ ruleId, message, line }) => `${ruleId} ${line}: ${message}`),
  );
  expect(messages).toEqual([]);
}

const BOUNDARY = "ranh-gioi";
interface Sent {
  readonly address?: string;
  readonly wait?: number;
  readonly files?: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Opens the form and sends it as a browser without script would, `wait` seconds later. */
async function send(path: string, fields: Record<string, string>, { address, wait = 30, files = [] }: Sent = {}) {
  const browser: Browser = desk.browser(address ? { address } : {});
  const shown = await browser.get(path);
  const stamped = /name="mo-luc" value="([^"]+)"/.exec(shown.body)![1]!;
  clock.advance(wait);
  const all = { csrf: browser.csrf, "mo-luc": stamped, "trang-web": "", ...fields };
  const parts = [
    ...Object.entries(all).map(([name, value]) =>
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name, bytes }) => [
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="tep"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ];
  return desk.app.inject({
    method: "POST",
    url: path,
    payload: Buffer.concat(parts),
    remoteAddress: address ?? "203.0.113.7",
    headers: {
      host: HOST,
      origin: OFFICIAL,
      "sec-fetch-site": "same-origin",
      accept: "text/html",
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    },
  });
}

const asked = (more: Record<string, string> = {}) => ({
  loai: "question",
  "don-vi": "dao-tao",
  "chu-de": "Lịch học",
  "noi-dung-gui": "Lớp 10 buổi tối học những ngày nào trong tuần?",
  "ho-ten": "Vũ Thị Hạnh",
  "thu-dien-tu": "hanh.vu@example.com",
  "dien-thoai": "",
  "dong-y": "on",
  ...more,
});
const ASK = "/hoi-dap/gui";
const countOf = async () => (await house.portal.db.selectFrom("enquiry").select("id").execute()).length;

describe("pages of the public are valid and answer", () => {
  test.each([
    "/hoi-dap",
    "/hoi-dap?tu-khoa=lich%20hoc",
    ASK,
    `${ASK}?loai=opinion`,
    "/hoi-dap/tra-cuu",
    "/yeu-cau-go-bo",
    "/yeu-cau-go-bo?dia-chi=/bai-viet/a",
    "/yeu-cau-go-bo/tra-cuu",
  ])("%s", async (path) => {
    const page = await desk.browser().get(path);
    expect(page.statusCode).toBe(200);
    await expectValid(page.body);
  });

  test("the consent is never ticked beforehand, and the purpose stands beside it", async () => {
    const { body } = await desk.browser().get(ASK);
    expect(body).toMatch(/id="dong-y"/);
    expect(body).not.toMatch(/id="dong-y"[^>]* checked/);
    expect(body).toContain("xóa sau 12 tháng");
    expect(body).toContain("10 ngày làm việc");
  });
});

test("a question sent without script leads to a receipt that names nobody, and back to it by its code", async () => {
  const sent = await send(ASK, asked(), { address: "198.51.100.1" });
  expect(sent.statusCode).toBe(303);
  const receipt = await desk.browser().get(String(sent.headers.location));
  expect(receipt.statusCode).toBe(200);
  await expectValid(receipt.body);
  expect(receipt.body).toContain("08/12/2026");
  expect(receipt.body).not.toMatch(/Hạnh|hanh\.vu/);
  expect(receipt.body).toContain("noindex");
  const code = /phieu\/([0-9A-Z-]+)/.exec(String(sent.headers.location))![1]!;
  const found = await desk.browser().get(`/hoi-dap/tra-cuu?ma=${code.toLowerCase().replaceAll("-", "%20")}`);
  expect([found.statusCode, found.headers.location]).toEqual([303, `/hoi-dap/phieu/${code}`]);
  expect((await desk.browser().get("/hoi-dap/tra-cuu?ma=AAAA-AAAA-AAAA-AAAA")).statusCode).toBe(404);
  expect((await desk.browser().get("/hoi-dap/phieu/khong-co")).statusCode).toBe(404);
});

describe("what is not taken says why and what to do, and keeps what was typed", () => {
  test.each([
    ["50,000 characters", { "noi-dung-gui": "dài ".repeat(12_500) }, "quá mức 5.000 ký tự"],
    ["markup", { "noi-dung-gui": "Xem <a href='http://x'>ở đây</a> nhé mọi người" }, "mã trang web"],
    ["an old encoding", { "noi-dung-gui": "Céng hoµ x· héi chñ nghÜa ViÖt Nam" }, "không đọc được"],
    ["no contact", { "thu-dien-tu": "" }, "Chưa có cách liên hệ"],
    ["no consent", { "dong-y": "" }, "Chưa đồng ý"],
    ["a unit that is none", { "don-vi": "khong-co" }, "Không có đơn vị này"],
    ["a filled trap", { "trang-web": "http://spam.example" }, "Để trống ô này"],
    ["a stamp of their own", { "mo-luc": "2020-01-01T00:00:00.000Z~abc" }, "đã mở quá lâu"],
  ])("%s", async (_, change, words) => {
    const before = await countOf();
    const answer = await send(ASK, asked(change), { address: "198.51.100.2" });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain("Vũ Thị Hạnh");
    expect(await countOf()).toBe(before);
    await expectValid(answer.body);
  });

  test.each([
    ["50,000 characters", { "noi-dung-gui": "dài ".repeat(12_500) }, "quá mức 5.000 ký tự"],
    ["markup", { "noi-dung-gui": "<script>alert(1)</script> gỡ bài này giúp tôi" }, "mã trang web"],
    ["an address of 10,000 characters", { "dia-chi": `/bai-viet/${"a".repeat(10_000)}` }, "Chưa có địa chỉ"],
    ["an address that runs", { "dia-chi": "javascript:alert(1)" }, "Chưa có địa chỉ"],
    ["a filled trap", { "trang-web": "http://spam.example" }, "Để trống ô này"],
  ])("a request to take down: %s", async (_, change, words) => {
    const form = asked({ "dia-chi": "/bai-viet/khong-co", "ly-do": "legal", ...change });
    const answer = await send("/yeu-cau-go-bo", form, { address: "198.51.100.12" });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain("Vũ Thị Hạnh");
    expect(answer.body).not.toContain("<script>alert");
    await expectValid(answer.body);
  });

  test("a form sent faster than anybody can read", async () => {
    const answer = await send(ASK, asked(), { address: "198.51.100.3", wait: 1 });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("quá nhanh");
  });

  test.each([
    ["a program", "thu.exe", Buffer.from("MZ....")],
    ["a page named as a document", "don.pdf", Buffer.from("<html><script>alert(1)</script>")],
    ["one of 11 MB", "lon.txt", Buffer.alloc(11 * 1024 * 1024, "a")],
    ["an empty one", "rong.pdf", Buffer.alloc(0)],
    ["a picture", "anh.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a page", "trang.html", Buffer.from("<p>Xin chào</p>")],
    ["a drawing with script", "hinh.svg", Buffer.from("<svg onload='alert(1)'/>")],
  ])("a file: %s", async (_, name, bytes) => {
    const answer = await send(ASK, asked(), { address: "198.51.100.4", files: [{ name, bytes }] });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`Không nhận được tệp “${name}”`);
    expect(answer.body).toContain("Lớp 10 buổi tối học những ngày nào");
  });

  test("more than three files", async () => {
    const files = [1, 2, 3, 4].map((n) => ({ name: `a${n}.txt`, bytes: Buffer.from(`tệp số ${n}`) }));
    const answer = await send(ASK, asked(), { address: "198.51.100.4", files });
    expect(answer.body).toContain("nhiều nhất 3 tệp");
  });
});

test("a good file is kept, seen at the desk, and erased with the words it came with", async () => {
  const file = { name: "giay-xac-nhan.txt", bytes: Buffer.from("Giấy xác nhận của riêng tôi") };
  const content = { "noi-dung-gui": "Tôi gửi kèm giấy xác nhận, xin hỏi còn thiếu gì?" };
  expect((await send(ASK, asked(content), { address: "198.51.100.5", files: [file] })).statusCode).toBe(303);
  const row = await house.portal.db.selectFrom("slip_file").selectAll().executeTakeFirstOrThrow();
  expect(await house.portal.files.has(row.hash)).toBe(true);
  const secretary = await desk.signedIn("thuky");
  const page = await secretary.get(`/ban-bien-tap/hoi-dap/${row.slip_id}`);
  expect(page.body).toContain("giay-xac-nhan.txt");
});

test("Đ16.k2: from the list of the head to the answer the public reads, by forms", async () => {
  const content = { "noi-dung-gui": "Học phí lớp 10 buổi tối của năm học này là bao nhiêu?" };
  await send(ASK, asked(content), { address: "198.51.100.6" });
  const head = await desk.signedIn("truong.dao-tao");
  const list = await head.get("/ban-bien-tap/hoi-dap");
  await expectValid(list.body);
  const { id } = await house.portal.db
    .selectFrom("enquiry")
    .select("id")
    .where("content", "=", content["noi-dung-gui"])
    .executeTakeFirstOrThrow();
  const path = `/ban-bien-tap/hoi-dap/${id}`;
  await expectValid((await head.get(path)).body);
  const draft = { viec: "draft", "tra-loi": "Học phí thu theo nghị quyết của thành phố, đăng ở mục Công khai." };
  const short = await head.post(path, { ...draft, "tra-loi": "ngắn" });
  expect(short.statusCode).toBe(422);
  await expectValid(short.body);
  const question = { "cong-khai": "on", "cau-hoi": "Học phí lớp 10 buổi tối là bao nhiêu?" };
  expect((await head.post(path, { ...draft, ...question })).statusCode).toBe(303);
  const secretary = await desk.signedIn("thuky");
  const page = await secretary.get(path);
  await expectValid(page.body);
  const hash = /name="ban" value="([0-9a-f]{64})"/.exec(page.body)![1]!;
  expect((await secretary.post(path, { viec: "release", ban: hash })).statusCode).toBe(303);
  const shown = await desk.browser().get("/hoi-dap/1");
  expect(shown.statusCode).toBe(200);
  await expectValid(shown.body);
  expect(shown.body).toContain("Học phí thu theo nghị quyết");
  expect(shown.body).not.toMatch(/Hạnh|hanh\.vu/);
  const found = await desk.browser().get("/hoi-dap?tu-khoa=hoc%20phi");
  expect(found.body).toContain("/hoi-dap/1");
});

test("REQ-020: the article that answers before everybody is named on the receipt and on the public answer", async () => {
  const room = newsroomOf({ portal: house.portal, centre: house.centre, clock });
  const { article } = await room.load(await room.bringTo("PUBLISHED"));
  const row = await house.portal.db
    .selectFrom("enquiry")
    .select(["id", "code"])
    .where("state", "=", "RELEASED")
    .executeTakeFirstOrThrow();
  const path = `/ban-bien-tap/hoi-dap/${row.id}`;
  const secretary = await desk.signedIn("thuky");
  expect((await secretary.get("/ban-bien-tap/hoi-dap?xem=xong")).body).toContain(path);
  await secretary.get(path);
  const wrong = await secretary.post(path, { viec: "link", "bai-dinh-chinh": "/bai-viet/khong-co" });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain("Không có bài nào đang đăng tại địa chỉ này");
  await expectValid(wrong.body);
  const address = `/bai-viet/${article.slug}`;
  expect((await secretary.post(path, { viec: "link", "bai-dinh-chinh": address })).statusCode).toBe(303);
  desk.app.pages.dropTags(["answer:1"]);
  for (const shown of ["/hoi-dap/1", `/hoi-dap/phieu/${row.code}`]) {
    const { body } = await desk.browser().get(shown);
    expect(body, shown).toContain(`href="${address}"`);
    await expectValid(body);
  }
});

test("Đ15.k3: an answer is taken down by request, its address says so", async () => {
  const form = {
    "dia-chi": "/hoi-dap/1",
    "ly-do": "outdated",
    "noi-dung-gui": "Mức học phí trong câu trả lời đã thay đổi.",
    "ho-ten": "Đỗ Văn Khánh",
    "thu-dien-tu": "khanh@example.com",
    "dong-y": "on",
  };
  const disclosed = await send("/yeu-cau-go-bo", { ...form, "dia-chi": "/cong-khai/tai-chinh" });
  expect(disclosed.statusCode).toBe(422);
  expect(disclosed.body).toContain("hiển thị liên tục");
  await expectValid(disclosed.body);
  const sent = await send("/yeu-cau-go-bo", form);
  expect(sent.statusCode).toBe(303);
  await expectValid((await desk.browser().get(String(sent.headers.location))).body);
  const { id } = await house.portal.db.selectFrom("takedown_request").select("id").executeTakeFirstOrThrow();
  const path = `/ban-bien-tap/go-bo/${id}`;
  const secretary = await desk.signedIn("thuky");
  await expectValid((await secretary.get("/ban-bien-tap/go-bo")).body);
  await expectValid((await secretary.get(path)).body);
  expect((await secretary.post(path, { viec: "consider", "y-kien": "Đúng là học phí đã đổi" })).statusCode).toBe(303);
  const chief = await desk.signedIn("giamdoc");
  await chief.get(path);
  const row = await house.portal.db
    .selectFrom("appointment")
    .select("id")
    .where("hat", "=", "CHIEF")
    .executeTakeFirstOrThrow();
  await chief.post("/ban-bien-tap/vai-tro", { hat: row.id });
  await expectValid((await chief.get(path)).body);
  const accept = { viec: "accept", "loai-ly-do": "outdated", "ly-do": "Câu trả lời không còn đúng" };
  expect((await chief.post(path, accept)).statusCode).toBe(303);
  await secretary.get(path);
  expect((await secretary.post(path, { viec: "execute" })).statusCode).toBe(303);
  desk.app.pages.dropTags(["answers", "answer:1"]);
  const gone = await desk.browser().get("/hoi-dap/1");
  expect(gone.statusCode).toBe(410);
  expect(gone.body).toContain("Không còn phù hợp về thời điểm");
  expect((await desk.browser().get("/hoi-dap?tu-khoa=hoc%20phi")).body).not.toContain('"/hoi-dap/1"');
});

test("days off are entered by the secretary, and due days follow them", async () => {
  const secretary = await desk.signedIn("thuky");
  const page = await secretary.get("/ban-bien-tap/ngay-nghi");
  await expectValid(page.body);
  const wrong = await secretary.post("/ban-bien-tap/ngay-nghi", { ngay: "2026-02-31", ten: "", loai: "nghi" });
  expect(wrong.statusCode).toBe(422);
  await expectValid(wrong.body);
  const day = { ngay: "2026-12-01", ten: "Nghỉ theo thông báo", loai: "nghi" };
  expect((await secretary.post("/ban-bien-tap/ngay-nghi", day)).statusCode).toBe(303);
  const content = { "noi-dung-gui": "Xin hỏi thêm về lịch nghỉ của Trung tâm tháng này?" };
  const sent = await send(ASK, asked(content), { address: "198.51.100.8" });
  expect((await desk.browser().get(String(sent.headers.location))).body).toContain("09/12/2026");
});

test("a flood from one address is told when to come back, and keeps its words", async () => {
  const address = "198.51.100.99";
  const one = (n: number) =>
    send(ASK, asked({ "noi-dung-gui": `Câu hỏi số ${n} của cùng một nơi gửi` }), { address, wait: 5 });
  for (let n = 1; n <= 5; n += 1) expect((await one(n)).statusCode).toBe(303);
  const sixth = await one(6);
  expect(sixth.statusCode).toBe(429);
  expect(sixth.body).toContain("Xin gửi lại sau");
  expect(sixth.body).toContain("Câu hỏi số 6");
});
