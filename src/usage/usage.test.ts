import { afterAll, beforeAll, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import { type Desk, openDesk } from "../../test/support/desk.ts";
import { eachEngine, openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { actorOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { deskRoom } from "../desk/room.ts";
import { dayOf } from "../kernel/clock.ts";
import { createArticle } from "../newsroom/commands/create-article.ts";
import { newsroomDesk } from "../newsroom/desk/routes.tsx";
import type { Hat } from "../regulation/hats.ts";
import { fillAbout } from "../sample/about.ts";
import { fillServices } from "../sample/services.ts";
import { usageDesk } from "./desk.tsx";
import { USAGE_SOURCES } from "./sources.ts";
import { type Thing, usageHref, usesOf } from "./usage.ts";

const FILE = "a".repeat(64);
const attachment = { file: FILE, name: "mau-don.docx", title: "Mẫu đơn", mime: "application/octet-stream", size: 10 };

eachEngine("where things are used", (engine) => {
  let house: TestPortal;
  let category: string;

  const seenBy = async (thing: Thing, who: ReturnType<typeof by>) => {
    const { portal } = house;
    const day = dayOf(portal.clock.now());
    const actor = actorOn(await readRoster(portal.db, day), who.person, who.hat as Hat, day);
    const uses = await usesOf(USAGE_SOURCES, portal.db, thing, actor!);
    return uses.map(({ what, label }) => `${what}: ${label}`);
  };

  beforeAll(async () => {
    house = await openTestPortal(engine);
    const { portal, centre } = house;
    await fillServices(portal, centre);
    await fillAbout(portal, centre);
    category = (await portal.db.selectFrom("category").select("id").orderBy("position").executeTakeFirstOrThrow()).id;
    const body = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          attrs: { id: "p1" },
          content: [{ type: "text", text: "xem", marks: [{ type: "link", attrs: { href: "/lien-he" } }] }],
        },
      ],
    } as const;
    const input = { unit: centre.units["dao-tao"]!, category, isRepublished: false };
    const content = { title: "Bài có tệp", attachments: [attachment], body };
    const answer = await portal.act(by(centre, "Mai"), createArticle, { ...input, content });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  });
  afterAll(() => house.close());

  test("a file: the article that offers it, named only to whoever may read it", async () => {
    const thing: Thing = { kind: "file", hash: FILE };
    expect(await seenBy(thing, by(house.centre, "Mai"))).toEqual(["Bài: Bài có tệp"]);
    expect(await seenBy(thing, by(house.centre, "Trang"))).toEqual(["Bài: và 1 bài khác"]);
    expect(await seenBy({ kind: "file", hash: "b".repeat(64) }, by(house.centre, "Mai"))).toEqual([]);
  });

  test("a form of the catalogue: the procedure that offers it", async () => {
    const { files } = await house.portal.db
      .selectFrom("catalogue_version")
      .select("files")
      .where("files", "<>", "[]")
      .executeTakeFirstOrThrow();
    const [first] = JSON.parse(files) as { hash: string }[];
    const uses = await seenBy({ kind: "file", hash: first!.hash }, by(house.centre, "Lan", "SECRETARY"));
    expect(uses.some((use) => use.startsWith("Thủ tục: TTHC-"))).toBe(true);
  });

  test("an address: links to it and the main menu; a section: its articles and the menu", async () => {
    const chief = by(house.centre, "Minh", "CHIEF");
    const page = await seenBy({ kind: "address", href: "/lien-he" }, chief);
    expect(page).toEqual(expect.arrayContaining(["Bài: Bài có tệp", "Danh mục chính: Liên hệ"]));
    const section = await seenBy({ kind: "section", id: category }, chief);
    expect(section).toContain("Bài: Bài có tệp");
    expect(section.some((use) => use.startsWith("Danh mục chính:"))).toBe(true);
  });

  test("a unit: its people, articles and procedures, before it is closed", async () => {
    const unit: Thing = { kind: "unit", id: house.centre.units["dao-tao"]! };
    const kinds = new Set((await seenBy(unit, by(house.centre, "Bảo"))).map((use) => use.split(":")[0]));
    expect(["Bài", "Người", "Thủ tục"].filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

let house: TestPortal;
let desk: Desk;

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  desk = await openDesk(house.portal, (app, access) => {
    accountRoutes(app, access);
    newsroomDesk(app, house.portal);
    usageDesk(app, deskRoom(house.portal));
  });
  await desk.giveAccounts({ bao: house.centre.people.quantri!.id });
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

test("the page names the thing and lists its uses; what is no thing has no page", async () => {
  const bao = await desk.signedIn("bao");
  const id = house.centre.units["dao-tao"]!;
  const { body } = await bao.get(usageHref({ kind: "unit", id }));
  expect(body).toContain("Phòng Đào tạo");
  expect(body).toContain('class="work-notices uses"');
  for (const query of ["", "?tep=abc", "?trang=//x", "?trang=https://x", "?don-vi=khong", `?tep=${"c".repeat(64)}`])
    expect((await bao.get(`/ban-bien-tap/dang-dung${query}`)).statusCode, query).toBe(404);
});

test("whoever renames a section sees where it is used", async () => {
  const bao = await desk.signedIn("bao");
  expect((await bao.get("/ban-bien-tap/chuyen-muc")).body).toContain("Đang dùng ở:");
});
