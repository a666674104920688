import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import { breakIn } from "../../test/support/tamper.ts";
import { BY_SYSTEM, type By } from "../act.ts";
import { recordCheck } from "../checks/commands/record-check.ts";
import { tellWhatIsDue } from "../clocks/tell-due.ts";
import { deliverMails } from "../evidence/deliver.ts";
import { createPortal } from "../portal.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { tellDue } from "./commands/tell-due.ts";
import { dueNotices } from "./due-notices.queries.ts";
import { owedItems } from "./items.queries.ts";
import { readToDo, toDoInHat } from "./to-do.queries.ts";
import { verifyDuties } from "./verify.ts";

/** Vietnamese wall time of November 2026; the portal began on Tuesday the 24th at 08:00. */
const wall = (day: number, time: string) =>
  Temporal.PlainDateTime.from(`2026-11-${day}T${time}`)
    .toZonedDateTime("Asia/Ho_Chi_Minh")
    .toInstant()
    .toString({ smallestUnit: "millisecond" });

eachEngine("Đ8.k2.g5, Đ11.g2: the clock reminds and escalates", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  beforeEach(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
  });
  afterEach(() => house.close());

  const person = (name: string) => house.centre.people[name]!.id;
  /** Runs the clock at an instant; what each person was told by it. */
  async function tellAt(at: string): Promise<Record<string, string[]>> {
    clock.set(at);
    const before = new Set((await notices()).map(({ id }) => id));
    await tellWhatIsDue(house.portal);
    const names = new Map(Object.entries(house.centre.people).map(([name, { id }]) => [id, name]));
    const told: Record<string, string[]> = {};
    for (const { id, person_id, text } of await notices())
      if (!before.has(id)) told[names.get(person_id)!] = [...(told[names.get(person_id)!] ?? []), text];
    return told;
  }
  const notices = () => house.portal.db.selectFrom("notification").selectAll().execute();
  const rows = async () =>
    (await house.portal.db.selectFrom("duty_notice").selectAll().execute())
      .map(({ duty, period, minutes_ahead }) => `${duty} ${period} ${minutes_ahead}`)
      .filter((row) => row.startsWith("content-check"))
      .sort();
  const ADMIN: () => By = () => ({ person: person("quantri"), hat: "ADMIN" });

  test("Đ12.k2: half an hour before the end of the check's hours, once; once it is late, the head of the board too", async () => {
    expect(await tellAt(wall(24, "08:00:00"))).toMatchObject({
      quantri: ["Kiểm tra nội dung Cổng, sáng 24/11/2026: hạn 08:30 ngày 24/11/2026"],
    });
    expect(await tellAt(wall(24, "08:05:00"))).toEqual({});
    const late = await tellAt(wall(24, "08:30:01"));
    expect(late.quantri).toEqual(["Kiểm tra nội dung Cổng, sáng 24/11/2026: quá hạn từ 08:30 ngày 24/11/2026"]);
    expect(late.giamdoc).toHaveLength(1);
    expect(late.giamdoc![0]).toContain("): quá hạn từ 08:30");
    expect(late.giamdoc![0]).toContain(house.centre.people.quantri!.fullName);
    expect(await tellAt(wall(24, "09:00:00"))).toEqual({});
    expect(await rows()).toEqual(["content-check 2026-11-24 sang -1", "content-check 2026-11-24 sang 30"]);
  });

  test("what is done in time is told to nobody, and what is on no working day is not asked for", async () => {
    clock.set(wall(24, "16:05:00"));
    const done = await house.portal.act(ADMIN(), recordCheck, {
      slot: "2026-11-24 chieu",
      outcome: "ok",
      note: "",
      seen: 0,
    });
    expect(done.ok).toBe(true);
    expect((await tellAt(wall(24, "17:10:00"))).quantri ?? []).not.toContainEqual(expect.stringContaining("chiều"));
    expect((await tellAt(wall(28, "08:20:00"))).quantri ?? []).not.toContainEqual(expect.stringContaining("28/11"));
  });

  test("two processes at once tell it once", async () => {
    clock.set(wall(24, "09:00:00"));
    const other = await createPortal(house.portal.config, clock);
    try {
      // Both have looked and found something to tell; both go on to tell it.
      for (const { db } of [house.portal, other]) expect(await dueNotices(db, clock.now())).not.toEqual([]);
      const tell = [house.portal, other, other].map((portal) => async () => {
        const answer = await portal.act(BY_SYSTEM, tellDue, {});
        return answer.ok ? answer.value.length : -1;
      });
      // Two connections of one thread cannot wait for each other on SQLite: its lock puts processes in line.
      const counts = engine === "postgres" ? await Promise.all(tell.map((go) => go())) : [];
      if (engine === "sqlite") for (const go of tell) counts.push(await go());
      expect(counts.filter((count) => count > 0)).toHaveLength(1);
      expect(counts.filter((count) => count === 0)).toHaveLength(2);
      expect(await rows()).toEqual(["content-check 2026-11-24 sang -1"]);
    } finally {
      await other.close();
    }
  });

  test("after a stop of a week each person is told once, of the latest stage only, and what was late stays late", async () => {
    const told = await tellAt("2026-12-01T03:00:00.000Z");
    expect(told.quantri).toHaveLength(1);
    // Of 24 to 30 November ten checks were missed; that of the morning of 1 December is late.
    expect(told.quantri![0]).toMatch(/^Việc đến hạn: 1 quá hạn; 10 bỏ lỡ/);
    expect(Object.values(told).every((texts) => texts.length === 1)).toBe(true);
    expect((await rows()).every((row) => row.endsWith(" -1"))).toBe(true);
    expect(await tellAt("2026-12-01T03:01:00.000Z")).toEqual({});
    const past = await owedItems(house.portal.db, { from: "2026-11-01", to: "2026-11-30", now: clock.now() });
    expect(past.filter(({ duty }) => duty === "content-check").map(({ standing }) => standing)).toEqual(
      Array.from({ length: 10 }, () => "missed"),
    );
    const mail = await house.portal.db
      .selectFrom("outbox")
      .select("payload")
      .where("kind", "=", "mail")
      .where("payload", "like", "%10 bỏ lỡ%")
      .execute();
    expect(mail.every(({ payload }) => payload.includes("- Kiểm tra nội dung Cổng, sáng 24/11/2026"))).toBe(true);
  });

  test("a clock set back tells nothing twice and undoes nothing", async () => {
    await tellAt(wall(24, "09:00:00"));
    const before = await rows();
    expect(await tellAt(wall(24, "08:10:00"))).toEqual({});
    expect(await tellAt(wall(24, "09:30:00"))).toEqual({});
    expect(await rows()).toEqual(before);
  });

  test("A-09, Đ13.k1.c.g4: Sở's notice falls due on a Sunday and is reminded of on the Friday before", async () => {
    const [address] = (await readToDo(house.portal.db, clock.now())).filter(
      ({ duty }) => duty === "disclosure-address",
    );
    expect(address!.term.due).toBe(wall(29, "23:59:59"));
    expect((await tellAt(wall(27, "07:29:00"))).thuky ?? []).not.toContainEqual(expect.stringContaining("Báo Sở"));
    expect((await tellAt(wall(27, "07:30:00"))).thuky).toContainEqual(expect.stringMatching(/Báo Sở|sắp đến hạn/));
    const saturday = (await tellAt(wall(28, "07:30:00"))).thuky ?? [];
    expect(saturday).not.toContainEqual(expect.stringMatching(/Báo Sở|sắp đến hạn/));
  });

  test("what still stands is owed by those who wear the hat today", async () => {
    const mine = toDoInHat(await readToDo(house.portal.db, clock.now()), {
      person: person("quantri"),
      hat: "ADMIN",
      units: [],
    });
    expect(mine.map(({ duty }) => duty)).toEqual(["content-check"]);
    expect([...mine[0]!.owners].sort()).toEqual([person("quantri"), person("thuky")].sort());
  });

  test("a mail server that is down for two days loses no reminder", async () => {
    await house.portal.act(BY_SYSTEM, changeSettings, { "mail.host": "127.0.0.1", "mail.port": 1 });
    await tellAt(wall(24, "09:00:00"));
    const deliver = async () => deliverMails(house.portal.database, clock, await house.portal.settings(), 500);
    for (let hour = 0; hour < 48; hour += 8) {
      expect(await deliver()).toMatchObject({ sent: 0 });
      clock.advance(8 * 3600);
    }
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onRcptTo: ({ address }, _session, done) => {
        received.push(address);
        done();
      },
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on("end", () => done());
      },
    });
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    const { port } = server.server.address() as AddressInfo;
    await house.portal.act(BY_SYSTEM, changeSettings, { "mail.port": port });
    expect((await deliver()).failed).toBe(0);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const mailOf = async (name: string) =>
      (
        await house.portal.db
          .selectFrom("person")
          .select("email")
          .where("id", "=", person(name))
          .executeTakeFirstOrThrow()
      ).email;
    expect(received).toContain(await mailOf("quantri"));
    expect(received).toContain(await mailOf("giamdoc"));
  });

  test("nobody but the clock tells, and no script tells twice, out of order, without a log, or unsays it", async () => {
    const answer = await house.portal.act(ADMIN(), tellDue, {});
    expect(answer.ok ? [] : answer.error.map(({ code }) => code)).toEqual(["notThisHat"]);
    await tellAt(wall(24, "08:00:00"));
    await tellAt(wall(24, "09:00:00"));
    const raw = await openRaw(house.portal);
    try {
      const count = await raw.one("select count(*) from duty_notice");
      const seq = await raw.one("select max(evidence_seq) from duty_notice");
      const at = await raw.one(`select at from evidence where seq = ${seq}`);
      const row = (period: string, ahead: number, due: string, log = seq) =>
        `insert into duty_notice values ('content-check', '', '${period}', ${ahead}, '${due}', '[]', '${at}', ${log})`;
      for (const attack of [
        "update duty_notice set minutes_ahead = 5",
        "update duty_notice set told = '[]'",
        "delete from duty_notice",
        row("2026-11-24 sang", 60, wall(24, "08:30:00")),
        row("2026-11-24 sang", 30, wall(24, "08:30:00")),
        row("2026-11-24 sang", -1, wall(24, "08:30:00")),
        row("2026-11-24 chieu", -1, wall(24, "17:30:00")),
        row("2026-11-24 chieu", 30, wall(24, "17:30:00"), "1"),
        row("2026-11-24 chieu", -2, wall(24, "07:30:00")),
        ...(engine === "sqlite"
          ? [row("2026-11-24 sang", -1, wall(24, "08:30:00")).replace("insert", "insert or replace")]
          : ["truncate duty_notice"]),
      ]) {
        const error = await raw.run(attack).then(
          () => null,
          (refusal) => refusal,
        );
        expect(error !== null && isRefusedByDatabase(error), attack).toBe(true);
      }
      expect(await raw.one("select count(*) from duty_notice")).toBe(count);
      expect((await verifyDuties(house.portal.db)).bad).toBeNull();
      // Whoever takes the promise away first is still found out.
      const { update } = await breakIn(house.portal);
      await update("duty_notice", { minutes_ahead: 30 }, { told: "[]" });
      expect((await verifyDuties(house.portal.db)).bad).not.toBeNull();
    } finally {
      await raw.close();
    }
  });
});
