import { expect, test } from "vitest";
import { fixedClock, openEmptyPortal } from "../../test/support/portals.ts";
import { readEntries, readItems } from "../disclosure/disclosure.queries.ts";
import { verifyDisclosure } from "../disclosure/verify.ts";
import { play } from "./acts.ts";
import { sampleBegin } from "./articles.ts";
import { fillCentre } from "./centre.ts";
import { sampleClock } from "./clock.ts";
import { disclosureActs, disclosureBegin, finishDisclosure } from "./disclosure.ts";

test.each([
  "2026-11-24T03:00:00.000Z",
  "2026-08-20T03:00:00.000Z",
  "2027-02-10T03:00:00.000Z",
  "2027-07-20T03:00:00.000Z",
])("the sample of %s discloses two years and holds to its own verification", async (now) => {
  const clock = sampleClock(fixedClock(now));
  const { portal, close } = await openEmptyPortal("sqlite", { clock });
  clock.set(disclosureBegin(clock));
  const centre = await fillCentre(portal);
  await play(portal, clock, disclosureActs(portal, centre, clock, sampleBegin(clock)));
  clock.live();
  clock.set(now);
  await finishDisclosure(portal, centre, clock);
  const entries = await readEntries(portal.db);
  expect(entries.filter(({ state }) => state === "SUPERSEDED").length).toBeGreaterThan(0);
  expect(entries.filter(({ state }) => state === "PUBLISHED").length).toBeGreaterThan(12);
  expect(new Set(entries.map(({ state }) => state)).size).toBe(5);
  expect((await readItems(portal.db)).every(({ unit }) => unit !== null)).toBe(true);
  expect(await verifyDisclosure(portal.db)).toEqual({ entries: entries.length, bad: null });
  await close();
});
