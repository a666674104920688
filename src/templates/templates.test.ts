import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import { aboutDesk } from "../about/desk.tsx";
import { BY_SYSTEM } from "../act.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { newId } from "../kernel/ids.ts";
import { checkBody } from "../newsroom/body/schema.ts";
import { createArticle } from "../newsroom/commands/create-article.ts";
import { newsroomDesk } from "../newsroom/desk/routes.tsx";
import { adoptTemplates } from "./commands/adopt-templates.ts";
import { saveTemplate } from "./commands/save-template.ts";
import { templateDesk } from "./desk.tsx";
import { SEED_TEMPLATES } from "./seed.ts";
import { bodyFrom } from "./template.ts";
import { type Template, templatesOf, templateUsed } from "./templates.queries.ts";

test("headings, lists and paragraphs of a template become those of a body", () => {
  const types = bodyFrom("Mở đầu\ntiếp\n\n## Kết quả\n- một\n- hai").content.map(({ type }) => type);
  expect(types).toEqual(["paragraph", "heading", "bulletList"]);
});

test.each(SEED_TEMPLATES.map((template) => [template.name, template] as const))(
  "the first template “%s” is a body the editor opens",
  (_, { body }) => expect(checkBody(bodyFrom(body), newId).ok).toBe(true),
);

eachEngine("templates", (engine) => {
  let house: TestPortal;
  let story: Template;
  const secretary = () => by(house.centre, "Lan", "SECRETARY");

  beforeAll(async () => {
    house = await openTestPortal(engine);
    await house.portal.act(BY_SYSTEM, adoptTemplates, {});
    await house.portal.act(BY_SYSTEM, adoptTemplates, {});
    story = (await templatesOf(house.portal.db, "STORY"))[0]!;
  });
  afterAll(() => house.close());

  test("a portal begins with some, once", async () => {
    const { db } = house.portal;
    expect((await templatesOf(db, "STORY")).length + (await templatesOf(db, "PAGE")).length).toBe(
      SEED_TEMPLATES.length,
    );
  });

  test("Đ11: the secretary keeps them, nobody else", async () => {
    for (const who of [by(house.centre, "Mai"), by(house.centre, "Bảo"), by(house.centre, "Minh", "CHIEF")])
      expect(await house.portal.act(who, saveTemplate, { ...story, hint: "khác" })).toMatchObject({
        ok: false,
        error: [{ code: "templateNotYours", clause: "Đ11.g1" }],
      });
    const taken = { ...story, id: null };
    expect(await house.portal.act(secretary(), saveTemplate, taken)).toMatchObject({
      error: [{ code: "templateNameTaken" }],
    });
  });

  test("a draft has its words, remembers its version, and keeps both when the template changes", async () => {
    const { portal, centre } = house;
    const category = (await portal.db.selectFrom("category").select("id").executeTakeFirstOrThrow()).id;
    const input = { unit: centre.units["dao-tao"]!, category, isRepublished: false, template: story.id };
    const answer = await portal.act(by(centre, "Mai"), createArticle, input);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    expect(answer.value.content.body.content.map(({ type }) => type)).toContain("heading");
    expect(answer.value.content.body.content.every(({ attrs }) => typeof attrs?.id === "string")).toBe(true);
    const renamed = { ...story, name: "Tin hoạt động", isActive: false };
    expect(await portal.act(secretary(), saveTemplate, renamed)).toMatchObject({ ok: true, value: { version: 2 } });
    const subject = `article:${answer.value.article}`;
    expect(await templateUsed(portal.db, subject)).toEqual({ id: story.id, name: story.name });
    expect(await portal.act(by(centre, "Mai"), createArticle, input)).toMatchObject({
      ok: false,
      error: [{ code: "templateUnknown" }],
    });
    const raw = await openRaw(portal);
    for (const statement of [
      "update template_use set version = 2",
      "delete from template",
      "update template_version set content = '{}'",
    ]) {
      const error = await raw.run(statement).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(isRefusedByDatabase(error ?? {}), statement).toBe(true);
    }
    await raw.close();
  });
});

describe("at the desk", () => {
  let house: TestPortal;
  let desk: Desk;
  let lan: Browser;

  beforeAll(async () => {
    house = await openTestPortal("sqlite");
    const { portal, centre } = house;
    await portal.act(BY_SYSTEM, adoptTemplates, {});
    desk = await openDesk(portal, (app, access) => {
      accountRoutes(app, access);
      newsroomDesk(app, portal);
      templateDesk(app, deskRoom(portal));
      aboutDesk(app, deskRoom(portal));
    });
    await desk.giveAccounts({ mai: centre.people["ctv.dao-tao"]!.id, lan: centre.people.thuky!.id });
    lan = await desk.signedIn("lan");
    const { body } = await lan.get("/ban-bien-tap/mat-khau");
    const hat = /<option value="([^"]+)"[^>]*>Thư ký/.exec(body)?.[1];
    if (hat) await lan.post("/ban-bien-tap/vai-tro", { hat });
  });
  afterAll(async () => {
    await desk.app.close();
    await house.close();
  });

  test("the secretary adds one; a refused form keeps every word", async () => {
    await lan.get("/ban-bien-tap/mau/moi");
    const refused = await lan.post("/ban-bien-tap/mau/moi", {
      loai: "STORY",
      "noi-dung-mau": "Chỉ có nội dung",
      "dang-dung": "1",
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("Mẫu chưa có tên.");
    expect(refused.body).toContain("Chỉ có nội dung");
    const kept = await lan.post("/ban-bien-tap/mau/moi", {
      loai: "STORY",
      ten: "Tin thi đua",
      "noi-dung-mau": "## Phong trào\n\n[Kể việc]",
      "dang-dung": "1",
    });
    expect(kept.statusCode).toBe(303);
    expect((await lan.get("/ban-bien-tap/mau")).body).toContain("Tin thi đua");
  });

  test("a writer chooses it where an article begins, and the article says so", async () => {
    const mai = await desk.signedIn("mai");
    const { body } = await mai.get("/ban-bien-tap/bai/moi");
    const template = (await templatesOf(house.portal.db, "STORY")).find(({ name }) => name === "Tin thi đua")!;
    expect(body).toContain(`value="${template.id}"`);
    const unit = house.centre.units["dao-tao"]!;
    const category = (await house.portal.db.selectFrom("category").select("id").executeTakeFirstOrThrow()).id;
    const begun = await mai.post("/ban-bien-tap/bai/moi", { unit, category, template: template.id });
    expect(begun.statusCode).toBe(303);
    const edit = String(begun.headers.location);
    expect((await mai.get(edit)).body).toContain("Phong trào");
    const tracking = (await mai.get(edit.replace(/\/sua.*$/, ""))).body;
    expect(tracking).toContain("Bắt đầu từ mẫu “Tin thi đua”.");
    expect(tracking).toContain("trong ngoặc vuông chưa điền");
    expect((await mai.get("/ban-bien-tap/mau/moi")).statusCode).toBe(403);
  });

  test("a page that is not begun yet begins from a template of pages, and remembers it", async () => {
    const page = "/ban-bien-tap/trang/co-dinh/lich-su";
    const [template] = await templatesOf(house.portal.db, "PAGE");
    expect((await lan.get(page)).body).toContain(`${page}?mau=${template!.id}`);
    expect((await lan.get(`${page}?mau=${template!.id}`)).body).toContain("[Nhiệm vụ]");
    const saved = await lan.post(page, {
      mau: template!.id,
      "tieu-de": "Lịch sử",
      "noi-dung-mau": "## Tổng quan",
      "don-vi": house.centre.units["dao-tao"]!,
    });
    expect(saved.statusCode).toBe(303);
    const id = /trang\/(?:[a-z-]+\/)?([0-9a-z]{26})/.exec(String(saved.headers.location))![1]!;
    expect(await templateUsed(house.portal.db, `page:${id}`)).toMatchObject({ id: template!.id });
  });
});
