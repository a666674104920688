import { afterAll, beforeAll, expect, test } from "vitest";
import {
  BOARD_ALTERATIONS,
  CHAIN_ALTERATIONS,
  NEWSROOM_ALTERATIONS,
  type World,
} from "../../test/attacks/alterations.ts";
import { type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import { breakIn } from "../../test/support/tamper.ts";
import { appoint } from "../board/commands/appoint.ts";
import { delegate } from "../board/commands/delegate.ts";
import { endAppointment } from "../board/commands/end-appointment.ts";
import { leave } from "../board/commands/leave.ts";
import { revokeDelegation } from "../board/commands/revoke-delegation.ts";
import { verifyBoard } from "../board/verify.ts";
import { verifyChain } from "../evidence/verify.ts";
import type { Id } from "../kernel/ids.ts";
import type { Result } from "../kernel/result.ts";
import { STATE_NAMES } from "../regulation/states.ts";
import { addComment } from "./commands/add-comment.ts";
import { verifyNewsroom } from "./verify.ts";

eachEngine("portal verify", (engine) => {
  let world: World;
  const db = () => world.room.portal.db;

  beforeAll(async () => {
    const room = await openNewsroom(engine);
    const at: Record<string, Id> = {};
    for (const state of STATE_NAMES) at[state] = await room.bringTo(state);
    await room.portal.act(room.who("Hoa"), addComment, {
      edition: at.DRAFT!,
      block: null,
      parent: null,
      body: "Xin ghi rõ.",
    });
    const delegation = await workUnderPapers(room);
    // The last act of all is a step.
    await room.move(at.AWAITING_FINAL!, room.who("Minh", "CHIEF"), {
      act: "returnUnapproved",
      reason: "Xem lại số liệu",
      addressee: "SECRETARY",
    });
    at.AWAITING_FINAL = await room.bringTo("AWAITING_FINAL");
    const live = (await room.load(at.PUBLISHED!)).article.id;
    world = { room, at, live, delegation, in: await breakIn(room.portal) };
  }, 90_000);
  afterAll(() => world.room.close());

  test("finds nothing in what the portal wrote, also after papers ended and were revoked behind what was done under them", async () => {
    expect(await verifyChain(db())).toMatchObject({ bad: null });
    expect(await verifyBoard(db())).toMatchObject({ bad: null, people: 17, delegations: 1 });
    expect(await verifyNewsroom(db())).toMatchObject({ bad: null });
  });

  test.each(CHAIN_ALTERATIONS.map((one) => [one.what, one] as const))(
    "REQ-049: the chain names the row: %s",
    async (_, { alter, named }) => {
      const undo = await alter(world);
      const { bad } = await verifyChain(db());
      await undo();
      expect(String(bad?.seq)).toMatch(named);
    },
  );

  test.each(NEWSROOM_ALTERATIONS.map((one) => [one.what, one] as const))(
    "Đ15.k2: the newsroom names the row: %s",
    async (_, { alter, named }) => {
      const undo = await alter(world);
      const { bad } = await verifyNewsroom(db());
      await undo();
      expect(bad?.row).toMatch(named);
    },
  );

  test.each(BOARD_ALTERATIONS.map((one) => [one.what, one] as const))(
    "Đ7.k1: the board names the row: %s",
    async (_, { alter, named }) => {
      const undo = await alter(world);
      const { bad } = await verifyBoard(db());
      await undo();
      expect(bad?.row).toMatch(named);
    },
  );

  test("finds nothing once everything is put back", async () => {
    expect(await verifyChain(db())).toMatchObject({ bad: null });
    expect(await verifyBoard(db())).toMatchObject({ bad: null });
    expect(await verifyNewsroom(db())).toMatchObject({ bad: null });
  });
});

/**
 * A decision under a delegation that is revoked the same day, and a secretary whose paper is ended, back in time, after
 * she has worked under it: neither makes wrong what was right when it was done.
 */
async function workUnderPapers(room: Newsroom): Promise<Id> {
  const { portal, who } = room;
  const chief = who("Minh", "CHIEF");
  const admin = who("Bảo");
  const given = must(
    await portal.act(chief, delegate, {
      to: who("Thúy").person,
      powers: ["takedown.decide"],
      from: "2026-11-24",
      until: "2026-11-30",
      document: "12/GUQ",
      reason: "Giám đốc đi công tác",
    }),
  );
  const edition = await room.bringTo("PUBLISHED");
  await room.move(edition, who("Thúy"), { act: "decideTakedown", reason: "Không còn phù hợp", note: "outdated" });
  must(await portal.act(chief, revokeDelegation, { delegation: given.id, reason: "Giám đốc đã trở về" }));
  must(await portal.act(admin, leave, { person: who("Thành").person, on: "2026-11-23", paper: "44/QĐ" }));
  const secretary = { person: who("Lan").person, hat: "SECRETARY", unit: null, acting: false, units: [], fields: [] };
  const old = await portal.db
    .selectFrom("appointment")
    .select("id")
    .where("hat", "=", "SECRETARY")
    .executeTakeFirstOrThrow();
  must(await portal.act(admin, endAppointment, { appointment: old.id, to: "2026-11-23", paper: "45/QĐ" }));
  const again = { from: "2026-11-24", to: null, decisionNumber: "46/QĐ", decisionDay: "2026-11-24" };
  must(await portal.act(admin, appoint, { ...secretary, ...again }));
  return given.id;
}

function must<T>(answer: Result<T, unknown>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
