import { afterEach, beforeEach, expect, test } from "vitest";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  TEST_NOW,
  type TestPortal,
} from "../../test/support/portals.ts";
import { type Traveller, travel } from "../../test/support/road.ts";
import { BY_SYSTEM } from "../act.ts";
import { endAppointment } from "../board/commands/end-appointment.ts";
import { addSeconds } from "../kernel/clock.ts";
import { verifyNewsroom } from "../newsroom/verify.ts";
import { publishDue } from "./publish-due.ts";

eachEngine("Đ15.k2.b4: an edition with an hour set", (engine) => {
  let clock: FixedClock;
  let stage: TestPortal;
  let article: Traveller;
  const HOUR = 3600;

  beforeEach(async () => {
    clock = fixedClock(TEST_NOW);
    stage = await openTestPortal(engine, { clock });
    article = await travel(stage.portal, stage.centre, "APPROVED");
    await article.move("thuky", "SECRETARY", { act: "schedule", publishAt: addSeconds(TEST_NOW, HOUR) });
  });
  afterEach(() => stage.close());

  const state = async () =>
    (
      await stage.portal.db
        .selectFrom("edition")
        .select("state")
        .where("id", "=", article.edition)
        .executeTakeFirstOrThrow()
    ).state;

  test("is not posted a second early", async () => {
    clock.advance(HOUR - 1);
    expect(await publishDue(stage.portal)).toEqual([]);
    expect(await state()).toBe("SCHEDULED");
  });

  test("is posted at the hour, once", async () => {
    clock.advance(HOUR);
    expect(await publishDue(stage.portal)).toMatchObject([{ published: true, late: 0 }]);
    expect(await publishDue(stage.portal)).toEqual([]);
    expect(await state()).toBe("PUBLISHED");
  });

  test("whose hour was missed is posted at the next start, and says how late", async () => {
    clock.advance(4 * HOUR);
    expect(await publishDue(stage.portal)).toMatchObject([{ published: true, late: 3 * HOUR }]);
    const told = await stage.portal.db
      .selectFrom("notification")
      .innerJoin("person", "person.id", "person_id")
      .select(["full_name", "text"])
      .where("text", "like", "%muộn 180 phút%")
      .execute();
    expect(told.map(({ full_name }) => full_name)).toContain(stage.centre.people.thuky!.fullName);
  });

  test("is frozen: nobody changes its text, not even the secretary", async () => {
    await expect(article.save("thuky", "SECRETARY", { lead: "Khác" })).rejects.toThrow("notAtThisStep");
  });

  test("is not posted when whoever set the hour is no longer secretary; it goes back with the reason", async () => {
    const held = await stage.portal.db
      .selectFrom("appointment")
      .select("id")
      .where("person_id", "=", stage.centre.people.thuky!.id)
      .where("hat", "=", "SECRETARY")
      .executeTakeFirstOrThrow();
    const ended = await stage.portal.act(BY_SYSTEM, endAppointment, {
      appointment: held.id,
      to: "2026-11-23",
      paper: "99/QĐ-GDTXHP",
    });
    expect(ended).toMatchObject({ ok: true });
    clock.advance(HOUR);
    expect(await publishDue(stage.portal)).toMatchObject([{ published: false }]);
    expect(await state()).toBe("APPROVED");
    const move = await stage.portal.db
      .selectFrom("edition_move")
      .select("reason")
      .where("act", "=", "missSchedule")
      .executeTakeFirstOrThrow();
    expect(move.reason).toContain("không còn là Thư ký");
  });

  test("stays provable", async () => {
    clock.advance(HOUR);
    await publishDue(stage.portal);
    expect(await verifyNewsroom(stage.portal.db)).toMatchObject({ bad: null, published: 1 });
  });
});
