import { writeFile } from "node:fs/promises";
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
import { BY_SYSTEM, type By } from "../act.ts";
import { readToDo } from "../duties/to-do.queries.ts";
import type { Hat } from "../regulation/hats.ts";
import { changesAfter, checksBetween, fileHealth, lastSeen } from "./checks.queries.ts";
import { type CheckInput, recordCheck } from "./commands/record-check.ts";
import { proveFiles } from "./prove-files.ts";
import { verifyChecks } from "./verify.ts";

eachEngine("Đ12.k2: the check of the morning and of the afternoon", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  let admin: By;
  beforeEach(async () => {
    clock = fixedClock(TEST_NOW);
    house = await openTestPortal(engine, { clock });
    admin = { person: house.centre.people.quantri!.id, hat: "ADMIN" };
  });
  afterEach(() => house.close());

  const record = (input: Partial<CheckInput> = {}, who = admin) =>
    house.portal.act(who, recordCheck, { slot: "2026-11-24 sang", outcome: "ok", note: "", seen: 0, ...input });
  const refused = async (input: Partial<CheckInput>, who?: By) => {
    const answer = await record(input, who);
    return answer.ok ? [] : answer.error.map(({ code }) => code);
  };

  test("is recorded in its hours, and remembers how far in the log one had looked", async () => {
    expect((await record({ seen: 10 })).ok).toBe(true);
    expect(await lastSeen(house.portal.db)).toBe(10);
    const row = (await checksBetween(house.portal.db, "2026-11-24", "2026-11-24")).get("2026-11-24 sang")!;
    expect([row.at <= row.due_at, row.name]).toEqual([true, house.centre.people.quantri!.fullName]);
    expect(await refused({})).toEqual(["checkRecorded"]);
  });

  test("is late after its hours, and cannot be done before them, on another day or on a day off", async () => {
    expect(await refused({ slot: "2026-11-24 chieu" })).toEqual(["checkTooEarly"]);
    expect(await refused({ slot: "2026-11-23 chieu" })).toEqual(["checkDayOver"]);
    expect(await refused({ slot: "2026-11-22 sang" })).toEqual(["checkUnknown"]);
    expect(await refused({ slot: "hôm qua" })).toEqual(["checkUnknown"]);
    clock.set("2026-11-24T03:00:00.000Z");
    const waiting = async () =>
      (await readToDo(house.portal.db, clock.now())).filter(({ duty }) => duty === "content-check").length;
    expect(await waiting()).toBe(1);
    expect((await record()).ok).toBe(true);
    const row = (await checksBetween(house.portal.db, "2026-11-24", "2026-11-24")).get("2026-11-24 sang")!;
    expect(row.at > row.due_at).toBe(true);
    expect(await waiting()).toBe(0);
  });

  test("cannot be ticked by a machine, nor by any hat but the administrator's", async () => {
    expect(await refused({}, BY_SYSTEM)).toEqual(["checkNotByMachine"]);
    for (const [name, hat] of [
      ["thuky", "SECRETARY"],
      ["giamdoc", "CHIEF"],
      ["thuongtruc", "STANDING_DEPUTY"],
    ] as const satisfies readonly (readonly [string, Hat])[])
      expect(await refused({}, { person: house.centre.people[name]!.id, hat })).toEqual(["notThisHat"]);
  });

  test("that finds a problem needs a word about it, and reaches the head of the board at once", async () => {
    expect(await refused({ outcome: "problem", note: "  " })).toEqual(["checkNoteMissing"]);
    expect((await record({ outcome: "problem", note: "Trang Công khai mở chậm" })).ok).toBe(true);
    const told = await house.portal.db
      .selectFrom("notification")
      .select(["person_id", "text"])
      .where("text", "like", "%Trang Công khai mở chậm%")
      .execute();
    expect(told.map(({ person_id }) => person_id)).toEqual([house.centre.people.giamdoc!.id]);
    const mails = await house.portal.db.selectFrom("outbox").select("payload").where("kind", "=", "mail").execute();
    expect(mails.some(({ payload }) => payload.includes("Trang Công khai mở chậm"))).toBe(true);
  });

  test("shows what the public sees otherwise since the last one, and never claims to have seen more than there is", async () => {
    const { shown, unusual } = await changesAfter(house.portal.db, 0);
    expect(shown.map(({ act }) => act)).toContain("settings.change");
    expect(unusual.map(({ act }) => act)).toContain("appointment.add");
    expect((await record({ seen: 999_999 })).ok).toBe(true);
    const seen = await lastSeen(house.portal.db);
    expect(seen).toBeLessThan(999_999);
    const after = await changesAfter(house.portal.db, seen);
    expect([after.shown, after.unusual]).toEqual([[], []]);
  });

  test("tells of a file that was changed beside the portal", async () => {
    const { portal } = house;
    const hash = await portal.files.put(Buffer.from("đúng từng byte"));
    await portal.database.transact((tx) =>
      tx
        .insertInto("file")
        .values({
          hash,
          mime: "text/plain",
          size: 20,
          width: null,
          height: null,
          original_name: "a.txt",
          kind: "attachment",
          uploaded_by: admin.person,
          uploaded_at: clock.now(),
          text_checked: null,
        })
        .execute(),
    );
    expect(await proveFiles(portal)).toBe(1);
    expect(await proveFiles(portal)).toBe(0);
    expect(await fileHealth(portal.db)).toMatchObject({ files: 1, unread: 0, faults: [] });
    await writeFile(portal.files.pathOf(hash), "sai một byte");
    clock.advance(3601);
    expect(await proveFiles(portal)).toBe(1);
    expect((await fileHealth(portal.db)).faults).toEqual([{ hash, fault: "bị thiếu hoặc nội dung đã bị sửa" }]);
  });

  test("no script back-dates, changes or removes a check, or ticks one without its act in the log", async () => {
    expect((await record()).ok).toBe(true);
    const raw = await openRaw(house.portal);
    try {
      const seq = await raw.one("select evidence_seq from content_check");
      const row = (slot: string, hat: string, at: string) =>
        `insert into content_check select 'x', '${slot}', '${slot.slice(0, 10)}', due_at, outcome, note, seen_seq, person_id, '${hat}', '${at}', ${seq} from content_check`;
      for (const attack of [
        "update content_check set at = '2026-11-23T00:30:00.000Z'",
        "update content_check set outcome = 'problem', note = 'x'",
        "delete from content_check",
        row("2026-11-23 sang", "ADMIN", TEST_NOW),
        row("2026-11-24 sang", "ADMIN", TEST_NOW),
        row("2026-11-24 chieu", "SYSTEM", TEST_NOW),
        row("2026-11-24 chieu", "ADMIN", "2026-11-24T09:30:00.000Z"),
        ...(engine === "sqlite"
          ? [row("2026-11-24 sang", "ADMIN", TEST_NOW).replace("insert", "insert or replace")]
          : ["truncate content_check"]),
      ]) {
        const error = await raw.run(attack).then(
          () => null,
          (refusal) => refusal,
        );
        expect(error !== null && isRefusedByDatabase(error), attack).toBe(true);
      }
      expect(await raw.one("select count(*) from content_check")).toBe("1");
      expect((await verifyChecks(house.portal.db)).bad).toBeNull();
      // Whoever takes the promise away first is still found out.
      await raw.run(
        engine === "sqlite"
          ? "drop trigger content_check_no_update"
          : "drop trigger content_check_no_update on content_check",
      );
      await raw.run("update content_check set outcome = 'problem', note = 'bịa'");
      expect((await verifyChecks(house.portal.db)).bad?.why).toContain("khác với việc đã ghi");
    } finally {
      await raw.close();
    }
  });
});
