import { expect, test } from "vitest";
import { fixedClock, openEmptyPortal } from "../../test/support/portals.ts";
import { verifyNewsroom } from "../newsroom/verify.ts";
import { fillArticles, sampleBegin } from "./articles.ts";
import { fillCentre } from "./centre.ts";
import { sampleClock } from "./clock.ts";
import { daysFrom } from "./days.ts";

test("the clock stands where it is set, never goes back, and follows the real one again", () => {
  const clock = sampleClock(fixedClock("2026-11-24T01:00:00.000Z"));
  clock.set("2026-10-01T01:00:00.000Z");
  expect(clock.now()).toBe("2026-10-01T01:00:00.000Z");
  expect(() => clock.set("2026-09-30T01:00:00.000Z")).toThrow("go back");
  clock.live();
  expect([clock.now(), clock.today]).toEqual(["2026-11-24T01:00:00.000Z", "2026-11-24"]);
});

test("days are counted in working days, and the school year turns in August", () => {
  const sunday = daysFrom("2026-08-02");
  expect(sunday.named(1)).toBe("thứ Sáu, ngày 31/07/2026");
  expect(sunday.date(-1)).toBe("03/08/2026");
  expect(sunday.at(6, "07:30")).toBe("2026-07-24T00:30:00.000Z");
  expect([sunday.schoolYear, daysFrom("2026-07-31").schoolYear]).toEqual(["2026–2027", "2025–2026"]);
  expect(sunday.holiday).toEqual({ name: "Quốc khánh 02/9", year: 2026, date: "02/09/2026" });
  expect(daysFrom("2026-12-25").holiday).toMatchObject({ year: 2027, date: "30/04/2027" });
});

test("the sample can be made at any hour of any day: just after midnight of a Sunday, in a new year", async () => {
  const clock = sampleClock(fixedClock("2027-01-02T17:00:30.000Z"));
  const { portal, close } = await openEmptyPortal("sqlite", { clock });
  clock.set(sampleBegin(clock));
  await fillArticles(portal, await fillCentre(portal), clock);
  expect(clock.now() < "2027-01-02T17:00:30.000Z").toBe(true);
  expect(await verifyNewsroom(portal.db)).toMatchObject({ bad: null });
  await close();
});
