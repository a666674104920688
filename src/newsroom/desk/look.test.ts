import { afterAll, beforeAll, expect, test } from "vitest";
import { by } from "../../../test/people.ts";
import { type Desk, openDesk } from "../../../test/support/desk.ts";
import { openTestPortal, type TestPortal } from "../../../test/support/portals.ts";
import { accountRoutes } from "../../desk/account-routes.tsx";
import { createArticle } from "../commands/create-article.ts";
import { paths } from "./paths.ts";
import { newsroomDesk } from "./routes.tsx";

let house: TestPortal;
let desk: Desk;
let edition: string;
const TITLE = "Ngày hội đọc sách chưa ai được biết";

beforeAll(async () => {
  house = await openTestPortal("sqlite");
  const { portal, centre } = house;
  desk = await openDesk(portal, (app, access) => {
    accountRoutes(app, access);
    newsroomDesk(app, portal);
  });
  await desk.giveAccounts({
    mai: centre.people["ctv.dao-tao"]!.id,
    trang: centre.people["ctv.to-chuc-hanh-chinh"]!.id,
  });
  const category = (await portal.db.selectFrom("category").select("id").executeTakeFirstOrThrow()).id;
  const answer = await portal.act(by(centre, "Mai"), createArticle, {
    unit: centre.units["dao-tao"]!,
    category,
    isRepublished: false,
    content: { title: TITLE, lead: "Một câu mở đầu." },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  edition = answer.value.edition;
});
afterAll(async () => {
  await desk.app.close();
  await house.close();
});

test("the author sees the draft in two frames of our own, in the real public page", async () => {
  const mai = await desk.signedIn("mai");
  const page = await mai.get(paths.look(edition));
  expect(page.statusCode).toBe(200);
  expect(page.body.match(/<iframe [^>]*sandbox="allow-same-origin"/g)).toHaveLength(2);
  expect(page.body).toContain('width="360"');
  expect(page.headers["content-security-policy"]).toContain("frame-src 'self'");
  expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");

  const framed = await mai.get(paths.lookFrame(edition));
  expect(framed.body).toContain('class="site-nav"');
  expect(framed.body).toContain(`<h1>${TITLE}</h1>`);
  expect(framed.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(framed.headers["content-security-policy"]).toMatch(/^sandbox allow-same-origin;/);
  expect(framed.headers["content-security-policy"]).not.toContain("script-src");
  expect(framed.headers["x-frame-options"]).toBe("SAMEORIGIN");
  expect(framed.headers["cache-control"]).toBe("no-store");
});

test("nobody of another unit and no stranger reaches it", async () => {
  const other = await desk.signedIn("trang");
  for (const path of [paths.look(edition), paths.lookFrame(edition)]) {
    expect((await other.get(path)).statusCode, path).toBe(404);
    const stranger = await desk.browser().get(path);
    expect(stranger.statusCode, path).toBe(303);
    expect(stranger.body).not.toContain(TITLE);
  }
});
