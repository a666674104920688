import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BOARD_ATTACKS } from "../../test/attacks/board.ts";
import { EDITION_ATTACKS } from "../../test/attacks/editions.ts";
import { HISTORY_ATTACKS } from "../../test/attacks/history.ts";
import { LOG_ATTACKS } from "../../test/attacks/log.ts";
import { PUBLIC_ATTACKS } from "../../test/attacks/public.ts";
import { by } from "../../test/people.ts";
import { type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw, type Raw } from "../../test/support/raw.ts";
import { tableSums } from "../../test/support/rows.ts";
import { appoint } from "../board/commands/appoint.ts";
import { delegate } from "../board/commands/delegate.ts";
import { endAppointment } from "../board/commands/end-appointment.ts";
import { leave } from "../board/commands/leave.ts";
import { revokeDelegation } from "../board/commands/revoke-delegation.ts";
import type { Id } from "../kernel/ids.ts";
import { addComment } from "../newsroom/commands/add-comment.ts";
import { STATE_NAMES } from "../regulation/states.ts";

eachEngine("Đ5.k3, Đ8.k2.g3, Đ16.k4.g1: the promises of the database", (engine) => {
  let room: Newsroom;
  let raw: Raw;
  const places: Record<string, Id> = {};

  beforeAll(async () => {
    room = await openNewsroom(engine);
    raw = await openRaw(room.portal);
    for (const state of STATE_NAMES) {
      places[state] = await room.bringTo(state);
      places[`article ${state}`] = (await room.load(places[state])).article.id;
    }
    places.REWORKED = await reworked(room);
    places.SOMEBODY = room.who("Trang").person;
    const remark = { edition: places.DRAFT!, block: null, parent: null, body: "Xin ghi rõ số lớp." };
    await room.portal.act(room.who("Hoa"), addComment, remark);
    Object.assign(places, await papers(room));
  }, 90_000);

  afterAll(async () => {
    await raw.close();
    await room.close();
  });

  const placed = (statement: string) =>
    statement.replace(/\{([A-Z_ ]+|article [A-Z_]+)\}/g, (_, place: string) => `'${places[place]!}'`);

  describe.each([
    ["the log", LOG_ATTACKS],
    ["versions and steps", HISTORY_ATTACKS],
    ["editions", EDITION_ATTACKS],
    ["what the public reads", PUBLIC_ATTACKS],
    ["the board", BOARD_ATTACKS],
  ])("%s", (_, attacks) => {
    test.each(
      attacks.filter(({ only }) => only === undefined || only === engine).map((one) => [one.promise, one] as const),
    )("%s", async (_, { statements }) => {
      const before = await tableSums(room.portal.db);
      await raw.run("begin");
      let error: unknown;
      try {
        for (const statement of statements) await raw.run(placed(statement));
        await raw.run("commit");
      } catch (thrown) {
        error = thrown;
        await raw.run("rollback");
      }
      expect(error, "the attack went through").toBeDefined();
      expect(isRefusedByDatabase(error), String(error)).toBe(true);
      expect(await tableSums(room.portal.db)).toEqual(before);
    });
  });
});

/** Approved, changed by the secretary, returned, changed back word for word and sent on again. */
async function reworked(room: Newsroom): Promise<Id> {
  const { move, save, who } = room;
  const lan = who("Lan", "SECRETARY");
  const edition = await room.bringTo("APPROVED");
  const { hash } = (await room.load(edition)).facts;
  await save(edition, lan, "Lớp có 41 học viên.");
  await move(edition, who("Thúy"), { act: "returnUnapproved", reason: "Số liệu chưa đúng", addressee: "SECRETARY" });
  await save(edition, lan, "Lớp có 40 học viên.");
  await move(edition, lan, { act: "resubmit", note: "Đã sửa lại số liệu" });
  expect((await room.load(edition)).facts.hash).toBe(hash);
  return edition;
}

/** Papers that ended, a person who left, a delegation in force and one revoked. */
async function papers({ portal, centre }: Newsroom): Promise<Record<string, Id>> {
  const must = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> => {
    const done = await answer;
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return done.value;
  };
  const admin = by(centre, "Bảo");
  const past = { unit: null, acting: false, decisionNumber: "9/QĐ", decisionDay: "2020-01-01", units: [], fields: [] };
  const old = await must(
    portal.act(admin, appoint, {
      ...past,
      person: by(centre, "Hưng").person,
      hat: "STANDING_DEPUTY",
      from: "2020-01-01",
      to: "2021-01-01",
    }),
  );
  const short = await must(
    portal.act(admin, appoint, {
      ...past,
      person: by(centre, "Bảo").person,
      hat: "INSPECTOR",
      from: "2026-11-01",
      to: null,
    }),
  );
  await must(portal.act(admin, endAppointment, { appointment: short.id, to: "2026-11-20", paper: "10/QĐ" }));
  await must(portal.act(admin, leave, { person: by(centre, "Thành").person, on: "2026-11-23", paper: "11/QĐ" }));
  const paper = {
    to: by(centre, "Thúy").person,
    powers: ["takedown.decide"],
    from: "2026-11-24",
    until: "2026-11-30",
    document: "12/GUQ",
    reason: "Giám đốc đi công tác",
  };
  const revoked = await must(portal.act(by(centre, "Minh", "CHIEF"), delegate, paper));
  await must(
    portal.act(by(centre, "Minh", "CHIEF"), revokeDelegation, { delegation: revoked.id, reason: "Giám đốc đã về" }),
  );
  await must(portal.act(by(centre, "Minh", "CHIEF"), delegate, { ...paper, document: "13/GUQ" }));
  return { "ENDED STANDING": old.id, ENDED: short.id };
}
