import { HtmlValidate } from "html-validate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openEmptyPortal,
  openTestPortal,
  TEST_NOW,
} from "../../test/support/portals.ts";
import { boardWarnings } from "../board/warnings.queries.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { verifyChain } from "../evidence/verify.ts";
import type { Portal } from "../portal.ts";
import { carryOut } from "./carry-out.ts";
import { typedFrom } from "./form.ts";
import { readPlan } from "./plan.ts";
import { setupRoutes } from "./routes.tsx";
import { createSetup } from "./setup.ts";

const PASSWORD = "sông Cấm lặng gió 2026";

const BOARD = {
  "qd-so": "28/QĐ-GDTXHP",
  "qd-ngay": "2023-05-09",
  "qd-tu-ngay": "2023-05-10",
  "gd-ten": "Nguyễn Đức Minh",
  "gd-chuc-danh": "Giám đốc",
  "gd-dang-nhap": "giamdoc",
  "gd-truong-ban": "on",
  "tt-ten": "Phạm Thanh Thúy",
  "tt-chuc-danh": "Phó Giám đốc",
  "tt-phu-trach": ["2"],
  "tt-linh-vuc": ["truyen-thong-chuyen-doi-so"],
  "pb1-ten": "Trần Quốc Hưng",
  "pb1-phu-trach": ["3", "4"],
  "pb1-linh-vuc": ["chuyen-mon-dao-tao", "tuyen-sinh", "to-chuc-hanh-chinh"],
  "tr2-ten": "Vũ Hồng Lan",
  "tr3-ten": "Đặng Thị Hoa",
  "tr3-thu": "hoa@trungtam.example",
  "tr4-ten": "Bùi Văn Sơn",
  "tr4-tam-thoi": "on",
  "tk-la": "tr2",
  "qt-la": "thu-ky",
};
const UNITS = {
  "dv-so": "8",
  "dv-ten-1": "Ban Giám đốc",
  "dv-loai-1": "leadership",
  "dv-ten-2": "Phòng Công nghệ thông tin",
  "dv-ten-3": "Phòng Đào tạo",
  "dv-ten-4": "Trung tâm Ngoại ngữ",
  "dv-loai-4": "affiliate",
  "dv-thuong-truc": "2",
  "linh-vuc": "Chuyên môn, đào tạo\nTuyển sinh\nTổ chức, hành chính\nTruyền thông, chuyển đổi số",
};
const SECRETS = { "gd-mat-khau": PASSWORD, "gd-mat-khau-nhap-lai": PASSWORD };

eachEngine("the set-up", (engine) => {
  let clock: FixedClock;
  let portal: Portal;
  let close: () => Promise<void>;
  let desk: Desk;
  let token: string;
  let browser: Browser;
  let link: string;

  beforeEach(async () => {
    clock = fixedClock(TEST_NOW);
    ({ portal, close } = await openEmptyPortal(engine, { clock }));
    desk = await openDesk(portal, (app, access) => {
      accountRoutes(app, access);
      setupRoutes(app, access);
    });
    token = (await createSetup(portal))!;
    link = `/thiet-lap/${token}`;
    browser = desk.browser();
  });
  afterEach(async () => {
    await desk.app.close();
    await close();
  });

  /** What the form would send next: every control of the page as it stands. */
  const standing = (html: string): Record<string, string[]> => {
    const fields: Record<string, string[]> = {};
    const add = (name: string, value: string) => {
      fields[name] = [...(fields[name] ?? []), value];
    };
    const text = (value: string) => value.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
    for (const [, attributes = ""] of html.matchAll(/<input ([^>]*?)\/?>/g)) {
      const get = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
      const type = get("type");
      const isOff = (type === "checkbox" || type === "radio") && !/ checked(?:=|$| |\/)/.test(` ${attributes}`);
      if (get("name") && !isOff) add(get("name")!, text(get("value") ?? ""));
    }
    for (const [, name = "", value = ""] of html.matchAll(/<textarea [^>]*?name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)) {
      add(name, text(value));
    }
    for (const [, name = "", options = ""] of html.matchAll(/<select [^>]*?name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
      const chosen =
        /<option value(?:="([^"]*)")? selected/.exec(options) ?? /<option value(?:="([^"]*)")?/.exec(options);
      add(name, chosen?.[1] ?? "");
    }
    return fields;
  };
  const send = (html: string, changes: Record<string, string | string[]> = {}, go = "tiep") =>
    browser.post(link, { ...standing(html), ...changes, di: go });

  async function atBoardStep(): Promise<string> {
    const first = await browser.get(link);
    const second = await send(first.body, { "ten-cong": "Cổng Trung tâm Minh Họa", "dien-thoai": "0225 000 0000" });
    expect(second.body).toContain("Bước 2 trên 3");
    const third = await send(second.body, UNITS);
    expect(third.body).toContain("Bước 3 trên 3");
    return third.body;
  }
  const people = async () => (await portal.db.selectFrom("person").select("full_name").execute()).length;

  test("Đ3.k2.a, Đ3.k2.đ, Đ7.k1: three steps make the institution, its units, the board by its decision and everybody's account", async () => {
    const done = await send(await atBoardStep(), { ...BOARD, ...SECRETS });
    expect(done.statusCode).toBe(200);
    expect(done.body).toContain("Cổng đã được thiết lập");
    const settings = await portal.settings();
    expect(settings).toMatchObject({ "site.name": "Cổng Trung tâm Minh Họa", "site.phone": "0225 000 0000" });
    expect(await boardWarnings(portal.db, "2026-11-24")).toEqual([]);
    const heads = await portal.db
      .selectFrom("appointment")
      .innerJoin("person", "person.id", "person_id")
      .select(["hat", "full_name", "position", "is_acting", "decision_number"])
      .orderBy("hat")
      .orderBy("full_name")
      .execute();
    expect(heads.map(({ hat, full_name }) => `${hat} ${full_name}`)).toEqual([
      "ADMIN Vũ Hồng Lan",
      "CHIEF Nguyễn Đức Minh",
      "DEPUTY Trần Quốc Hưng",
      "DIRECTOR Nguyễn Đức Minh",
      ...["Bùi Văn Sơn", "Vũ Hồng Lan", "Đặng Thị Hoa"].map((name) => `MEMBER ${name}`),
      "SECRETARY Vũ Hồng Lan",
      "STANDING_DEPUTY Phạm Thanh Thúy",
    ]);
    expect(heads.find(({ full_name }) => full_name === "Bùi Văn Sơn")).toMatchObject({
      position: "Phụ trách trung tâm Ngoại ngữ",
      is_acting: 1,
      decision_number: "28/QĐ-GDTXHP",
    });
    const sections = (await portal.db.selectFrom("category").select("slug").execute()).map(({ slug }) => slug);
    expect(sections.length).toBeGreaterThan(5);
    expect(sections).toEqual(expect.arrayContaining(["tuyen-truyen-chinh-sach", "guong-nguoi-tot-viec-tot"]));
    expect((await verifyChain(portal.db)).bad).toBeNull();
    expect(JSON.stringify(await portal.db.selectFrom("evidence").selectAll().execute())).not.toContain(PASSWORD);
  });

  test("the Director signs in with his password; the others with one shown once, which they must change first", async () => {
    const done = await send(await atBoardStep(), { ...BOARD, ...SECRETS });
    expect((await desk.browser().signIn("giamdoc", PASSWORD)).statusCode).toBe(303);
    const [, password = ""] = /vu\.hong\.lan<\/code>.*?Mật khẩu: <code>([^<]+)</s.exec(done.body) ?? [];
    const lan = desk.browser();
    expect((await lan.signIn("vu.hong.lan", password)).statusCode).toBe(303);
    expect((await lan.get("/ban-bien-tap/nhat-ky")).headers.location).toBe("/ban-bien-tap/mat-khau");
    await lan.get("/ban-bien-tap/mat-khau");
    const own = "cây phượng trước cổng 26";
    const typed = { "mat-khau-cu": password, "mat-khau-moi": own, "mat-khau-nhap-lai": own };
    expect((await lan.post("/ban-bien-tap/mat-khau", typed)).body).toContain("Đã đổi mật khẩu");
    expect((await lan.get("/ban-bien-tap/nhat-ky")).statusCode).toBe(200);
    expect((await desk.browser().signIn("vu.hong.lan", password)).statusCode).toBe(403);
  });

  test("the link opens once: afterwards every link says that the portal is set up", async () => {
    const board = await atBoardStep();
    expect((await send(board, { ...BOARD, ...SECRETS })).statusCode).toBe(200);
    const before = await people();
    for (const url of [link, "/thiet-lap/x"]) {
      const again = await browser.get(url);
      expect([again.statusCode, again.body.includes("không mở lại được")]).toEqual([410, true]);
    }
    expect((await send(board, { ...BOARD, ...SECRETS })).statusCode).toBe(410);
    expect(await people()).toBe(before);
    expect(await createSetup(portal)).toBeNull();
  });

  test("of two set-ups sent at the same moment one is written", async () => {
    const board = await atBoardStep();
    const answers = await Promise.all([1, 2].map(() => send(board, { ...BOARD, ...SECRETS })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410]);
    expect(await people()).toBe(6);
  });

  test("a wrong, replaced or old link opens nothing and shows nothing", async () => {
    expect((await browser.get("/thiet-lap/khong-dung")).statusCode).toBe(404);
    const newer = (await createSetup(portal))!;
    expect((await browser.get(link)).statusCode).toBe(404);
    link = `/thiet-lap/${newer}`;
    expect((await browser.get(link)).statusCode).toBe(200);
    clock.advance(24 * 3600);
    expect((await browser.get(link)).statusCode).toBe(404);
    expect(JSON.stringify(await portal.db.selectFrom("setting").selectAll().execute())).not.toContain(newer);
  });

  test("killed half-way, the set-up leaves nothing, and the link is still good", async () => {
    const typed = typedFrom({ ...UNITS, ...BOARD });
    const plan = readPlan(typed, { password: PASSWORD, repeated: PASSWORD }, "2026-11-24");
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    const { database } = portal;
    const dying: Portal = {
      ...portal,
      database: {
        ...database,
        transact: (work) =>
          database.transact(async (tx) => {
            await work(tx);
            throw new Error("killed");
          }),
      },
    };
    await expect(carryOut(dying, token, {}, plan.value)).rejects.toThrow("killed");
    for (const table of ["person", "unit", "field", "appointment", "category", "account", "auth_user"] as const) {
      expect([table, (await portal.db.selectFrom(table).selectAll().execute()).length]).toEqual([table, 0]);
    }
    expect((await browser.get(link)).statusCode).toBe(200);
    expect((await carryOut(portal, token, {}, plan.value)).ok).toBe(true);
  });

  test("a refusal in the middle names the person, keeps what was typed and writes nothing", async () => {
    const long = `Nguyễn ${"Thị ".repeat(5)}Lan`;
    const board = await atBoardStep();
    const answer = await send(board, { ...BOARD, ...SECRETS, "tr3-ten": long, "tr3-dang-nhap": "có dấu cách" });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`${long}: Tên đăng nhập`);
    expect(standing(answer.body)).toMatchObject({ "gd-ten": ["Nguyễn Đức Minh"], "dv-ten-3": ["Phòng Đào tạo"] });
    expect(answer.body).not.toContain(PASSWORD);
    expect(await people()).toBe(0);
  });

  test("every missing or wrong answer is said at once, at its control", async () => {
    const board = await atBoardStep();
    const answer = await send(board, {
      ...BOARD,
      "qd-so": "",
      "qd-tu-ngay": "2027-01-01",
      "gd-ten": "Minh",
      "gd-truong-ban": [],
      "tk-la": "khac",
      "gd-mat-khau": "ngắn",
      "gd-mat-khau-nhap-lai": "khác",
    });
    for (const control of [
      "qd-so",
      "qd-tu-ngay",
      "gd-ten",
      "gd-nguoi-khac",
      "tk-la",
      "gd-mat-khau",
      "gd-mat-khau-nhap-lai",
    ]) {
      expect(answer.body).toContain(`href="#${control}"`);
    }
  });

  test("each step is a valid page", async () => {
    const first = (await browser.get(link)).body;
    const second = (await send(first)).body;
    const refused = (await send(second, { "dv-ten-1": "" })).body;
    const third = (await send(second, UNITS)).body;
    const done = (await send(third, { ...BOARD, ...SECRETS })).body;
    const closed = (await browser.get(link)).body;
    const checker = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });
    for (const html of [first, second, refused, third, done, closed]) {
      const { results } = await checker.validateString(html);
      const problems = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      );
      expect([/<title>([^<]*)/.exec(html)?.[1], problems]).toEqual([expect.any(String), []]);
    }
  });

  test("going back and adding rows lose nothing that was typed", async () => {
    const board = await atBoardStep();
    const back = await send(board, { "gd-ten": "Nguyễn Đức Minh" }, "lui");
    const more = await send(back.body, { "dv-ten-8": 'Tổ "Văn thư" & <b' }, "them");
    const fields = standing(more.body);
    expect(fields).toMatchObject({ "dv-ten-8": ['Tổ "Văn thư" & <b'], "dv-so": ["12"], "gd-ten": ["Nguyễn Đức Minh"] });
    expect(fields["ten-cong"]).toEqual(["Cổng Trung tâm Minh Họa"]);
  });
});

test("a portal with people in it has no set-up link", async () => {
  const { portal, close } = await openTestPortal("sqlite");
  expect(await createSetup(portal)).toBeNull();
  await close();
});
