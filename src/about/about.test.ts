import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../test/support/raw.ts";
import { dayOf } from "../kernel/clock.ts";
import { fillAbout } from "../sample/about.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { isPublicFile } from "../site/site.queries.ts";
import { publicState } from "./checklist.queries.ts";
import { checkItems } from "./checklist.ts";
import { confirmPage } from "./commands/confirm-page.ts";
import { movePage } from "./commands/move-page.ts";
import { savePage } from "./commands/save-page.ts";
import { setContact } from "./commands/set-contact.ts";
import type { PageAct } from "./page-moves.ts";
import { livePage, pageById, pageBySlug, pageMoves } from "./pages.queries.ts";
import { ABOUT_PATHS } from "./paths.ts";
import { structureOn } from "./structure.queries.ts";
import { upkeepOfPages } from "./upkeep.ts";
import { verifyAbout } from "./verify.ts";

eachEngine("pages, admissions and contacts", (engine) => {
  let house: TestPortal;
  let raw: Raw;

  beforeAll(async () => {
    house = await openTestPortal(engine);
    await fillAbout(house.portal, house.centre);
    raw = await openRaw(house.portal);
  });
  afterAll(async () => {
    await raw.close();
    await house.close();
  });

  const history = async () => (await pageBySlug(house.portal.db, "lich-su"))!;
  const rewrite = async (who: ReturnType<typeof by>, body: string) => {
    const page = await history();
    const content = { ...page.content, body };
    return house.portal.act(who, savePage, {
      id: page.id,
      kind: "text",
      slug: page.slug,
      unit: page.unit,
      content,
      files: [],
    });
  };
  const step = async (who: ReturnType<typeof by>, act: PageAct, reason = "") => {
    const page = await history();
    return house.portal.act(who, movePage, { id: page.id, act, reason, version: page.version });
  };
  const read = async () => (await livePage(house.portal.db, "text", "lich-su"))!.content.body;

  test("REQ-080, Đ14.k1: a new text replaces the public one only after the head and the head of the board", async () => {
    const { centre } = house;
    const before = await read();
    const secretary = by(centre, "Lan", "SECRETARY");
    expect((await rewrite(secretary, "Bản mới của Thư ký")).ok).toBe(true);
    expect(await step(by(centre, "Minh", "CHIEF"), "approve")).toMatchObject({ error: [{ code: "pageNotThere" }] });
    expect((await step(secretary, "submit")).ok).toBe(true);
    expect((await history()).state).toBe("AWAITING_HEAD");
    expect(await rewrite(secretary, "Sửa lúc đang chờ")).toMatchObject({ error: [{ code: "pageWaiting" }] });
    expect(await step(by(centre, "Hoa"), "headApprove")).toMatchObject({ error: [{ code: "pageNotYours" }] });
    expect((await step(by(centre, "Sơn"), "headApprove")).ok).toBe(true);
    expect(await read()).toBe(before);
    expect(await step(by(centre, "Minh", "CHIEF"), "return", "ngắn")).toMatchObject({
      error: [{ code: "pageReasonMissing" }],
    });
    expect((await step(by(centre, "Minh", "CHIEF"), "return", "Xin ghi rõ mốc thành lập")).ok).toBe(true);
    expect(await read()).toBe(before);
    expect((await rewrite(by(centre, "Sơn"), "Bản đã sửa của trưởng phòng")).ok).toBe(true);
    expect((await step(by(centre, "Sơn"), "submit")).ok).toBe(true);
    expect((await history()).state).toBe("AWAITING_CHIEF");
    expect((await step(by(centre, "Minh", "CHIEF"), "approve")).ok).toBe(true);
    expect(await read()).toBe("Bản đã sửa của trưởng phòng");
  });

  test("Đ15.k2: who can carry a page on is told that it waits, its author how it ended", async () => {
    const { portal, centre } = house;
    const rows = await portal.db
      .selectFrom("notification")
      .select(["person_id", "text"])
      .where("path", "=", ABOUT_PATHS.page((await history()).id))
      .where("text", "like", "Trang “%")
      .orderBy("created_at")
      .execute();
    const told = (words: string) =>
      new Set(rows.filter(({ text }) => text.includes(words)).map(({ person_id }) => person_id));
    expect(told("được trả lại: Xin ghi rõ mốc thành lập")).toEqual(new Set([by(centre, "Lan").person]));
    expect(told("đã được phê duyệt và công bố")).toContain(by(centre, "Sơn").person);
    const waits = told("Nay chờ bạn xem xét");
    for (const name of ["Sơn", "Minh", "Thúy"] as const) expect(waits).toContain(by(centre, name).person);
    for (const name of ["Hoa", "Mai", "Oanh"] as const) expect(waits).not.toContain(by(centre, name).person);
  });

  test("nobody approves a version he has not looked at, and nobody begins a fixed page twice", async () => {
    const page = await history();
    const stale = { id: page.id, act: "submit", reason: "", version: page.version - 1 } as const;
    expect(await house.portal.act(by(house.centre, "Sơn"), movePage, stale)).toMatchObject({ ok: false });
    const twice = {
      id: null,
      kind: "text",
      slug: "lich-su",
      unit: page.unit,
      content: page.content,
      files: [],
    } as const;
    expect(await house.portal.act(by(house.centre, "Sơn"), savePage, twice)).toMatchObject({
      error: [{ code: "pageUnknown" }],
    });
  });

  test("an admission that lacks its window or turns it round is not sent", async () => {
    const { portal, centre } = house;
    const who = by(centre, "Hoa");
    const content = { title: "Tuyển sinh thử", opensOn: "2026-12-10", closesOn: "2026-12-01" };
    const unit = centre.units["dao-tao"]!;
    const saved = await portal.act(who, savePage, {
      id: null,
      kind: "admission",
      slug: null,
      unit,
      content,
      files: [],
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    const sent = await portal.act(who, movePage, { id: saved.value.page, act: "submit", reason: "", version: 1 });
    expect(!sent.ok && sent.error.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["pageFieldMissing", "pagePeriodInverted"]),
    );
    expect((await pageById(portal.db, saved.value.page))!.liveVersion).toBeNull();
  });

  test("the file of results is public with its admission", async () => {
    const over = (await livePage(
      house.portal.db,
      "admission",
      "tuyen-sinh-lop-10-giao-duc-thuong-xuyen-nam-hoc-2026-2027",
    ))!;
    expect(over.files).toMatchObject([{ role: "result" }]);
    expect(await isPublicFile(house.portal.db, over.files[0]!.hash)).toBe(true);
  });

  test("a leader's contact is shown only with consent; a personal mail service is flagged", async () => {
    const { portal, centre } = house;
    const deputy = centre.people["phoban.hanh-chinh"]!.id;
    const contact = {
      subject: "person",
      id: deputy,
      phone: "0225 000 0099",
      email: "ha@gmail.com",
      place: "",
      task: "Hành chính",
    } as const;
    const today = dayOf(portal.clock.now());
    await portal.act(by(centre, "Bảo"), setContact, { ...contact, isShown: false });
    const hidden = (await structureOn(portal.db, today)).leaders.find(({ id }) => id === deputy);
    expect(hidden?.contact.phone).toBe("");
    await portal.act(by(centre, "Bảo"), setContact, { ...contact, isShown: true });
    const shown = (await structureOn(portal.db, today)).leaders.find(({ id }) => id === deputy);
    expect(shown?.contact.phone).toBe("0225 000 0099");
    const other = { ...contact, phone: "gọi tôi", isShown: true };
    expect(await portal.act(by(centre, "Hoa"), setContact, other)).toMatchObject({
      error: [{ code: "contactNotYours" }, { code: "contactPhoneInvalid" }],
    });
  });

  test("REQ-099, Đ14.k7: the portal is not complete while a required item is empty, or its official mail is a personal one", async () => {
    const { portal } = house;
    const look = async () =>
      checkItems(await publicState(portal.db, await portal.settings(), dayOf(portal.clock.now())));
    const missing = async () =>
      (await look()).items.filter((one) => one.item.isRequired && one.missing).map(({ item }) => item.id);
    expect((await look()).isComplete).toBe(false);
    expect(await missing()).toEqual(["news", "documents", "disclosure", "opinions", "procedures", "services"]);
    await portal.act({ person: "system", hat: "SYSTEM" }, changeSettings, { "site.email": "trungtam@gmail.com" });
    expect(await missing()).toContain("contact");
  });

  test("Đ13.k1.b: who keeps a page says in one step that it is still right; it is looked at again in a year", async () => {
    const { portal, centre } = house;
    const page = (await pageBySlug(portal.db, "chuc-nang-nhiem-vu"))!;
    const confirmed = (who: ReturnType<typeof by>, version = page.version) =>
      portal.act(who, confirmPage, { id: page.id, version });
    const notYours = { error: [{ code: "pageNotYours", clause: "Đ14.k1" }] };
    expect(await confirmed(by(centre, "Hoa"))).toMatchObject(notYours);
    expect(await confirmed(by(centre, "Oanh", "INSPECTOR"))).toMatchObject(notYours);
    expect(await confirmed(by(centre, "Sơn"), page.version + 1)).toMatchObject({ error: [{ code: "pageNotThere" }] });
    expect((await confirmed(by(centre, "Sơn"))).ok).toBe(true);
    expect((await confirmed(by(centre, "Lan", "SECRETARY"))).ok).toBe(true);
    expect((await upkeepOfPages(portal.db)).get(page.id)).toEqual({
      confirmedOn: "2026-11-24",
      reviewOn: "2027-11-24",
    });
    expect(await pageById(portal.db, page.id)).toEqual(page);
    expect((await pageMoves(portal.db, page.id)).slice(0, 2).map(({ act }) => act)).toEqual(["confirm", "confirm"]);
    expect((await verifyAbout(portal.db)).bad).toBeNull();
  });

  test("a page that is being rewritten is not said to be still right", async () => {
    const { portal, centre } = house;
    const { id, kind, slug, unit, content } = (await pageBySlug(portal.db, "gioi-thieu"))!;
    const draft = { id, kind, slug, unit, content: { ...content, body: "Bản nháp mới" }, files: [] };
    const saved = await portal.act(by(centre, "Sơn"), savePage, draft);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    const answer = await portal.act(by(centre, "Sơn"), confirmPage, { id, version: saved.value.version });
    expect(answer).toMatchObject({ error: [{ code: "pageNotThere" }] });
  });

  describe("the database itself refuses", () => {
    test.each([
      ["to delete a page", "delete from page"],
      ["to take a page from the public", "update page set live_version = null where slug = 'lich-su'"],
      ["to show a version nobody approved", "update page set live_version = 2 where slug = 'lich-su'"],
      ["to move a page without a step", "update page set state = 'DRAFT' where slug = 'lich-su'"],
      ["to move a page to another address", "update page set slug = 'khac' where slug = 'lich-su'"],
      ["to rewrite a version", "update page_version set content = '{}'"],
      ["to delete a version", "delete from page_version"],
      ["to rewrite a step", "update page_move set hat = 'CHIEF'"],
      ["to delete a step", "delete from page_move"],
      ["to take a file away", "delete from page_file"],
    ])("%s", async (_, statement) => {
      await raw.run("begin");
      const error = await raw.run(statement).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      await raw.run("rollback");
      expect(error !== null && isRefusedByDatabase(error)).toBe(true);
    });
  });
});
