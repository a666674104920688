import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALL_POINTS, type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import { openReceiver, type Receiver } from "../../test/support/receiver.ts";
import { saveEdition } from "../newsroom/commands/save-edition.ts";
import { moveSubscriber, type SubscriberAct } from "./commands/move-subscriber.ts";
import { resend } from "./commands/resend.ts";
import { saveSubscriber } from "./commands/save-subscriber.ts";
import { deliverWebhooks, spreadEvents } from "./deliver.ts";
import { EVENT_NAMES } from "./events.ts";
import { queue } from "./store.ts";
import { readDeliveries, readSubscribers } from "./webhooks.queries.ts";

eachEngine("webhooks", (engine) => {
  let house: Newsroom;
  let receiver: Receiver;
  let edition: string;
  const admin = () => house.who("Bảo", "ADMIN");
  const save = (address: string, more: object = {}) =>
    house.portal.act(admin(), saveSubscriber, {
      id: null,
      name: "Hệ thống của Sở",
      address,
      events: EVENT_NAMES,
      reach: "public-and-loopback",
      ...more,
    });
  const move = (id: string, act: SubscriberAct) => {
    house.clock.advance(1);
    return house.portal.act(admin(), moveSubscriber, { id, act });
  };
  async function deliver() {
    await spreadEvents(house.portal);
    return deliverWebhooks(house.portal, "public-and-loopback");
  }
  const latest = async () =>
    (await readDeliveries(house.portal.db, 20, 0)).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  let own: { id: string; secret: string };

  beforeAll(async () => {
    house = await openNewsroom(engine);
    receiver = await openReceiver();
    const saved = await save(`${receiver.address}/nhan`);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    own = { id: saved.value.id, secret: saved.value.secret! };
  });
  afterAll(async () => {
    await receiver.close();
    await house.close();
  });

  test("what is published is told, signed over id, time and body; the key is in no evidence", async () => {
    edition = await house.bringTo("PUBLISHED");
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    const { path, headers, body } = receiver.received.at(-1)!;
    expect(path).toBe("/nhan");
    const told = JSON.parse(body);
    expect(told).toMatchObject({ type: "article.published", data: { title: "Khai giảng lớp bổ túc trung học" } });
    expect(told.data.address).toBe("https://ttgdtxhaiphong.haiphong.edu.vn/bai-viet/khai-giang-lop-bo-tuc-trung-hoc");
    const key = Buffer.from(own.secret.replace("whsec_", ""), "base64");
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
    expect(Number(headers["webhook-timestamp"])).toBe(Math.floor(Date.parse(house.clock.now()) / 1000));
    const log = await house.portal.db.selectFrom("evidence").select("content").execute();
    expect(log.some(({ content }) => content.includes(own.secret))).toBe(false);
  });

  test("a receiver that fails is tried again with growing waits, under the same id, then says it took it", async () => {
    receiver.answer((_, response) => void response.writeHead(503).end());
    expect((await move(own.id, "test")).ok).toBe(true);
    const waits: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      expect(await deliver()).toEqual({ sent: 0, failed: 1 });
      const [row] = await latest();
      expect(row!.problem).toBe("Máy nhận trả lời mã 503, không phải mã thành công (200–299).");
      const wait = (Date.parse(row!.nextTryAt) - Date.parse(house.clock.now())) / 1000;
      waits.push(wait);
      expect(await deliver()).toEqual({ sent: 0, failed: 0 });
      house.clock.advance(wait);
    }
    expect(waits).toEqual([30, 120, 600]);
    receiver.answer((_, response) => void response.writeHead(200).end("ok"));
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    const ids = receiver.received.slice(-4).map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(1);
    expect((await latest())[0]).toMatchObject({ attempts: 4, problem: null });
  });

  test("a message is sent again when the administrator asks, and not while it waits", async () => {
    const [row] = await latest();
    const before = receiver.received.length;
    expect((await house.portal.act(admin(), resend, { id: row!.id })).ok).toBe(true);
    expect(await house.portal.act(admin(), resend, { id: row!.id })).toMatchObject({
      ok: false,
      error: [{ code: "webhookDeliveryWaits" }],
    });
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    expect(receiver.received.length).toBe(before + 1);
  });

  test("a redirect is no success: the message goes nowhere else", async () => {
    const elsewhere = await openReceiver();
    receiver.answer((_, response) => void response.writeHead(307, { location: elsewhere.address }).end());
    await move(own.id, "test");
    expect(await deliver()).toEqual({ sent: 0, failed: 1 });
    expect(elsewhere.received).toEqual([]);
    receiver.answer((_, response) => void response.writeHead(204).end());
    house.clock.advance(60);
    await deliver();
    await elsewhere.close();
  });

  test("a name that leads to the inside network is sent nothing, and the reason is on record", async () => {
    const saved = await save("http://127.0.0.1:9/noi-bo", { name: "Nội bộ" });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    await move(saved.value.id, "test");
    expect(await deliverWebhooks(house.portal, "public")).toEqual({ sent: 0, failed: 1 });
    expect((await latest())[0]!.problem).toContain("mạng nội bộ");
    expect((await move(saved.value.id, "remove")).ok).toBe(true);
  });

  test("Đ15.k3: an article that is taken down is told as taken down; nothing of it is sent or resent after that", async () => {
    receiver.answer((_, response) => void response.writeHead(500).end());
    const next = await house.bringTo("PUBLISHED");
    await deliver();
    const chief = house.who("Minh", "CHIEF");
    const lan = house.who("Lan", "SECRETARY");
    for (const one of [edition, next]) {
      await house.move(one, chief, { act: "decideTakedown", reason: "Số liệu đã cũ", note: "outdated" });
      await house.move(one, lan, { act: "executeTakedown" });
    }
    receiver.answer((_, response) => void response.writeHead(204).end());
    const before = receiver.received.length;
    house.clock.advance(3600);
    expect(await deliver()).toEqual({ sent: 2, failed: 0 });
    const told = receiver.received.slice(before).map(({ body }) => JSON.parse(body));
    expect(told.map(({ type }) => type)).toEqual(["article.taken_down", "article.taken_down"]);
    expect(told.every(({ data }) => data.title === undefined)).toBe(true);
    const old = (await readDeliveries(house.portal.db, 50, 0)).find(({ event }) => event === "article.published")!;
    expect(await house.portal.act(admin(), resend, { id: old.id })).toMatchObject({
      ok: false,
      error: [{ code: "webhookNoLongerPublic", clause: "Đ15.k3" }],
    });
  });

  test("what waited or is sent again says what is public by then, not what was corrected since", async () => {
    const lan = house.who("Lan", "SECRETARY");
    const corrected = await house.bringTo("PUBLISHED");
    await deliver();
    const { article } = await house.load(corrected);
    const old = (await latest()).find(({ subject }) => subject === `article:${article.id}`)!;
    const next = await house.move(corrected, lan, { act: "proposeCorrection", note: "Sửa lại phần tóm tắt" });
    await house.save(next, lan, "Lớp có 45 học viên.");
    const { content, facts } = await house.load(next);
    const lead = "Tóm tắt đã sửa, không còn nêu tên học viên nào trong lớp.";
    const input = { edition: next, baseVersion: facts.version, content: { ...content, lead } };
    expect((await house.portal.act(lan, saveEdition, input)).ok).toBe(true);
    await house.move(next, lan, { act: "forward", checked: ALL_POINTS });
    await house.move(next, house.who("Minh", "CHIEF"), { act: "approve", checked: ALL_POINTS });
    await house.move(next, lan, { act: "publish" });
    await deliver();
    expect((await house.portal.act(lan, resend, { id: old.id })).ok).toBe(false);
    expect((await house.portal.act(admin(), resend, { id: old.id })).ok).toBe(true);
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    const told = JSON.parse(receiver.received.at(-1)!.body);
    expect([told.type, told.data.lead]).toEqual(["article.published", lead]);
  });

  test("what waits for a paused receiver, however much, takes nobody else's place", async () => {
    const other = await openReceiver();
    const saved = await save(`${other.address}/cho`, { name: "Không phải chờ" });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    const at = house.clock.now();
    const body = JSON.stringify({ type: "portal.test", timestamp: at, data: {} });
    const waiting = Array.from({ length: 250 }, () => ({
      ...{ subscriber: own.id, event: "portal.test", subject: `webhook:${own.id}`, body },
    }));
    await house.portal.database.transact((tx) => queue(tx, at, waiting));
    expect((await move(own.id, "pause")).ok).toBe(true);
    await move(saved.value.id, "test");
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    expect(other.received.length).toBe(1);
    await house.portal.database.transact((tx) =>
      tx
        .updateTable("outbox")
        .set({ done_at: at })
        .where("payload", "like", `%${own.id}%`)
        .where("done_at", "is", null)
        .execute(),
    );
    await move(own.id, "resume");
    await move(saved.value.id, "remove");
    await other.close();
  });

  test("while paused nothing is collected or sent; a receiver that hangs holds up nobody else", async () => {
    const other = await openReceiver();
    const saved = await save(`${other.address}/khac`, { name: "Khác", events: ["article.published"] });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    expect((await move(own.id, "pause")).ok).toBe(true);
    await house.bringTo("PUBLISHED");
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    await move(own.id, "resume");
    receiver.answer(() => {});
    await move(own.id, "test");
    await house.bringTo("PUBLISHED");
    const all = deliver();
    await expect.poll(() => other.received.length, { timeout: 5000 }).toBe(2);
    // The hanging one is cut, as it would be when its time is over.
    await receiver.close();
    expect(await all).toEqual({ sent: 1, failed: 1 });
    const waiting = (await latest()).filter(({ doneAt }) => doneAt === null);
    expect(waiting.map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
    await other.close();
  });

  test("three days of failing are enough; the record stays", async () => {
    house.clock.advance(3 * 24 * 3600 + 60);
    for (let times = 0; times < 2; times += 1) {
      await deliver();
      house.clock.advance(24 * 3600);
    }
    const rows = await latest();
    expect(rows.every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect(rows.slice(0, 3).map(({ problem }) => problem)).toContain(
      "Máy chủ bên kia không nhận kết nối. Cổng sẽ tự thử lại.",
    );
  });

  test.each([
    ["no name", { name: "  " }, "webhookNameMissing"],
    ["no event", { events: ["la.gi"] }, "webhookEventsMissing"],
    ["no web address", { address: "javascript:alert(1)" }, "webhookAddressInvalid"],
    ["a password in the address", { address: "https://a:b@so.gov.vn/" }, "webhookAddressInvalid"],
    ["a private address", { address: "https://10.1.1.1/nhan", reach: "public" }, "webhookAddressPrivate"],
    ["the metadata of a cloud", { address: "http://169.254.169.254/", reach: "public" }, "webhookAddressPrivate"],
    ["this machine by name", { address: "http://localhost:8080/", reach: "public" }, "webhookAddressPrivate"],
    [
      "this machine in IPv6 clothes",
      { address: "http://[::ffff:127.0.0.1]/", reach: "public" },
      "webhookAddressPrivate",
    ],
  ])("refused, with the reason: %s", async (_, more, code) => {
    const answer = await save("https://so.example.vn/nhan", more);
    expect(answer).toMatchObject({ ok: false, error: [{ code }] });
  });

  test("only the administrator connects systems, and the same address only once", async () => {
    const input = {
      id: null,
      name: "Sở",
      address: "https://so.example.vn/",
      events: EVENT_NAMES,
      reach: "public" as const,
    };
    expect(await house.portal.act(house.who("Minh", "CHIEF"), saveSubscriber, input)).toMatchObject({
      ok: false,
      error: [{ code: "notThisHat" }],
    });
    expect((await house.portal.act(admin(), saveSubscriber, input)).ok).toBe(true);
    expect(await house.portal.act(admin(), saveSubscriber, input)).toMatchObject({
      ok: false,
      error: [{ code: "webhookAddressTaken" }],
    });
  });

  test("a removed receiver has no key and stays removed", async () => {
    const one = (await readSubscribers(house.portal.db)).find(({ state }) => state === "ACTIVE")!;
    expect((await move(one.id, "remove")).ok).toBe(true);
    expect(await move(one.id, "resume")).toMatchObject({ ok: false, error: [{ code: "webhookRemoved" }] });
    const { secret } = await house.portal.db
      .selectFrom("webhook_subscriber")
      .select("secret")
      .where("id", "=", one.id)
      .executeTakeFirstOrThrow();
    expect(secret).toBe("");
  });

  describe("the database itself refuses", () => {
    test.each([
      ["to delete a receiver", "delete from webhook_subscriber"],
      ["to bring a removed one back", "update webhook_subscriber set state = 'ACTIVE' where state = 'REMOVED'"],
      ["to remove one and keep its key", "update webhook_subscriber set state = 'REMOVED' where state = 'ACTIVE'"],
      ["a state that is none", "update webhook_subscriber set state = 'GONE' where state <> 'REMOVED'"],
    ])("%s", async (_, statement) => {
      const raw = await openRaw(house.portal);
      await raw.run("begin");
      const error = await raw.run(statement).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      await raw.run("rollback");
      await raw.close();
      expect(error !== null && isRefusedByDatabase(error)).toBe(true);
    });
  });
});
