import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk, PASSWORD } from "../../test/support/desk.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { createAccount } from "../access/accounts.ts";
import { BY_SYSTEM } from "../act.ts";
import { endAppointment } from "../board/commands/end-appointment.ts";
import { leave } from "../board/commands/leave.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { accountRoutes } from "./account-routes.tsx";

const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Tables repeat their roles on purpose: drawn as cards they would lose them.
  rules: { "no-redundant-role": "off" },
});

const ACCOUNTS = "/ban-bien-tap/tai-khoan";

eachEngine("the desk's own pages", (engine) => {
  let clock: FixedClock;
  let opened: TestPortal;
  let desk: Desk;
  let admin: Browser;
  const id = (username: string) => opened.centre.people[username]!.id;

  beforeAll(async () => {
    clock = fixedClock(TEST_NOW);
    opened = await openTestPortal(engine, { clock });
    desk = await openDesk(opened.portal, accountRoutes);
    const names = ["quantri", "giamdoc", "thuky", "truong.dao-tao", "ctv.dao-tao", "phoban.hanh-chinh"];
    await desk.giveAccounts(Object.fromEntries(names.map((name) => [name, id(name)])));
    admin = await desk.signedIn("quantri");
  });
  afterAll(async () => {
    await desk.app.close();
    await opened.close();
  });

  const later = () => clock.advance(16 * 60);
  const handed = (html: string) => /Mật khẩu: <code>([^<]+)<\/code>/.exec(html)?.[1] ?? "";
  const onPage = async (browser: Browser, url: string) => {
    const page = await browser.get(url);
    expect([url, page.statusCode]).toEqual([url, 200]);
    return page.body;
  };

  test("Đ7.k3: the administrator opens an account for a named person; its password is shown once and must be changed", async () => {
    await onPage(admin, ACCOUNTS);
    const answer = await admin.post(ACCOUNTS, { nguoi: id("ctv.ngoai"), "ten-dang-nhap": "Đinh.Thành" });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("<code>dinh.thanh</code>");
    const password = handed(answer.body);
    expect(password).toMatch(/^[\w-]{19}$/);
    expect(await onPage(admin, ACCOUNTS)).not.toContain(password);
    const own = desk.browser();
    expect((await own.signIn("dinh.thanh", password)).statusCode).toBe(303);
    expect((await own.get("/ban-bien-tap/nhat-ky")).headers.location).toBe("/ban-bien-tap/mat-khau");
  });

  test("REQ-042, Đ17.k1.e, Đ17.k2: nobody has two accounts, no two people one name, and a nameless person none", async () => {
    await onPage(admin, ACCOUNTS);
    const wishes: [Record<string, string>, string][] = [
      [{ nguoi: id("thuky"), "ten-dang-nhap": "thuky2" }, "đã có tài khoản"],
      [{ nguoi: id("thanhtra"), "ten-dang-nhap": "quantri" }, "đã có người dùng"],
      [{ nguoi: id("thanhtra"), "ten-dang-nhap": "hai chữ" }, "chưa dùng được"],
      [{ nguoi: "khong-co", "ten-dang-nhap": "ai.do" }, "Không tìm thấy người"],
    ];
    for (const [wish, words] of wishes) {
      const answer = await admin.post(ACCOUNTS, wish);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain(`value="${wish["ten-dang-nhap"]}"`);
    }
  });

  test("nobody but the administrator sees accounts, whoever else asks is told which role could", async () => {
    for (const name of ["giamdoc", "thuky", "truong.dao-tao", "ctv.dao-tao"]) {
      later();
      const answer = await (await desk.signedIn(name)).get(ACCOUNTS);
      expect([name, answer.statusCode]).toEqual([name, 403]);
    }
    const denied = await createAccount(
      opened.portal.door,
      { person: id("giamdoc"), hat: "DIRECTOR" },
      { person: id("thanhtra"), username: "thanhtra", password: null },
    );
    expect(denied).toMatchObject({ ok: false, error: [{ code: "notThisHat", clause: "Đ7.k3" }] });
  });

  test("a reset ends every session, lifts a lock and gives a password for one use", async () => {
    later();
    const victim = await desk.signedIn("truong.dao-tao");
    for (const wait of [1, 2, 4, 8, 0]) {
      await desk.browser().signIn("truong.dao-tao", "sai");
      clock.advance(wait);
    }
    expect((await desk.browser().signIn("truong.dao-tao")).statusCode).toBe(429);
    await onPage(admin, ACCOUNTS);
    const answer = await admin.post(`${ACCOUNTS}/${id("truong.dao-tao")}`, { viec: "dat-lai" });
    expect((await victim.get("/ban-bien-tap/nhat-ky")).statusCode).toBe(303);
    const back = desk.browser();
    expect((await back.signIn("truong.dao-tao", handed(answer.body))).statusCode).toBe(303);
    await onPage(back, "/ban-bien-tap/mat-khau");
    const typed = { "mat-khau-cu": handed(answer.body), "mat-khau-moi": PASSWORD, "mat-khau-nhap-lai": PASSWORD };
    expect((await back.post("/ban-bien-tap/mat-khau", typed)).body).toContain("Đã đổi mật khẩu");
  });

  test("a closed account is shut at once and opens again; the administrator cannot close his own", async () => {
    later();
    const person = await desk.signedIn("ctv.dao-tao");
    await onPage(admin, ACCOUNTS);
    await admin.post(`${ACCOUNTS}/${id("ctv.dao-tao")}`, { viec: "khoa" });
    expect((await person.get("/ban-bien-tap/nhat-ky")).statusCode).toBe(303);
    expect((await desk.browser().signIn("ctv.dao-tao")).body).toContain("Tài khoản này đang khóa");
    await admin.post(`${ACCOUNTS}/${id("ctv.dao-tao")}`, { viec: "mo-khoa" });
    expect((await desk.browser().signIn("ctv.dao-tao")).statusCode).toBe(303);
    const own = await admin.post(`${ACCOUNTS}/${id("quantri")}`, { viec: "khoa" });
    expect([own.statusCode, own.body.includes("không thể tự khóa")]).toEqual([422, true]);
  });

  test.each([
    ["ngắn quá", "Mật khẩu cần ít nhất 14 ký tự"],
    ["thuky là bạn của tôi", "không được chứa tên đăng nhập"],
    ["tên tôi Vũ Hồng Lan đây", "không được chứa tên đăng nhập hoặc họ tên"],
    ["matkhau123456789", "quá dễ đoán"],
    [PASSWORD, "trùng với mật khẩu hiện tại"],
  ])("REQ-138: %s is no new password", async (password, words) => {
    later();
    const person = await desk.signedIn("thuky");
    await onPage(person, "/ban-bien-tap/mat-khau");
    const typed = { "mat-khau-cu": PASSWORD, "mat-khau-moi": password, "mat-khau-nhap-lai": password };
    const answer = await person.post("/ban-bien-tap/mat-khau", typed);
    expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true]);
  });

  test("guessing the present password in an open session waits and is logged like at the door", async () => {
    later();
    const person = await desk.signedIn("thuky");
    await onPage(person, "/ban-bien-tap/mat-khau");
    const guess = (old: string) =>
      person.post("/ban-bien-tap/mat-khau", {
        "mat-khau-cu": old,
        "mat-khau-moi": "một câu hoàn toàn mới",
        "mat-khau-nhap-lai": "một câu hoàn toàn mới",
      });
    expect((await guess("sai rồi")).body).toContain("Mật khẩu hiện tại chưa đúng");
    expect((await guess(PASSWORD)).body).toContain("chưa thử tiếp được");
    const rows = await opened.portal.db
      .selectFrom("evidence")
      .select(["person", "hat"])
      .where("act", "=", "password.refused")
      .execute();
    expect(rows).toEqual([{ person: id("thuky"), hat: "SECRETARY" }]);
  });

  test("a person whose last office ended is signed out with a word, and cannot come in again", async () => {
    later();
    const person = await desk.signedIn("phoban.hanh-chinh");
    const appointment = await opened.portal.db
      .selectFrom("appointment")
      .select("id")
      .where("person_id", "=", id("phoban.hanh-chinh"))
      .executeTakeFirstOrThrow();
    const end = { appointment: appointment.id, to: "2026-11-24", paper: "40/QĐ" };
    expect((await opened.portal.act(BY_SYSTEM, endAppointment, end)).ok).toBe(true);
    expect((await person.get("/ban-bien-tap/nhat-ky")).statusCode).toBe(200);
    clock.advance(24 * 3600);
    const away = await person.get("/ban-bien-tap/nhat-ky");
    expect(away.headers.location).toContain("ly-do=het-vai-tro");
    expect(await onPage(person, String(away.headers.location))).toContain("không còn giữ vai trò nào");
    const again = await desk.browser().signIn("phoban.hanh-chinh");
    expect([again.statusCode, again.body.includes("không giữ vai trò nào")]).toEqual([403, true]);
  });

  test("whoever left the centre cannot sign in from the day after", async () => {
    const name = "ctv.dao-tao";
    expect((await opened.portal.act(BY_SYSTEM, leave, { person: id(name), on: "2026-11-25", paper: "41/QĐ" })).ok).toBe(
      true,
    );
    later();
    expect((await desk.browser().signIn(name)).statusCode).toBe(303);
    clock.advance(24 * 3600);
    expect((await desk.browser().signIn(name)).body).toContain("thôi làm việc tại đơn vị");
  });

  test("demonstration passwords open nothing in real data", async () => {
    const wish = { person: id("thanhtra"), username: "thanhtra", password: "demo", isDemo: true };
    expect((await createAccount(opened.portal.door, BY_SYSTEM, wish)).ok).toBe(true);
    expect((await desk.browser().signIn("thanhtra", "demo")).statusCode).toBe(303);
    await opened.portal.act(BY_SYSTEM, changeSettings, { "portal.isDemo": false });
    expect((await desk.browser().signIn("thanhtra", "demo")).body).toContain("Tài khoản dùng thử");
    await opened.portal.act(BY_SYSTEM, changeSettings, { "portal.isDemo": true });
  });

  test("settings: what was typed is checked and kept; old and new values are in the log, secrets nowhere", async () => {
    admin = await desk.signedIn("quantri");
    const href = "/ban-bien-tap/cai-dat";
    expect(await onPage(admin, href)).toContain("Địa chỉ chính thức chưa được xác nhận");
    const typed = {
      "ten-cong": "Cổng thử",
      "ten-ngan": "TT Thử",
      "chu-quan": "Sở",
      "dia-danh": "Hải Phòng",
      "ten-mien": "https://sai.vn/x",
      "ten-mien-khac": "tgdtxhaiphong.haiphong.edu.vn\r\nCU.example.vn",
      "thu-dien-tu": "banbientap@trungtam.example",
      "chuoi-cong-khai": ["author", "approver"],
      "thu-cong": "25",
      "thu-mat-khau": "bí mật của máy thư",
    };
    const refused = await admin.post(href, typed);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('value="https://sai.vn/x"');
    expect(refused.body).toContain("Giá trị của “Tên miền chính thức” chưa dùng được.");
    const done = await admin.post(href, { ...typed, "ten-mien": "cong.example.vn", "da-xac-nhan": "on" });
    expect(done.headers.location).toBe(`${href}?xong=da-ghi`);
    expect(await opened.portal.settings()).toMatchObject({
      "site.canonicalHost": "cong.example.vn",
      "site.aliases": ["tgdtxhaiphong.haiphong.edu.vn", "cu.example.vn"],
      "site.hostConfirmed": true,
      "newsroom.publicChain": ["author", "approver"],
      "mail.port": 25,
      "mail.password": "bí mật của máy thư",
      "portal.isDemo": true,
    });
    const page = await onPage(admin, href);
    expect(page).not.toContain("bí mật của máy thư");
    expect(page).toContain("Đã có mật khẩu");
    const log = JSON.stringify(await opened.portal.db.selectFrom("evidence").select("content").execute());
    expect(log).toContain('\\"mail.password\\":\\"đã đổi\\"');
    expect(log).not.toContain("bí mật của máy thư");
    const forged = await (await desk.signedIn("thuky")).get(href);
    expect(forged.statusCode).toBe(403);
  });

  test("the log shows each hat what it reaches, and its filters stand in the address", async () => {
    const href = "/ban-bien-tap/nhat-ky";
    const count = (html: string) => Number(/Có <strong>([\d.]+)<\/strong>/.exec(html)?.[1]?.replaceAll(".", ""));
    const all = count(await onPage(admin, href));
    const rows = await opened.portal.db.selectFrom("evidence").select(["seq", "person"]).execute();
    expect(all).toBe(rows.length);
    const head = await desk.signedIn("truong.dao-tao");
    const unit = opened.centre.units["dao-tao"];
    const people = await opened.portal.db.selectFrom("person").select("id").where("unit_id", "=", unit!).execute();
    const inReach = await opened.portal.db
      .selectFrom("evidence")
      .select("seq")
      .where(
        "person",
        "in",
        people.map((row) => row.id),
      )
      .execute();
    const seen = await onPage(head, href);
    expect(count(seen)).toBe(inReach.length);
    expect(seen).not.toContain("Hoàng Gia Bảo");
    expect(count(await onPage(head, `${href}?nguoi=${id("quantri")}`))).toBe(0);
    const resets = await onPage(admin, `${href}?viec=account.password&nguoi=${id("quantri")}`);
    expect(count(resets)).toBe(1);
    expect(resets).toContain("Đổi hoặc đặt lại mật khẩu");
    expect(count(await onPage(admin, `${href}?tu=2026-11-25&den=2026-11-25&viec=person.leave`))).toBe(1);
    expect(count(await onPage(admin, `${href}?tu=2026-11-26&viec=person.leave`))).toBe(0);
    const second = await onPage(admin, `${href}?trang=2`);
    expect(second).toContain('aria-current="page"');
    expect(await onPage(admin, `${href}?trang=999999&tu=khong-phai-ngay`)).toContain("Nhật ký");
  });

  test("the list of mails says to whom, how often tried, and what went wrong", async () => {
    const at = clock.now();
    await opened.portal.database.transact((tx) =>
      tx
        .insertInto("outbox")
        .values({
          id: "thu-1",
          kind: "mail",
          payload: JSON.stringify({ to: "hoa@trungtam.example", subject: "Bài chờ duyệt", text: "nội dung kín" }),
          created_at: at,
          next_try_at: at,
          attempts: 2,
          done_at: null,
          last_error: "ECONNREFUSED",
        })
        .execute(),
    );
    const page = await onPage(admin, "/ban-bien-tap/thu-da-gui");
    for (const words of ["hoa@trungtam.example", "Bài chờ duyệt", "ECONNREFUSED", "Chưa có máy chủ thư"]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain("nội dung kín");
    expect((await (await desk.signedIn("truong.dao-tao")).get("/ban-bien-tap/thu-da-gui")).statusCode).toBe(403);
  });

  test("every page is valid, and so is each with its refusals", async () => {
    const browser = desk.browser();
    const pages = [(await browser.signIn("khong.co", "sai")).body, await onPage(browser, "/ban-bien-tap/dang-nhap")];
    for (const path of ["tai-khoan", "mat-khau", "cai-dat", "nhat-ky", "thu-da-gui"]) {
      pages.push(await onPage(admin, `/ban-bien-tap/${path}`));
    }
    pages.push((await admin.post(ACCOUNTS, { nguoi: "", "ten-dang-nhap": "x" })).body);
    pages.push((await admin.post("/ban-bien-tap/mat-khau", { "mat-khau-moi": "a", "mat-khau-nhap-lai": "b" })).body);
    pages.push((await admin.post("/ban-bien-tap/cai-dat", { "ten-cong": "", "thu-cong": "x" })).body);
    for (const html of pages) {
      const { results } = await checker.validateString(html);
      const problems = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      );
      expect([/<title>([^<]*)/.exec(html)?.[1], problems]).toEqual([expect.any(String), []]);
    }
  });
});
