import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestPortal, type TestPortal } from "../../test/support/portals.ts";
import { readBoard } from "../board/board.queries.ts";
import { gaps } from "../board/gaps.ts";
import { boardWarnings } from "../board/warnings.queries.ts";
import { dayOf } from "../kernel/clock.ts";
import { SAMPLE_PEOPLE } from "./centre.ts";

let house: TestPortal;
beforeAll(async () => {
  house = await openTestPortal("sqlite");
});
afterAll(() => house.close());

test("the sample centre lacks nobody: every step, unit and field has its people", async () => {
  const { portal } = house;
  expect(await boardWarnings(portal.db, dayOf(portal.clock.now()))).toEqual([]);
});

test("before its board was set up it lacks everybody, and what stops articles is told first", async () => {
  const found = await boardWarnings(house.portal.db, "2023-05-09");
  expect(found[0]?.blocks).toBe(true);
  expect(found.map(({ blocks }) => blocks)).toEqual(found.map(({ blocks }) => blocks).toSorted((a, b) => +b - +a));
});

test("REQ-044, A-08: without the standing deputy nobody can approve what the secretary, head of her unit, wrote", async () => {
  const board = await readBoard(house.portal.db);
  const gone = { ...board, appointments: board.appointments.filter(({ hat }) => hat !== "STANDING_DEPUTY") };
  expect(gaps(gone, "2026-11-24").map(({ code }) => code)).toEqual([
    "noStandingDeputy",
    "unitRoadBlocked",
    "fieldWithoutDeputy",
  ]);
});

test("user names are single, plain and say the hat", () => {
  const names = SAMPLE_PEOPLE.map(({ username }) => username);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => /^[a-z]+(\.[a-z-]+)?$/.test(name))).toBe(true);
});
