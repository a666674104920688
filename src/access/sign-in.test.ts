import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk, PASSWORD } from "../../test/support/desk.ts";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { signInRoutes } from "../desk/routes-sign-in.tsx";
import { verifyChain } from "../evidence/verify.ts";

const SIGN_IN = "/ban-bien-tap/dang-nhap";

eachEngine("signing in", (engine) => {
  let clock: FixedClock;
  let opened: TestPortal;
  let desk: Desk;

  beforeAll(async () => {
    clock = fixedClock(TEST_NOW);
    opened = await openTestPortal(engine, { clock });
    desk = await openDesk(opened.portal, (app, access) => {
      signInRoutes(app, access);
      app.get("/ban-bien-tap", { config: { may: "signed-in" } }, (request, reply) =>
        reply.send({ person: request.visitor!.person.fullName, hat: request.visitor!.hat.hat, csrf: request.csrf }),
      );
      app.get("/ban-bien-tap/chi-quan-tri", { config: { may: "account.manage" } }, (_, reply) => reply.send("ok"));
      app.post("/ban-bien-tap/chi-quan-tri", { config: { may: "account.manage" } }, (_, reply) => reply.send("done"));
      app.post("/ban-bien-tap/viec", { config: { may: "signed-in" } }, (_, reply) => reply.send("done"));
    });
    const { thuky, giamdoc, quantri } = opened.centre.people;
    await desk.giveAccounts({ thuky: thuky!.id, giamdoc: giamdoc!.id, quantri: quantri!.id });
  });
  afterAll(async () => {
    await desk.app.close();
    await opened.close();
  });

  const evidence = async (act: string) =>
    (await opened.portal.db.selectFrom("evidence").selectAll().where("act", "=", act).orderBy("seq").execute()).map(
      (row) => ({ ...row, content: JSON.parse(row.content) as Record<string, unknown> }),
    );
  const later = () => clock.advance(16 * 60);

  test("a right name and password open a session that only this site's pages carry, and the log says so", async () => {
    const browser = desk.browser();
    await browser.get(SIGN_IN);
    const answer = await browser.post(SIGN_IN, {
      ten: " ThuKy ",
      "mat-khau": PASSWORD,
      "tro-lai": "/ban-bien-tap?loc=1",
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, "/ban-bien-tap?loc=1"]);
    const session = answer.cookies.find(({ name }) => name === "__Secure-cong.session_token");
    expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/", maxAge: 12 * 3600 });
    expect((await browser.get("/ban-bien-tap")).json()).toMatchObject({ person: "Vũ Hồng Lan", hat: "SECRETARY" });
    const [row] = (await evidence("signin.done")).slice(-1);
    expect(row).toMatchObject({
      person: opened.centre.people.thuky!.id,
      hat: "SECRETARY",
      content: { account: "thuky", address: "203.0.113.0/24" },
    });
  });

  test("a wrong password and an unknown name get the same answer, which keeps the name and no password", async () => {
    const pages: string[] = [];
    for (const name of ["thuky", "khong.co.ai"]) {
      later();
      const browser = desk.browser();
      const answer = await browser.signIn(name, "sai mật khẩu rồi nhé");
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain(`value="${name}"`);
      expect(answer.body).not.toContain("sai mật khẩu rồi nhé");
      pages.push(answer.body.replaceAll(name, "").replace(/nonce="[^"]*"|value="[\w-]{43}"|\d\d:\d\d:\d\d/g, ""));
    }
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).toContain("Tên đăng nhập hoặc mật khẩu chưa đúng.");
  });

  test("each refused sign-in is in the log without the password, and a name nobody has only by its beginning", async () => {
    later();
    const before = (await evidence("signin.refused")).length;
    await desk.browser().signIn("thuky", "mật khẩu bị lộ 2026");
    await desk.browser({ address: "2001:db8:1:2:3:4:5:6" }).signIn("matkhaucuatoi", "x");
    const rows = (await evidence("signin.refused")).slice(before);
    expect(rows).toMatchObject([
      { person: "system", hat: "SYSTEM", content: { account: "thuky", address: "203.0.113.0/24", why: "wrong" } },
      { subject: "account:unknown", content: { account: "mat…", address: "2001:db8:1::/48", why: "wrong" } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/bị lộ|matkhaucuatoi/);
  });

  test("REQ-138, Đ17.k2: each failure makes the next try wait longer, and the fifth closes the account for fifteen minutes", async () => {
    later();
    const browser = desk.browser();
    for (const wait of [1, 2, 4, 8]) {
      expect((await browser.signIn("giamdoc", "sai")).statusCode).toBe(403);
      const early = await browser.signIn("giamdoc", PASSWORD);
      expect(early.statusCode).toBe(429);
      expect(early.body).toContain("Có thể thử lại từ");
      clock.advance(wait);
    }
    expect((await browser.signIn("giamdoc", "sai")).statusCode).toBe(403);
    clock.advance(14 * 60);
    expect((await browser.signIn("giamdoc", PASSWORD)).statusCode).toBe(429);
    expect((await desk.browser({ address: "198.51.100.9" }).signIn("giamdoc", PASSWORD)).statusCode).toBe(429);
    expect((await desk.browser().signIn("quantri", PASSWORD)).statusCode).toBe(303);
    clock.advance(61);
    expect((await browser.signIn("giamdoc", PASSWORD)).statusCode).toBe(303);
  });

  test("of many guesses sent at once, one is looked at: the right one among them opens nothing", async () => {
    later();
    const browsers = Array.from({ length: 12 }, (_, n) => desk.browser({ address: `198.51.100.${n + 20}` }));
    for (const browser of browsers) await browser.get(SIGN_IN);
    const answers = await Promise.all(
      browsers.map((browser, n) =>
        browser.post(SIGN_IN, { ten: "giamdoc", "mat-khau": n === 11 ? PASSWORD : `đoán ${n}` }),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 403).length).toBeLessThanOrEqual(1);
    const opened = answers.filter(({ statusCode }) => statusCode === 303).length;
    expect(opened + answers.filter(({ statusCode }) => statusCode === 403).length).toBeGreaterThan(0);
    expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(10);
  });

  test("an address from which many accounts are tried has to wait, whatever the account", async () => {
    later();
    const browser = desk.browser({ address: "192.0.2.99" });
    for (let n = 0; n < 20; n += 1) expect((await browser.signIn(`nguoi.la${n}`, "sai")).statusCode).toBe(403);
    expect((await browser.signIn("quantri", PASSWORD)).statusCode).toBe(429);
    expect((await desk.browser().signIn("quantri", PASSWORD)).statusCode).toBe(303);
  });

  test.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/tin-tuc",
    "/ban-bien-tapx",
    "javascript:alert(1)",
  ])("nobody is sent on to %s after signing in", async (back) => {
    later();
    expect((await desk.browser().signIn("quantri", PASSWORD, back)).headers.location).toBe("/ban-bien-tap");
  });

  test("Đ3.k2.d: whoever is not signed in is sent to the sign-in page, and back to where he wanted to go", async () => {
    const answer = await desk.browser().get("/ban-bien-tap/chi-quan-tri?a=1");
    const expected = `${SIGN_IN}?tro-lai=%2Fban-bien-tap%2Fchi-quan-tri%3Fa%3D1`;
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expected]);
    const odd = await desk.browser().get("/ban%2Dbien%2Dtap/chi-quan-tri");
    expect(odd.statusCode).toBe(303);
  });

  test("a form sent after the session is over comes back with what was typed, to be sent again", async () => {
    const browser = desk.browser();
    await browser.get(SIGN_IN);
    const answer = await browser.post("/ban-bien-tap/viec", { "tieu-de": "Khai giảng <năm> học", "mat-khau": "x" });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('value="Khai giảng &lt;năm> học"');
    expect(answer.body).toContain(`href="${SIGN_IN}?tro-lai=%2Fban-bien-tap"`);
    const over = await browser.post("/ban-bien-tap/viec", { csrf: "của phiên đã hết", "tieu-de": "Khai giảng" });
    expect([over.statusCode, over.body.includes('value="Khai giảng"')]).toEqual([401, true]);
  });

  test("a forged, altered or invented session opens nothing", async () => {
    later();
    const browser = await desk.signedIn("quantri");
    const name = "__Secure-cong.session_token";
    const real = decodeURIComponent(browser.cookies.get(name)!);
    const [token, signature] = real.split(/\.(?=[^.]+$)/) as [string, string];
    for (const forged of [`${token}.${"A".repeat(43)}=`, `x${token.slice(1)}.${signature}`, token, "", "null"]) {
      browser.cookies.set(name, encodeURIComponent(forged));
      expect([forged.length, (await browser.get("/ban-bien-tap")).statusCode]).toEqual([forged.length, 303]);
    }
    browser.cookies.set(name, encodeURIComponent(real));
    expect((await browser.get("/ban-bien-tap")).statusCode).toBe(200);
  });

  test("a form with a wrong token, or a token of before the sign-in, changes nothing", async () => {
    later();
    const browser = await desk.signedIn("quantri");
    const beforeSignIn = browser.csrf;
    expect((await browser.post("/ban-bien-tap/viec", { csrf: "x" })).statusCode).toBe(403);
    expect((await browser.post("/ban-bien-tap/viec", { csrf: beforeSignIn })).statusCode).toBe(403);
    const { csrf } = (await browser.get("/ban-bien-tap")).json();
    expect((await browser.post("/ban-bien-tap/viec", { csrf })).body).toBe("done");
  });

  test("Đ8.k1.g3: one person chooses among his hats, for this session only, and no hat he does not wear", async () => {
    later();
    const browser = await desk.signedIn("thuky");
    const other = await desk.signedIn("thuky");
    const { csrf } = (await browser.get("/ban-bien-tap")).json();
    const appointments = await opened.portal.db.selectFrom("appointment").select(["id", "hat", "person_id"]).execute();
    const lan = opened.centre.people.thuky!.id;
    const admin = appointments.find(({ hat, person_id }) => hat === "ADMIN" && person_id === lan)!.id;
    const chief = appointments.find(({ hat }) => hat === "CHIEF")!.id;
    const closed = await browser.get("/ban-bien-tap/chi-quan-tri");
    expect([closed.statusCode, closed.body.includes("Trang này dành cho: Quản trị Cổng.")]).toEqual([403, true]);
    expect(closed.body).toContain('name="tro-lai" value="/ban-bien-tap/chi-quan-tri"');
    const sent = await browser.post("/ban-bien-tap/chi-quan-tri", { csrf, "ly-do": "Cần mở lại" });
    expect([sent.statusCode, sent.body.includes('name="ly-do" value="Cần mở lại"')]).toEqual([403, true]);
    for (const forged of [chief, "CHIEF", ""]) {
      expect((await browser.post("/ban-bien-tap/vai-tro", { csrf, hat: forged })).statusCode).toBe(403);
    }
    const back = "/ban-bien-tap/chi-quan-tri";
    const answer = await browser.post("/ban-bien-tap/vai-tro", { csrf, hat: admin, "tro-lai": back });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, back]);
    expect((await browser.get(back)).body).toBe("ok");
    expect((await other.get("/ban-bien-tap")).json()).toMatchObject({ hat: "SECRETARY" });
  });

  test("signing out ends the session itself, not only the cookie, and is in the log", async () => {
    later();
    const browser = await desk.signedIn("quantri");
    const stolen = new Map(browser.cookies);
    const { csrf } = (await browser.get("/ban-bien-tap")).json();
    const answer = await browser.post("/ban-bien-tap/dang-xuat", { csrf });
    expect(answer.headers.location).toBe(`${SIGN_IN}?da-ra=1`);
    expect(browser.cookies.has("__Secure-cong.session_token")).toBe(false);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect((await browser.get("/ban-bien-tap")).statusCode).toBe(303);
    expect(await evidence("signin.end")).toMatchObject([{ person: opened.centre.people.quantri!.id, hat: "ADMIN" }]);
  });

  test("the whole log still proves itself", async () => {
    expect((await verifyChain(opened.portal.db)).bad).toBeNull();
  });
});
