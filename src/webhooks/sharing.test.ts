import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Desk, openDesk } from "../../test/support/desk.ts";
import { type DisclosureRoom, openDisclosure } from "../../test/support/disclosure.ts";
import { newsroomOf } from "../../test/support/newsroom.ts";
import { openReceiver, type Receiver } from "../../test/support/receiver.ts";
import { BY_SYSTEM } from "../act.ts";
import { accountRoutes } from "../desk/account-routes.tsx";
import { readItems } from "../disclosure/disclosure.queries.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { superiorNewsDesk } from "../superior-news/desk.tsx";
import { SUPERIOR_NEWS_DESK } from "../superior-news/desk.view.tsx";
import { deliverWebhooks, spreadEvents } from "./deliver.ts";
import { webhooksDesk } from "./desk.tsx";
import { EVENT_NAMES } from "./events.ts";
import { WEBHOOK_PATHS } from "./paths.ts";
import { readSubscribers } from "./webhooks.queries.ts";

const REACH = "public-and-loopback";

let house: DisclosureRoom;
let receiver: Receiver;
let desk: Desk;
let admin: Browser;
let secretary: Browser;
let writer: Browser;

beforeAll(async () => {
  house = await openDisclosure("sqlite");
  receiver = await openReceiver();
  const { portal, centre } = house;
  desk = await openDesk(portal, (app, access) => {
    accountRoutes(app, access);
    webhooksDesk(app, portal, REACH);
    superiorNewsDesk(app, portal, REACH);
  });
  await desk.giveAccounts({
    quantri: centre.people.quantri!.id,
    thuky: centre.people.thuky!.id,
    mai: centre.people["ctv.dao-tao"]!.id,
  });
  [admin, secretary, writer] = (await Promise.all(["quantri", "thuky", "mai"].map((name) => desk.signedIn(name)))) as [
    Browser,
    Browser,
    Browser,
  ];
});
afterAll(async () => {
  await desk.app.close();
  await receiver.close();
  await house.close();
});

const subscribers = () => readSubscribers(house.portal.db);
const form = (more: Record<string, string | string[]> = {}) => ({
  ten: "Hệ thống của Sở",
  "dia-chi": `${receiver.address}/nhan`,
  "su-kien": EVENT_NAMES,
  ...more,
});

test("Đ7.k3: only the administrator connects systems; a form without its token connects nothing", async () => {
  for (const other of [secretary, writer]) {
    expect((await other.get(WEBHOOK_PATHS.home)).statusCode).toBe(403);
    await other.get("/ban-bien-tap/tai-khoan-cua-toi");
    expect((await other.post(WEBHOOK_PATHS.home, form())).statusCode).toBe(403);
  }
  expect((await desk.browser().get(WEBHOOK_PATHS.home)).statusCode).not.toBe(200);
  await admin.get(WEBHOOK_PATHS.home);
  expect((await admin.post(WEBHOOK_PATHS.home, form({ csrf: "gia-mao" }))).statusCode).toBe(403);
  expect(await subscribers()).toEqual([]);
});

test("a wrong address is told beside its field, and nothing typed is lost", async () => {
  await admin.get(WEBHOOK_PATHS.home);
  const { statusCode, body } = await admin.post(WEBHOOK_PATHS.home, form({ "dia-chi": "so.example.vn/nhan" }));
  expect(statusCode).toBe(422);
  expect(body).toContain('value="Hệ thống của Sở"');
  expect(body).toContain('value="so.example.vn/nhan"');
  expect(body.match(/<input[^>]*name="su-kien"[^>]*checked/g)).toHaveLength(EVENT_NAMES.length);
});

test("a system connected at the desk is told of a published disclosure, of an article, and that it was taken down", async () => {
  const { portal, centre, clock, publish } = house;
  await admin.get(WEBHOOK_PATHS.home);
  const made = await admin.post(WEBHOOK_PATHS.home, form());
  expect(made.body).toContain("Khóa ký chỉ hiện một lần này");
  const { id } = (await subscribers())[0]!;
  const secret = /<code>(whsec_[^<]+)<\/code>/.exec(made.body)![1]!;
  expect((await admin.get(WEBHOOK_PATHS.subscriber(id))).body.includes(secret)).toBe(false);

  const { code } = (await readItems(portal.db)).find(({ regime }) => regime.toYear === null)!;
  const entry = await publish(code, "2026-2027");
  const news = newsroomOf({ portal, centre, clock });
  const edition = await news.bringTo("PUBLISHED");
  await tell();
  await news.move(edition, news.who("Minh", "CHIEF"), {
    act: "decideTakedown",
    reason: "Số liệu đã cũ",
    note: "outdated",
  });
  await news.move(edition, news.who("Lan", "SECRETARY"), { act: "executeTakedown" });
  await tell();

  const told = receiver.received.map(({ body }) => JSON.parse(body));
  expect(told.map(({ type }) => type)).toEqual(["disclosure.published", "article.published", "article.taken_down"]);
  expect(told[0].data).toMatchObject({ id: entry, item: code, schoolYear: "2026-2027", version: 1 });
  expect(new URL(told[0].data.address).pathname).toMatch(/^\/cong-khai\/2026-2027\//);
  expect([told[2].data.id, told[2].data.title]).toEqual([told[1].data.id, undefined]);
  const { body } = await admin.get(WEBHOOK_PATHS.home);
  for (const words of ["Đăng nội dung công khai", "Đăng bài", "Gỡ bỏ bài"]) expect(body).toContain(words);

  async function tell() {
    await spreadEvents(portal);
    expect(await deliverWebhooks(portal, REACH)).toMatchObject({ failed: 0 });
  }
});

test("what is done with a system goes by the administrator's own form; others and forged forms change nothing", async () => {
  const { id } = (await subscribers())[0]!;
  const state = async () => (await subscribers())[0]!.state;
  const pause = { viec: "tam-dung" };
  await secretary.get("/ban-bien-tap/tai-khoan-cua-toi");
  expect((await secretary.post(WEBHOOK_PATHS.act(id), pause)).statusCode).toBe(403);
  await admin.get(WEBHOOK_PATHS.subscriber(id));
  expect((await admin.post(WEBHOOK_PATHS.act(id), { ...pause, csrf: "" })).statusCode).toBe(403);
  expect(await state()).toBe("ACTIVE");
  const done = await admin.post(WEBHOOK_PATHS.act(id), pause);
  expect([done.statusCode, await state()]).toEqual([303, "PAUSED"]);
});

test("the news of Sở: who answers for the site reads it anew by a form of the page; a contributor does neither", async () => {
  await house.portal.act(BY_SYSTEM, changeSettings, { "superior.feed": `${receiver.address}/rss` });
  receiver.answer((_, response) => void response.writeHead(200).end("<rss><channel></channel></rss>"));
  const asked = () => receiver.received.filter(({ path }) => path === "/rss").length;
  expect((await writer.get(SUPERIOR_NEWS_DESK)).statusCode).toBe(403);
  expect((await writer.post(SUPERIOR_NEWS_DESK)).statusCode).toBe(403);
  expect((await secretary.get(SUPERIOR_NEWS_DESK)).statusCode).toBe(200);
  expect((await secretary.post(SUPERIOR_NEWS_DESK, { csrf: "gia-mao" })).statusCode).toBe(403);
  expect(asked()).toBe(0);
  await secretary.get(SUPERIOR_NEWS_DESK);
  expect((await secretary.post(SUPERIOR_NEWS_DESK)).statusCode).toBe(303);
  expect(asked()).toBe(1);
});
