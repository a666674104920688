import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, HOST, openDesk } from "../../test/support/desk.ts";
import { type DisclosureRoom, openDisclosure } from "../../test/support/disclosure.ts";
import { openRaw } from "../../test/support/raw.ts";
import { BY_SYSTEM } from "../act.ts";
import { publishDue } from "../clocks/publish-due.ts";
import { disagreements } from "../search/rebuild.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { SETTING_KEYS, SETTINGS } from "../settings/settings.ts";
import { siteRoutes } from "../site/site.tsx";
import { siteFrame } from "../site/site-frame.ts";
import { robotsTxt } from "../site/sitemaps.ts";
import { disclosedAddresses } from "./addresses.queries.ts";
import { changeItem } from "./commands/change-item.ts";
import { changeRegime } from "./commands/keep-regime.ts";
import { confirmRedaction, executeRedaction, proposeRedaction } from "./commands/redact.ts";
import { EMPTY_CONTENT } from "./content.ts";
import { readEntry, readRegimes } from "./disclosure.queries.ts";
import { DISCLOSED } from "./search-source.ts";
import { disclosureSite } from "./site.tsx";
import { faultOf, watchDisclosure } from "./watch.ts";

const ASSETS = { siteCss: "/site.css", deskCss: "/desk.css", fonts: [], islands: {} };
const BASE = "/cong-khai/2025-2026/doi-ngu";

describe("Đ13.k1.c.g3: what is disclosed stays readable by everybody", () => {
  let room: DisclosureRoom;
  let desk: Desk;

  const get = async (path: string) => {
    const answer = await desk.app.inject({ url: path, headers: { host: HOST } });
    return { status: answer.statusCode, headers: answer.headers as Record<string, string>, body: answer.body };
  };
  /** Every published address, opened without a session; what is in the way of a reader. */
  const hidden = async () => {
    desk.app.pages.dropTags(["all"]);
    const faults: string[] = [];
    for (const { path, hash } of await disclosedAddresses(room.portal.db)) {
      const fault = faultOf(await get(path), hash);
      if (fault !== "") faults.push(`${path}: ${fault}`);
    }
    return faults;
  };

  beforeAll(async () => {
    room = await openDisclosure("sqlite");
    desk = await openDesk(room.portal, (app) => {
      siteRoutes(app, room.portal, ASSETS);
      disclosureSite(app, room.portal, ASSETS);
    });
    const tables = [{ caption: "Đội ngũ", columns: ["Chỉ tiêu", "Số lượng"], rows: [["=1+1", "32"]], source: null }];
    await room.publish("doi-ngu", "2025-2026", { tables });
    await room.publish("doi-ngu", "2025-2026", { tables, text: "Số liệu tháng mười.", changedOn: "2026-11-20" });
    await room.publish("co-so-vat-chat", "2025-2026");
  }, 60_000);

  afterAll(async () => {
    await desk?.app.close();
    await room?.close();
  });

  test("there is something to hide: three versions at their addresses", async () => {
    expect((await disclosedAddresses(room.portal.db)).map(({ path }) => path)).toEqual([
      "/cong-khai",
      "/cong-khai/2025-2026",
      "/cong-khai/2025-2026/co-so-vat-chat",
      "/cong-khai/2025-2026/co-so-vat-chat/ban-1",
      `${BASE}/ban-1`,
      BASE,
      `${BASE}/ban-2`,
    ]);
    expect(await hidden()).toEqual([]);
  });

  test("supersede: the old version says so and names the new one", async () => {
    const old = await get(`${BASE}/ban-1`);
    expect(old.body).toContain("Bản này đã thay thế");
    expect(old.body).toContain("Nội dung bản 1.");
    expect((await get(BASE)).body).toContain("Số liệu tháng mười.");
  });

  test("setting: no value of any setting hides a page or takes the section from the menu", async () => {
    const extremes: Record<string, unknown[]> = {
      string: ["", "x"],
      boolean: [true, false],
      number: [1, 60],
      array: [[]],
    };
    const kept = await room.portal.settings();
    for (const key of SETTING_KEYS) {
      if (key === "site.canonicalHost") continue;
      const value = kept[key];
      for (const extreme of extremes[Array.isArray(value) ? "array" : typeof value]!) {
        if (!SETTINGS[key].safeParse(extreme).success) continue;
        await room.portal.act(BY_SYSTEM, changeSettings, { [key]: extreme });
        const frame = siteFrame(await room.portal.settings(), [], ASSETS);
        expect(
          frame.menu.some(({ href }) => href === "/cong-khai"),
          key,
        ).toBe(true);
      }
      expect(await hidden(), key).toEqual([]);
      await room.portal.act(BY_SYSTEM, changeSettings, { [key]: value });
    }
  });

  test("Đ13.k1.c.g1, menu: the section stands in it on every page, with no sections and with many", async () => {
    for (const path of ["/", "/cong-khai", "/so-do-cong"])
      expect((await get(path)).body, path).toContain('href="/cong-khai"');
    const many = Array.from({ length: 30 }, (_, n) => ({
      id: `${n}`,
      slug: `m${n}`,
      name: `Mục ${n}`,
      description: "",
    }));
    const { menu } = siteFrame(await room.portal.settings(), many, ASSETS);
    expect(menu.some(({ href }) => href === "/cong-khai")).toBe(true);
  });

  test("robots, noindex: no rule of ours keeps search engines away", async () => {
    const disallowed = robotsTxt("https://x")
      .split("\n")
      .filter((line) => line.startsWith("Disallow:"));
    expect(disallowed.filter((line) => "/cong-khai/x".startsWith(line.slice(10).trim()))).toEqual([]);
    const { body, headers } = await get(BASE);
    expect(headers["x-robots-tag"]).toBeUndefined();
    expect(body).not.toMatch(/noindex/i);
    expect((await get("/sitemap.xml")).body).toContain(`${BASE}/ban-1`);
  });

  test("login: no session is asked for, and one changes nothing", async () => {
    const anonymous = await get(BASE);
    const signedIn = await desk.app.inject({ url: BASE, headers: { host: HOST, cookie: "session=x" } });
    expect([anonymous.status, signedIn.statusCode]).toEqual([200, 200]);
    expect(signedIn.body).toBe(anonymous.body);
  });

  test("redirect: a redirect entered for its address is not followed", async () => {
    const raw = await openRaw(room.portal);
    const columns = await raw.one("select group_concat(name) from pragma_table_info('redirect')");
    const values = columns
      .split(",")
      .map((name) => (/from/.test(name) ? `'${BASE}'` : /to|target/.test(name) ? "'/'" : "'2026-01-01T00:00:00.000Z'"));
    await raw.run(`insert into redirect (${columns}) values (${values.join(",")})`);
    await raw.close();
    expect(await hidden()).toEqual([]);
  });

  test("regime, rename: a regime that ends, an item that ends or is renamed, keeps every address and every past name", async () => {
    const { portal, by, must } = room;
    const keeper = by("thuky", "SECRETARY");
    const item = await room.itemOf("doi-ngu");
    const regimes = await readRegimes(portal.db);
    const tt09 = regimes.find(({ id }) => id === "tt-09-2024")!;
    await must(portal.act(keeper, changeRegime, { ...tt09, regime: tt09.id, name: "Tên khác", toYear: 2026 }));
    await must(portal.act(keeper, changeItem, { ...item, item: item.id, title: "Mục khác", toYear: 2026 }));
    expect(await hidden()).toEqual([]);
    const lastYear = await get("/cong-khai/2025-2026");
    expect(lastYear.body).toContain(item.title);
    expect(lastYear.body).not.toContain("Mục khác");
    expect((await get("/cong-khai/2026-2027")).body).toContain("Mục khác");
    await must(portal.act(keeper, changeRegime, { ...tt09, regime: tt09.id }));
    await must(portal.act(keeper, changeItem, { ...item, item: item.id }));
  });

  test("clock, expire: nothing runs out, not after twenty years of clocks", async () => {
    const before = room.clock.now();
    room.clock.set("2046-11-24T01:00:00.000Z");
    await publishDue(room.portal);
    await watchDisclosure(room.portal, get);
    expect(await hidden()).toEqual([]);
    room.clock.set(before);
  });

  test("importer: the system's own hat may do nothing with an entry", async () => {
    const live = await room.portal.db
      .selectFrom("disclosure_entry")
      .select("id")
      .where("state", "=", "PUBLISHED")
      .executeTakeFirstOrThrow();
    const { moveEntry } = await import("./commands/move-entry.ts");
    for (const act of ["save", "return", "publish"] as const) {
      const answer = await room.portal.act(BY_SYSTEM, moveEntry, { entry: live.id, act, content: EMPTY_CONTENT });
      expect(answer.ok, act).toBe(false);
    }
    expect(await hidden()).toEqual([]);
  });

  test("CSV: a cell that a spreadsheet would run is written as text", async () => {
    const { body, headers } = await get(`${BASE}/bang-1.csv`);
    expect(headers["content-type"]).toContain("text/csv");
    expect(body).toContain("'=1+1,32");
    expect((await get(`${BASE}/ban-1/bang-1.csv`)).status).toBe(200);
    expect((await get(`${BASE}/bang-9.csv`)).status).toBe(404);
  });

  test("REQ-073: what is missing says so, with its day, and never answers 404", async () => {
    const { status, body } = await get("/cong-khai/2026-2027/ke-hoach-giao-duc");
    expect(status).toBe(200);
    expect(body).toContain("Đang cập nhật, hạn 30/06/2027");
    expect((await get("/cong-khai/2026-2028")).status).toBe(404);
    expect((await get("/cong-khai/2026-2027/khong-co")).status).toBe(404);
    expect((await get(`${BASE}/ban-3`)).status).toBe(404);
  });

  test("A-07: redaction replaces the data, keeps the address, and says by which order", async () => {
    const { portal, by, must } = room;
    const { id } = await portal.db
      .selectFrom("disclosure_entry")
      .select("id")
      .where("version", "=", 2)
      .executeTakeFirstOrThrow();
    const before = (await readEntry(portal.db, id))!;
    const { id: redaction } = await must(
      portal.act(by("thuky", "SECRETARY"), proposeRedaction, {
        entry: id,
        orderNumber: "15/CV-CA",
        orderDay: "2026-11-20",
        orderIssuer: "Công an thành phố",
        reason: "Bảo vệ dữ liệu cá nhân",
        content: { ...before.content, text: "[đã che theo quy định]" },
      }),
    );
    const early = await portal.act(by("thuky", "SECRETARY"), executeRedaction, { redaction });
    expect(early).toMatchObject({ ok: false, error: [{ code: "disclosureTwoNeeded" }] });
    await must(portal.act(by("giamdoc", "CHIEF"), confirmRedaction, { redaction }));
    const twice = await portal.act(by("giamdoc", "DIRECTOR"), confirmRedaction, { redaction });
    expect(twice).toMatchObject({ ok: false, error: [{ code: "disclosureSecondPerson" }] });
    const undelegated = await portal.act(by("thuongtruc", "STANDING_DEPUTY"), confirmRedaction, { redaction });
    expect(undelegated).toMatchObject({ ok: false, error: [{ code: "disclosureNotDelegated", clause: "Đ10.p3" }] });
    await room.delegateRedaction();
    await must(portal.act(by("thuongtruc", "STANDING_DEPUTY"), confirmRedaction, { redaction }));
    await must(portal.act(by("thuky", "SECRETARY"), executeRedaction, { redaction }));
    desk.app.pages.dropTags(["disclosure"]);
    const { status, body } = await get(BASE);
    expect(status).toBe(200);
    expect(body).not.toContain("Số liệu tháng mười.");
    expect(body).toContain("[đã che theo quy định]");
    expect(body).toContain("văn bản số 15/CV-CA ngày 20/11/2026 của Công an thành phố");
    expect(await hidden()).toEqual([]);
  });

  test("search finds the version in force, with what the public reads of it", async () => {
    expect(await room.portal.database.transact((tx) => disagreements(tx, [DISCLOSED]))).toEqual([]);
    const rows = await room.portal.db
      .selectFrom("search_entry")
      .select(["path", "body"])
      .where("kind", "=", "disclosure")
      .orderBy("path")
      .execute();
    expect(rows.map(({ path }) => path)).toEqual(["/cong-khai/2025-2026/co-so-vat-chat", BASE]);
    expect(rows[1]!.body).toContain("[đã che theo quy định]");
    expect(rows[1]!.body).not.toContain("Số liệu tháng mười");
  });
});

describe("the proof", () => {
  const answer = { status: 200, headers: {}, body: "<p>abc</p>" };
  test.each([
    ["the page with its text", answer, "abc", ""],
    ["another text", answer, "abd", "nội dung không đúng bản đã phê duyệt"],
    ["a redirect", { ...answer, status: 302 }, "abc", "chuyển sang địa chỉ khác"],
    ["an error", { ...answer, status: 500 }, "abc", "không đọc được"],
    [
      "kept from search engines by header",
      { ...answer, headers: { "x-robots-tag": "noindex" } },
      "abc",
      "cấm máy tìm kiếm",
    ],
    [
      "kept from them by the page",
      { ...answer, body: '<meta name="robots" content="noindex">abc' },
      "abc",
      "cấm máy tìm kiếm",
    ],
  ] as const)("%s", (_, given, hash, fault) => expect(faultOf(given, hash)).toBe(fault));

  test("a round is made when six hours are over, once, and a long stop is one gap, not many rounds", async () => {
    const room = await openDisclosure("sqlite");
    const { portal, clock } = room;
    const seen = async () => ({ status: 200, headers: {}, body: "" });
    expect(await watchDisclosure(portal, seen)).toEqual({ addresses: 1, failed: 0 });
    clock.advance(6 * 3600 - 1);
    expect(await watchDisclosure(portal, seen)).toBeNull();
    clock.advance(10 * 24 * 3600);
    expect(await watchDisclosure(portal, () => Promise.reject(new Error("down")))).toEqual({ addresses: 1, failed: 1 });
    expect(await watchDisclosure(portal, seen)).toBeNull();
    const rounds = await portal.db.selectFrom("disclosure_round").select("failed").orderBy("started_at").execute();
    expect(rounds).toEqual([{ failed: 0 }, { failed: 1 }]);
    await room.close();
  });
});
