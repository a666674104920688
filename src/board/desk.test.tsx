import type { FastifyInstance } from "fastify";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { by, type StoryName } from "../../test/people.ts";
import { openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { wornHats } from "../access/hats.ts";
import { createHttp } from "../http/server.ts";
import { dayOf } from "../kernel/clock.ts";
import { createArticle } from "../newsroom/commands/create-article.ts";
import type { Hat } from "../regulation/hats.ts";
import { actorOn } from "./actor.ts";
import { readBoard } from "./board.queries.ts";
import { boardRoutes } from "./desk.tsx";
import { BOARD_PATHS } from "./paths.ts";
import { BOARD_PERMISSIONS } from "./permissions.ts";

const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Tables repeat their roles on purpose: drawn as cards they would lose them.
  rules: { "no-redundant-role": "off" },
});

let house: TestPortal;
let app: FastifyInstance;

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  const { portal, centre } = house;
  app = await createHttp({
    official: "https://cong.example.vn",
    clock: portal.clock,
    secret: "s".repeat(32),
    permissions: new Set(Object.keys(BOARD_PERMISSIONS)),
  });
  // Stands where the sign-in does: the visitor is real, only the way he was recognised is not.
  app.decorateRequest("visitor", null);
  app.addHook("onRequest", async (request) => {
    const [name, hat] = decodeURIComponent(String(request.headers["x-person"])).split(" ") as [StoryName, Hat];
    const worn = by(centre, name, hat);
    const board = await readBoard(portal.db);
    const day = dayOf(portal.clock.now());
    const person = board.people.find(({ id }) => id === worn.person)!;
    const units = new Map(board.units.map((unit) => [unit.id, unit.name]));
    const hats = wornHats(board.appointments, units, person.id, day);
    request.visitor = {
      person: { id: person.id, fullName: person.fullName, position: person.position, unit: person.unit },
      hats,
      hat: hats.find((item) => item.hat === worn.hat)!,
      by: worn,
      actor: actorOn(board, person.id, worn.hat as Hat, day)!,
      sessionId: "x",
    };
  });
  boardRoutes(app, {
    portal,
    frame: async (request) => ({
      siteName: "Cổng thông tin",
      shortName: "Trung tâm",
      personName: request.visitor!.person.fullName,
      hats: [],
      csrf: request.csrf,
      nav: [],
      notifications: { href: "/ban-bien-tap/thong-bao", count: 0 },
      assets: { css: "/assets/desk.css" },
    }),
  });
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const asPerson = (person: string) => ({
  host: "cong.example.vn",
  "x-forwarded-proto": "https",
  "x-person": encodeURIComponent(person),
});

async function get(path: string, person = "Minh DIRECTOR") {
  return app.inject({ method: "GET", url: path, headers: asPerson(person) });
}

async function post(path: string, fields: Record<string, string | string[]>, person = "Minh DIRECTOR") {
  const page = await get(BOARD_PATHS.board, person);
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)![1]!;
  const body = new URLSearchParams(
    Object.entries({ ...fields, csrf }).flatMap(([key, value]) => [value].flat().map((one) => [key, one])),
  );
  return app.inject({
    method: "POST",
    url: path,
    headers: {
      ...asPerson(person),
      cookie,
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
    },
    payload: body.toString(),
  });
}

async function expectValid(html: string) {
  const report = await checker.validateString(html);
  const messages = report.results.flatMap(({ messages: list }) =>
    list.map(({ ruleId, message, line }) => `${ruleId} ${line}: ${message}`),
  );
  expect(messages).toEqual([]);
}

describe("every page is valid and answers", () => {
  test.each([
    BOARD_PATHS.board,
    `${BOARD_PATHS.board}?xong=phan-cong`,
    BOARD_PATHS.onDay("2023-01-01"),
    BOARD_PATHS.appoint,
    BOARD_PATHS.units,
    BOARD_PATHS.fields,
    BOARD_PATHS.people,
    BOARD_PATHS.delegations,
    BOARD_PATHS.authority,
    `${BOARD_PATHS.authority}?ngay=2026-02-31&viec=approve`,
  ])("%s", async (path) => {
    const page = await get(path);
    expect(page.statusCode).toBe(200);
    await expectValid(page.body);
  });
});

const typed = (more: Record<string, string | string[]> = {}) => ({
  nguoi: house.centre.people["phoban.hanh-chinh"]!.id,
  "vai-tro-moi": "SECRETARY",
  "don-vi": "",
  "tu-ngay": "2026-11-24",
  "den-ngay": "",
  "so-quyet-dinh": "40/QĐ-GDTXHP",
  "ngay-quyet-dinh": "2026-11-20",
  ...more,
});

/** A page as it is read: what keeps a day whole in a cell is no word. */
const read = (body: string) => body.replace(/<span class="day">([^<]*)<\/span>/g, "$1");

test("the board of today names who, in which role, in charge of what, and by which decision", async () => {
  const { body } = await get(BOARD_PATHS.board);
  for (const words of ["Phạm Thanh Thúy", "Phó Trưởng ban thường trực", "Lĩnh vực Truyền thông, chuyển đổi số"]) {
    expect(body).toContain(words);
  }
  expect(read(body)).toContain("Quyết định 28/QĐ-GDTXHP ngày 09/05/2023");
});

test("before the board was set up nobody is in it, and each missing office is told", async () => {
  const { body } = await get(BOARD_PATHS.onDay("2023-05-09"));
  expect(body).toContain("Chưa có ai giữ vai trò ngày 09/05/2023");
  expect(body).toContain("Không có ai phê duyệt");
});

test("a refused appointment keeps everything typed, says why, and writes nothing", async () => {
  const before = (await readBoard(house.portal.db)).appointments.length;
  const field = house.centre.fields["hanh-chinh"]!;
  const page = await post(
    BOARD_PATHS.appoint,
    typed({ "vai-tro-moi": "STANDING_DEPUTY", "linh-vuc": [field], "so-quyet-dinh": ' 4"<b>/QĐ ' }),
  );
  expect(page.statusCode).toBe(422);
  await expectValid(page.body);
  expect(page.body).toContain("Phạm Thanh Thúy là Phó Trưởng ban thường trực");
  expect(page.body).toContain("gạch đầu dòng 2 khoản 1 Điều 8");
  expect(page.body).toContain('value="4&quot;&lt;b>/QĐ"');
  expect(page.body).toMatch(new RegExp(`id="linh-vuc-${field}"[^>]* checked`));
  expect((await readBoard(house.portal.db)).appointments).toHaveLength(before);
});

test("an appointment is entered, shown, and closed by a paper", async () => {
  const answer = await post(BOARD_PATHS.appoint, typed(), "Bảo ADMIN");
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${BOARD_PATHS.board}?xong=phan-cong`]);
  const row = (await readBoard(house.portal.db)).appointments.find(({ decision }) => decision === "40/QĐ-GDTXHP")!;
  const path = BOARD_PATHS.endAppointment(row.id);
  await expectValid((await get(path)).body);
  const wrong = await post(path, { "ngay-cuoi": "2026-11-01", "so-van-ban": "41/QĐ" });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain("Ngày cuối trước ngày bắt đầu 24/11/2026");
  expect((await post(path, { "ngay-cuoi": "2026-11-24", "so-van-ban": "41/QĐ" })).statusCode).toBe(303);
  expect(read((await get(BOARD_PATHS.onDay("2026-11-25"))).body)).toContain("từ 24/11/2026 đến hết 24/11/2026");
});

test("a form sent in a hat that may not enter anything is refused by the rule itself", async () => {
  const page = await post(
    BOARD_PATHS.appoint,
    typed({ nguoi: house.centre.people["ctv.dao-tao"]!.id }),
    "Mai CONTRIBUTOR",
  );
  expect(page.statusCode).toBe(422);
  expect(page.body).toContain("Vai trò bạn đang chọn không được làm việc này.");
});

test("a unit is added, renamed, made standing, and refused when its code is taken", async () => {
  const unit = { ten: "Phòng Khảo thí", ma: "khao-thi", loai: "department", "nhiem-vu": "", "tu-ngay": "2026-11-24" };
  expect((await post(BOARD_PATHS.units, unit)).statusCode).toBe(303);
  const again = await post(BOARD_PATHS.units, { ...unit, ten: "Phòng Khảo thí 2" });
  expect(again.statusCode).toBe(422);
  expect(again.body).toContain('value="Phòng Khảo thí 2"');
  const { id } = (await readBoard(house.portal.db)).units.find(({ code }) => code === "khao-thi")!;
  await expectValid((await get(BOARD_PATHS.unit(id))).body);
  const change = { ten: "Phòng Khảo thí", "nhiem-vu": "Tổ chức thi.", "den-ngay": "", "thuong-truc": "on" };
  expect((await post(BOARD_PATHS.unit(id), change)).statusCode).toBe(303);
  const standing = (await readBoard(house.portal.db)).units.filter(({ isStanding }) => isStanding);
  expect(standing.map(({ code }) => code)).toEqual(["khao-thi"]);
  expect((await post(BOARD_PATHS.unit(id), { ...change, "den-ngay": "2026-12-31" })).body).toContain(
    "luôn có đúng một bộ phận thường trực",
  );
});

test("a person without a unit is refused by REQ-011, with a unit entered, and may leave", async () => {
  const person = { "ho-ten": "Lý Thị Sen", "chuc-danh": "Kế toán", "thu-dien-tu": "", thuoc: "staff", "don-vi": "" };
  const refusal = await post(BOARD_PATHS.people, person);
  expect(refusal.statusCode).toBe(422);
  await expectValid(refusal.body);
  expect(refusal.body).toContain("Mỗi người phải thuộc một đơn vị");
  expect((await post(BOARD_PATHS.people, { ...person, "don-vi": house.centre.units["dao-tao"]! })).statusCode).toBe(
    303,
  );
  const { id } = (await readBoard(house.portal.db)).people.find(({ fullName }) => fullName === "Lý Thị Sen")!;
  await expectValid((await get(BOARD_PATHS.leave(id))).body);
  expect((await post(BOARD_PATHS.leave(id), { "ngay-cuoi": "2026-11-30", "so-van-ban": "9/QĐ" })).statusCode).toBe(303);
  expect(read((await get(BOARD_PATHS.people)).body)).toContain("Làm việc đến hết 30/11/2026");
});

test("Đ10.p3: the head delegates, the paper shows in the authority of its days, and he revokes it", async () => {
  const paper = {
    nguoi: house.centre.people.thuongtruc!.id,
    viec: ["takedown.decide"],
    "tu-ngay": "2026-11-24",
    "den-ngay": "2026-11-30",
    "so-giay": "15/GUQ-GDTXHP",
    "ly-do": "đi vắng",
  };
  const short = await post(BOARD_PATHS.delegations, paper, "Minh CHIEF");
  expect(short.statusCode).toBe(422);
  await expectValid(short.body);
  expect(short.body).toMatch(/id="viec-takedown.decide"[^>]* checked/);
  const whole = { ...paper, "ly-do": "Trưởng ban đi công tác tại Hà Nội" };
  expect((await post(BOARD_PATHS.delegations, whole, "Minh CHIEF")).statusCode).toBe(303);
  const authority = (day: string) => get(`${BOARD_PATHS.authority}?ngay=${day}&viec=decideTakedown`);
  expect((await authority("2026-11-30")).body).toContain("Giấy ủy quyền 15/GUQ-GDTXHP của Nguyễn Đức Minh");
  expect((await authority("2026-12-01")).body).not.toContain("15/GUQ-GDTXHP");
  const { id } = (await readBoard(house.portal.db)).delegations[0]!;
  await expectValid((await get(BOARD_PATHS.revoke(id), "Minh CHIEF")).body);
  const revoked = await post(BOARD_PATHS.revoke(id), { "ly-do": "Trưởng ban đã về cơ quan" }, "Minh CHIEF");
  expect(revoked.statusCode).toBe(303);
  expect((await authority("2026-11-24")).body).not.toContain("15/GUQ-GDTXHP");
  const list = await get(BOARD_PATHS.delegations, "Minh CHIEF");
  expect(list.body).toContain("Đã thu hồi ngày 24/11/2026: Trưởng ban đã về cơ quan");
  await expectValid(list.body);
});

describe("about one article", () => {
  test("its author and other units' heads are told apart from whoever may act", async () => {
    const { portal, centre } = house;
    const answer = await portal.act(by(centre, "Lan", "MEMBER"), createArticle, {
      unit: centre.units["cong-nghe-thong-tin"]!,
      category: centre.categories["thong-bao"]!,
      isRepublished: false,
    });
    if (!answer.ok) throw new Error("refused");
    const path = `${BOARD_PATHS.authority}?bai=${answer.value.edition}`;
    const claim = await get(`${path}&viec=claim`);
    await expectValid(claim.body);
    expect(claim.body).toContain("Không: là người viết bài.");
    expect(claim.body).not.toContain("Trần Quốc Hưng");
    const all = await get(path);
    expect(all.body).toContain("Trưởng phòng Công nghệ thông tin");
    expect(all.body).not.toContain("Gửi bài của Ban biên tập (");
    expect((await get(path, "Mai CONTRIBUTOR")).statusCode).toBe(404);
  });
  test("an article that does not exist is not found", async () => {
    expect((await get(`${BOARD_PATHS.authority}?bai=khong-co`)).statusCode).toBe(404);
    expect((await get(BOARD_PATHS.endAppointment("khong-co"))).statusCode).toBe(404);
  });
});
