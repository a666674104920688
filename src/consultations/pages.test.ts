import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, HOST, OFFICIAL, openDesk } from "../../test/support/desk.ts";
import { type FixedClock, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { aboutDesk } from "../about/desk.tsx";
import { deskRoom } from "../desk/room.ts";
import { signInRoutes } from "../desk/routes-sign-in.tsx";
import { consultationDesk } from "./desk.tsx";
import { CONSULTATION_PATHS } from "./paths.ts";
import { consultationSite } from "./site.tsx";

const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Tables repeat their roles on purpose: drawn as cards they would lose them.
  // The steps of a road are a list with a name.
  rules: { "no-redundant-role": "off", "aria-label-misuse": ["error", { allowAnyNamable: true }] },
});
const SECRET = "mot-khoa-dai-hon-ba-muoi-hai-ky-tu";
const PATH = "/lay-y-kien/gio-hoc-buoi-toi";

let clock: FixedClock;
let house: TestPortal;
let desk: Desk;
let head: Browser;
let chief: Browser;
let id = "";

beforeAll(async () => {
  clock = fixedClock(TEST_NOW);
  house = await openTestPortal("sqlite", { clock });
  desk = await openDesk(house.portal, (app, access) => {
    signInRoutes(app, access);
    consultationSite(app, house.portal, access.assets, SECRET);
    consultationDesk(app, deskRoom(house.portal));
    aboutDesk(app, deskRoom(house.portal));
  });
  const { people } = house.centre;
  await desk.giveAccounts({
    hoa: people["truong.dao-tao"]!.id,
    minh: people.giamdoc!.id,
    son: people["truong.to-chuc-hanh-chinh"]!.id,
  });
  head = await desk.signedIn("hoa");
  chief = await desk.signedIn("minh");
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

/** Opens the form and sends it half a minute later, as a browser without script would. */
async function send(fields: Record<string, string>, { address = "203.0.113.7", form = {} as { stamp?: string } } = {}) {
  const browser = desk.browser({ address });
  const shown = await browser.get(PATH);
  form.stamp ??= /name="mo-luc" value="([^"]+)"/.exec(shown.body)?.[1] ?? "";
  clock.advance(30);
  const all = { csrf: browser.csrf, "mo-luc": form.stamp, "trang-web": "", ...fields };
  const parts = Object.entries(all).map(
    ([name, value]) => `--R\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return desk.app.inject({
    method: "POST",
    url: PATH,
    payload: `${parts.join("")}--R--\r\n`,
    remoteAddress: address,
    headers: {
      host: HOST,
      origin: OFFICIAL,
      "sec-fetch-site": "same-origin",
      accept: "text/html",
      "content-type": "multipart/form-data; boundary=R",
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    },
  });
}
const opinions = async () => (await house.portal.db.selectFrom("opinion").selectAll().execute()).length;
const page = async (path: string) => desk.browser().get(path);

const typed = {
  "tieu-de": "Giờ học buổi tối",
  "tom-tat": "Xin ý kiến về giờ học buổi tối.",
  "noi-dung-hoi": "Chọn một phương án.\n\n- 18 giờ\n- 19 giờ",
  "noi-nhan": "Phòng Đào tạo",
  "cau-hoi-1": "Bạn muốn học lúc mấy giờ?",
  "lua-chon-1": "18 giờ\n19 giờ",
  "cau-hoi-2": "Vì sao?",
  "bat-dau": "2026-11-25T08:00",
  "ket-thuc": "2026-12-05T17:00",
};

test("before anything is asked the list says so and the desk offers to begin", async () => {
  const list = await page("/lay-y-kien");
  expect(list.body).toContain("Chưa có đợt lấy ý kiến nào");
  await expectValid(list.body);
  const form = await head.get(CONSULTATION_PATHS.add);
  expect(form.statusCode).toBe(200);
  await expectValid(form.body);
  expect((await page(PATH)).statusCode).toBe(404);
});

test("a refused form of the desk keeps every word", async () => {
  const answer = await head.post(CONSULTATION_PATHS.add, { ...typed, "don-vi": "", "lua-chon-1": "18 giờ" });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain("Câu hỏi 1 chỉ có một lựa chọn.");
  expect(answer.body).toContain("Bạn muốn học lúc mấy giờ?");
  expect(answer.body).toContain('value="2026-12-05T17:00"');
  expect(answer.body).toContain('href="#lua-chon-1"');
  await expectValid(answer.body);
});

test("the head writes and sends, the chief approves what he looked at", async () => {
  const saved = await head.post(CONSULTATION_PATHS.add, { ...typed, "don-vi": house.centre.units["dao-tao"]! });
  expect(saved.statusCode).toBe(303);
  id = /muc\/([0-9a-z]+)/.exec(String(saved.headers.location))![1]!;
  await head.get(CONSULTATION_PATHS.call(id));
  const step = (buoc: string, ban = "1") => ({ buoc, ban, phan: "call" });
  expect((await head.post(CONSULTATION_PATHS.move(id), step("submit"))).statusCode).toBe(303);
  const shown = await chief.get(CONSULTATION_PATHS.call(id));
  expect(shown.body).toContain("Bạn muốn học lúc mấy giờ?");
  expect(shown.body).toContain("Phê duyệt và công bố");
  await expectValid(shown.body);
  expect((await chief.post(CONSULTATION_PATHS.move(id), step("approve", "7"))).statusCode).toBe(422);
  expect((await chief.post(CONSULTATION_PATHS.move(id), step("approve"))).statusCode).toBe(303);
  // What the clock of pages does after each commit.
  desk.app.pages.dropTags(["consultations"]);
});

test("the page opens and closes by itself, though it is kept between", async () => {
  expect((await page("/lay-y-kien")).body).toContain("Sắp mở");
  const ahead = await page(PATH);
  expect(ahead.body).toContain("Sắp mở");
  expect(ahead.body).not.toContain('<form class="form"');
  await expectValid(ahead.body);
  clock.set("2026-11-25T01:00:00.000Z");
  const open = await page(PATH);
  expect(open.body).toContain('id="gui-y-kien"');
  await expectValid(open.body);
  expect((await page("/lay-y-kien")).body).toContain("Đang mở");
});

test("what is refused comes back with every word, and nothing is kept", async () => {
  const answer = await send({
    "tra-loi-1": "1",
    "tra-loi-2": "Vì <script>alert(1)</script>",
    "noi-dung-gui": "ngắn",
    "ho-ten": "Vũ Thị Hạnh",
    "thu-dien-tu": "hanh.vu",
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain("Câu 2: có mã trang web");
  expect(answer.body).toContain("chưa đồng ý để Trung tâm lưu");
  expect(answer.body).toContain('value="Vũ Thị Hạnh"');
  expect(answer.body).toContain("&lt;script>alert(1)&lt;/script>");
  expect(answer.body).toMatch(/value="1" checked/);
  await expectValid(answer.body);
  expect(await opinions()).toBe(0);
});

test("a choice without a name is enough, and a school's one address may send many", async () => {
  const answer = await send({ "tra-loi-1": "1" });
  expect(answer.statusCode).toBe(303);
  const receipt = await page(String(answer.headers.location));
  expect(receipt.body).toContain("Trung tâm đã nhận");
  expect(receipt.headers["cache-control"]).toContain("no-store");
  await expectValid(receipt.body);
  expect((await send({ "tra-loi-1": "1" })).statusCode).toBe(303);
  expect(await opinions()).toBe(2);
  const twice = { form: {} };
  await send({ "tra-loi-1": "0" }, twice);
  await send({ "tra-loi-1": "0" }, twice);
  expect(await opinions()).toBe(3);
});

test("floods are told when to come again; a field people do not see, filled, keeps programs out", async () => {
  const address = "198.51.100.4";
  for (let number = 1; number <= 5; number += 1) {
    expect((await send({ "noi-dung-gui": `Ý kiến thứ ${number} về giờ học` }, { address })).statusCode).toBe(303);
  }
  const sixth = await send({ "noi-dung-gui": "Ý kiến thứ sáu về giờ học" }, { address });
  expect(sixth.statusCode).toBe(429);
  expect(sixth.body).toContain("Ý kiến thứ sáu về giờ học");
  expect((await send({ "noi-dung-gui": "Mua hàng giá rẻ ở đây", "trang-web": "x" })).statusCode).toBe(422);
});

test("whoever is writing when it closes loses no word", async () => {
  const browser = desk.browser();
  const form = { stamp: /name="mo-luc" value="([^"]+)"/.exec((await browser.get(PATH)).body)![1]! };
  clock.set("2026-12-05T09:59:50.000Z");
  const fresh = { stamp: /name="mo-luc" value="([^"]+)"/.exec((await browser.get(PATH)).body)![1]! };
  expect(form).not.toEqual(fresh);
  const answer = await send({ "noi-dung-gui": "Tôi viết dài nên gửi chậm mất vài giây" }, { form: fresh });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain("đã đóng lúc 17:00");
  expect(answer.body).toContain("Tôi viết dài nên gửi chậm mất vài giây");
  const closed = await page(PATH);
  expect(closed.statusCode).toBe(200);
  expect(closed.body).toContain("Trung tâm đang tổng hợp");
  expect(closed.body).not.toContain('id="gui-y-kien"');
  await expectValid(closed.body);
});

test("the desk judges one opinion after another, sums up, and the results stand on the page", async () => {
  const list = await head.get(CONSULTATION_PATHS.opinions(id));
  await expectValid(list.body);
  const stranger = await desk.signedIn("son");
  for (const path of [CONSULTATION_PATHS.opinions(id), `${CONSULTATION_PATHS.opinions(id)}.csv`]) {
    expect((await stranger.get(path)).statusCode).toBe(404);
  }
  const first = new RegExp(`${CONSULTATION_PATHS.opinions(id)}/([0-9a-z]+)`).exec(list.body)![1]!;
  const shown = await head.get(CONSULTATION_PATHS.judge(id, first));
  await expectValid(shown.body);
  expect((await head.post(CONSULTATION_PATHS.judge(id, first), { "xem-xet": "aside" })).body).toContain(
    "Chưa ghi lý do",
  );
  let next = CONSULTATION_PATHS.judge(id, first);
  for (let left = await opinions(); left > 0; left -= 1) {
    const answer = await head.post(next, { "xem-xet": "taken", "nhom-moi": "Giờ học" });
    expect(answer.statusCode).toBe(303);
    next = String(answer.headers.location).split("?")[0]!;
  }
  expect(next).toBe(CONSULTATION_PATHS.opinions(id));
  const sheet = await head.get(`${CONSULTATION_PATHS.opinions(id)}.csv?xem=vao`);
  expect(sheet.body.split("\r\n")).toHaveLength((await opinions()) + 2);
  expect(sheet.body).toContain("Bạn muốn học lúc mấy giờ?");
  const report = await head.get(CONSULTATION_PATHS.report(id));
  await expectValid(report.body);
  const words = { "nhom-1": "Giờ học", "y-1": "Xin học muộn.", "ket-qua-1": "accepted", "tra-loi-1": "Học từ 19 giờ." };
  const saved = await head.post(CONSULTATION_PATHS.report(id), { "tom-tat": "Cảm ơn mọi người.", ...words });
  expect(saved.statusCode).toBe(303);
  await head.post(CONSULTATION_PATHS.move(id), { buoc: "submit", ban: "1", phan: "report" });
  await expectValid((await chief.get(CONSULTATION_PATHS.report(id))).body);
  const approved = await chief.post(CONSULTATION_PATHS.move(id), { buoc: "approve", ban: "1", phan: "report" });
  expect(approved.statusCode).toBe(303);
  desk.app.pages.dropTags(["consultations"]);
  const result = await page(PATH);
  expect(result.body).toContain("Học từ 19 giờ.");
  expect(result.body).toContain("Đã có kết quả");
  await expectValid(result.body);
  await expectValid((await page("/lay-y-kien")).body);
  await expectValid((await head.get(CONSULTATION_PATHS.desk)).body);
});
