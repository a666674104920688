import { expect, test } from "vitest";
import { fixedClock, openTestPortal, TEST_NOW } from "../../test/support/portals.ts";
import { breakIn } from "../../test/support/tamper.ts";
import { play } from "../sample/acts.ts";
import { sampleClock } from "../sample/clock.ts";
import { answerActs } from "../sample/enquiries.ts";
import { verifySlips } from "./verify.ts";

test("what somebody with every right over the database changes in answers and steps is found", async () => {
  const clock = sampleClock(fixedClock(TEST_NOW));
  const { portal, centre, close } = await openTestPortal("sqlite", { clock });
  await play(portal, clock, answerActs(portal, centre, clock, 30));
  expect(await verifySlips(portal.db)).toMatchObject({ answers: 6, bad: null });
  const intruder = await breakIn(portal);
  const drafter = centre.people["truong.dao-tao"]!.id;
  for (const [table, where, change] of [
    ["published_answer", { number: 1 }, { answer: "Không cần hồ sơ gì." }],
    ["slip_move", { act: "release" }, { person_id: drafter }],
    ["slip_move", { act: "release" }, { hat: "CHIEF" }],
    ["slip_move", { act: "draft" }, { act: "decline" }],
  ] as const) {
    const undo = await intruder.update(table, where, change);
    expect((await verifySlips(portal.db)).bad, JSON.stringify(change)).not.toBeNull();
    await undo();
  }
  expect((await verifySlips(portal.db)).bad).toBeNull();
  await close();
});
