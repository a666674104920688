import { expect, test } from "vitest";
import { fixedClock, openEmptyPortal, TEST_NOW } from "../../test/support/portals.ts";
import { countAnswers } from "../enquiries/answers.queries.ts";
import { ENQUIRIES } from "../enquiries/rules.ts";
import { countSlips } from "../intake/slips.queries.ts";
import { play } from "./acts.ts";
import { sampleBegin } from "./articles.ts";
import { fillCentre } from "./centre.ts";
import { sampleClock } from "./clock.ts";
import { answerActs, fillEnquiries } from "./enquiries.ts";
import { ANSWERED, WAITING } from "./enquiries-text.ts";

test("the sample's questions are answered by the rules, in their order over some weeks", async () => {
  const clock = sampleClock(fixedClock(TEST_NOW));
  clock.set(sampleBegin(clock));
  const { portal, close } = await openEmptyPortal("sqlite", { clock });
  const centre = await fillCentre(portal);
  await play(portal, clock, answerActs(portal, centre, clock, 45));
  expect(await countAnswers(portal.db, null)).toBe(ANSWERED.length);
  clock.live();
  await fillEnquiries(portal, centre);
  expect(await countSlips(portal.db, ENQUIRIES, { units: null, isOpen: true })).toBe(WAITING.length);
  await close();
});
