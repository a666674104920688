import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { eachEngine, fixedClock, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { BY_SYSTEM } from "../act.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { deliverMails, takePageTags } from "./deliver.ts";
import { addToOutbox } from "./outbox.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A real mail server on this machine that keeps what it was sent, or refuses everything. */
async function mailServer({ refuse = false } = {}) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error("hộp thư đầy") : null),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { received, port: (server.server.address() as AddressInfo).port };
}

async function stage(engine: "sqlite" | "postgres", port: number) {
  const clock = fixedClock(TEST_NOW);
  const { portal, close } = await openTestPortal(engine, { clock });
  closing.push(close);
  await portal.act(BY_SYSTEM, changeSettings, {
    "mail.host": "127.0.0.1",
    "mail.port": port,
    "mail.from": "bbt@trungtam.example",
  });
  const send = (subject: string) =>
    portal.database.transact((tx) =>
      addToOutbox(tx, clock.now(), [
        { kind: "mail", to: "giamdoc@trungtam.example", subject, text: "Kính gửi\nNội dung" },
      ]),
    );
  const deliver = async () => deliverMails(portal.database, clock, await portal.settings());
  const outbox = () => portal.db.selectFrom("outbox").selectAll().where("kind", "=", "mail").execute();
  return { portal, clock, send, deliver, outbox };
}

eachEngine("mail", (engine) => {
  test("a mail of the outbox reaches the server of the settings once", async () => {
    const { received, port } = await mailServer();
    const { send, deliver, outbox } = await stage(engine, port);
    await send("Bài chờ phê duyệt");
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    expect(received).toHaveLength(1);
    expect(received[0]).toContain("To: giamdoc@trungtam.example");
    expect((await outbox())[0]).toMatchObject({ attempts: 1, last_error: null });
  });

  test("a mail that was refused is tried again later, and says why meanwhile", async () => {
    const { port } = await mailServer({ refuse: true });
    const { send, deliver, outbox, clock } = await stage(engine, port);
    await send("Bài chờ phê duyệt");
    expect(await deliver()).toEqual({ sent: 0, failed: 1 });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    expect((await outbox())[0]).toMatchObject({ done_at: null, last_error: expect.stringContaining("hộp thư đầy") });
    clock.advance(61);
    expect(await deliver()).toEqual({ sent: 0, failed: 1 });
    expect((await outbox())[0]?.attempts).toBe(2);
  });

  test("a server that is down for two days loses nothing: the mail goes out when it is back", async () => {
    const down = await stage(engine, 1);
    await down.send("Bài chờ phê duyệt");
    for (let hour = 0; hour < 48; hour += 6) {
      expect(await down.deliver()).toMatchObject({ sent: 0 });
      down.clock.advance(6 * 3600);
    }
    const { received, port } = await mailServer();
    await down.portal.act(BY_SYSTEM, changeSettings, { "mail.port": port });
    expect(await down.deliver()).toEqual({ sent: 1, failed: 0 });
    expect(received).toHaveLength(1);
  });

  test("a subject cannot smuggle a header in", async () => {
    const { received, port } = await mailServer();
    const { send, deliver } = await stage(engine, port);
    await send("Tiêu đề\r\nBcc: nguoi-la@example.com");
    await deliver();
    expect(received[0]).not.toMatch(/^Bcc:/m);
  });

  test("the pages to drop are taken once, whoever committed them", async () => {
    const { portal, clock } = await stage(engine, 1);
    await takePageTags(portal.database, clock);
    await portal.database.transact((tx) => addToOutbox(tx, clock.now(), [{ kind: "pages", tags: ["home", "lists"] }]));
    await portal.database.transact((tx) =>
      addToOutbox(tx, clock.now(), [{ kind: "pages", tags: ["article:1"], forget: true }]),
    );
    expect(await takePageTags(portal.database, clock)).toEqual({ drop: ["home", "lists"], forget: ["article:1"] });
    expect(await takePageTags(portal.database, clock)).toEqual({ drop: [], forget: [] });
  });
});
