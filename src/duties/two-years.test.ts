import { afterAll, beforeAll, expect, test } from "vitest";
import {
  eachEngine,
  type FixedClock,
  fixedClock,
  openTestPortal,
  type TestPortal,
} from "../../test/support/portals.ts";
import { BY_SYSTEM } from "../act.ts";
import { tellWhatIsDue } from "../clocks/tell-due.ts";
import { adoptSeed } from "../disclosure/commands/adopt-seed.ts";
import { owedItems } from "./items.queries.ts";
import type { OwedItem } from "./owed.ts";

/** The first second of 1 January 2027 in Vietnam. */
const BEGIN = "2026-12-31T17:00:00.000Z";
const END = "2029-01-01T00:00:00.000Z";
const YEARS = { from: "2027-01-01", to: "2028-12-31", now: END };

const THE_25TH = [
  "25/01/2027 25/02/2027 25/03/2027 25/04/2027 25/05/2027 25/06/2027",
  "25/07/2027 25/08/2027 25/09/2027 25/10/2027 25/11/2027 25/12/2027",
  "25/01/2028 25/02/2028 25/03/2028 25/04/2028 25/05/2028 25/06/2028",
  "25/07/2028 25/08/2028 25/09/2028 25/10/2028 25/11/2028 25/12/2028",
].join(" ");
const MONTH_ENDS = [
  "31/01/2027 28/02/2027 31/03/2027 30/04/2027 31/05/2027 30/06/2027",
  "31/07/2027 31/08/2027 30/09/2027 31/10/2027 30/11/2027 31/12/2027",
  "31/01/2028 29/02/2028 31/03/2028 30/04/2028 31/05/2028 30/06/2028",
  "31/07/2028 31/08/2028 30/09/2028 31/10/2028 30/11/2028 31/12/2028",
].join(" ");
const QUARTER_ENDS = "31/03/2027 30/06/2027 30/09/2027 31/12/2027 31/03/2028 30/06/2028 30/09/2028 31/12/2028";
const YEAR_ENDS = "31/12/2027 31/12/2028";

/**
 * Last days, each to its last second, written by hand for a portal in use since 1 January 2027 in which nothing was
 * done but its set-up. A duty that follows an event, a question or an article has its own table in its room.
 */
const TABLE: Readonly<Record<string, string>> = {
  // Đ11.g3, Đ18.k1: also on Sunday 25/4 and 25/7/2027, and on the eve of Tết, 25/1/2028.
  "report-monthly": THE_25TH,
  // Đ8.k2.g6
  "report-quarterly": QUARTER_ENDS,
  "report-yearly": YEAR_ENDS,
  // Đ12.k3
  "report-technical-quarterly": QUARTER_ENDS,
  "report-technical-yearly": YEAR_ENDS,
  // Đ16.k3: calendar months; 29 February 2028.
  "unit-quota": MONTH_ENDS,
  // Đ13.k1.c.g2; TT 09/2024: by 30 June; no item has a unit yet, so the secretary owes them.
  "disclosure-unassigned": "30/06/2027 30/06/2028",
  // Đ13.k1.c.g4: five days from the first day of the address.
  "disclosure-address": "06/01/2027",
  // Đ8.k2.g7, Đ20.k2
  "upgrade-review": YEAR_ENDS,
  "workplan-item": YEAR_ENDS,
  // Đ22.k1
  "yearly-inspection": YEAR_ENDS,
  // QĐ-Đ3: ten working days from 1 January, itself a day off.
  "regulation-acknowledge": "15/01/2027",
};

/** Working days, two checks each. Tết takes five of February 2027 and five of January 2028 (31 January in exchange). */
const WORKING_DAYS: Readonly<Record<string, readonly number[]>> = {
  2027: [20, 15, 23, 20, 20, 22, 22, 22, 20, 21, 22, 23],
  2028: [15, 21, 23, 19, 21, 22, 21, 23, 19, 22, 22, 21],
};

const wall = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainDateTime();
const written = (at: string) => {
  const time = wall(at);
  expect(time.toPlainTime().toString()).toBe("23:59:59");
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(time.day)}/${two(time.month)}/${time.year}`;
};
const daysOf = (items: readonly OwedItem[], duty: string) =>
  [...new Set(items.filter((item) => item.duty === duty).map(({ term }) => term.due))].sort().map(written).join(" ");

eachEngine("two years, 2027 and 2028, over every source", (engine) => {
  let clock: FixedClock;
  let house: TestPortal;
  beforeAll(async () => {
    clock = fixedClock(BEGIN);
    house = await openTestPortal(engine, { clock });
    await house.portal.act(BY_SYSTEM, adoptSeed, {});
  });
  afterAll(() => house.close());

  test("§8: every duty falls due exactly when the table written by hand says, whatever the zone of the host", async () => {
    const zone = process.env.TZ;
    const seen: string[] = [];
    try {
      // Two with summer time, one a day ahead.
      for (const host of ["America/New_York", "Europe/Berlin", "Pacific/Kiritimati"]) {
        process.env.TZ = host;
        const items = await owedItems(house.portal.db, YEARS);
        const found = Object.fromEntries(Object.keys(TABLE).map((duty) => [duty, daysOf(items, duty)]));
        expect(found).toEqual(TABLE);
        const others = items.map(({ duty }) => duty).filter((duty) => duty !== "content-check" && !(duty in TABLE));
        expect([...new Set(others)]).toEqual([]);
        const checks = items.filter(({ duty }) => duty === "content-check").map(({ term }) => wall(term.due));
        expect(new Set(checks.map((due) => due.toPlainTime().toString()))).toEqual(new Set(["08:30:00", "17:30:00"]));
        for (const [year, months] of Object.entries(WORKING_DAYS)) {
          const counted = months.map(
            (_, index) => checks.filter((due) => due.year === Number(year) && due.month === index + 1).length / 2,
          );
          expect(counted, year).toEqual(months);
        }
        seen.push(JSON.stringify(items.map(({ duty, subject, term, standing }) => [duty, subject, term, standing])));
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(new Set(seen).size).toBe(1);
  });

  test("each unit owes its own quota every month, and each check counts once", async () => {
    const items = await owedItems(house.portal.db, YEARS);
    const keys = items.map(({ duty, subject, term }) => `${duty} ${subject} ${term.period}`);
    expect(new Set(keys).size).toBe(keys.length);
    const quotas = items.filter(({ duty }) => duty === "unit-quota");
    expect(quotas.length).toBe(24 * new Set(quotas.map(({ unit }) => unit)).size);
  });

  test("nothing is due before the portal was in use, whatever is asked for", async () => {
    const before = await owedItems(house.portal.db, { from: "2020-01-01", to: "2026-12-31", now: END });
    expect(before).toEqual([]);
  });

  test("asked in two halves or open ones only, it is the same: nothing is lost over a cut", async () => {
    const keys = (items: readonly OwedItem[]) =>
      items.map((item) => `${item.duty} ${item.subject} ${item.term.period}`);
    const whole = keys(await owedItems(house.portal.db, YEARS));
    const cut = [
      ...(await owedItems(house.portal.db, { ...YEARS, to: "2028-02-28" })),
      ...(await owedItems(house.portal.db, { ...YEARS, from: "2028-02-29" })),
    ];
    expect(keys(cut).sort()).toEqual([...whole].sort());
    const now = "2028-06-15T03:00:00.000Z";
    const open = await owedItems(house.portal.db, { ...YEARS, now, unfinished: true });
    const all = await owedItems(house.portal.db, { ...YEARS, now });
    const standing = all.filter((item) => ["open", "late"].includes(item.standing));
    expect(keys(open.filter((item) => item.standing !== "ahead"))).toEqual(keys(standing));
  });

  test("a portal that runs only a few minutes every four months misses no late report, and tells of none twice", async () => {
    for (let month = 4; month <= 28; month += 4) {
      const day = Temporal.PlainDate.from("2027-01-28").add({ months: month - 4 });
      clock.set(`${day}T02:00:00.000Z`);
      await tellWhatIsDue(house.portal);
      expect(await tellWhatIsDue(house.portal)).toBe(0);
    }
    const told = await house.portal.db
      .selectFrom("duty_notice")
      .select(["period", "minutes_ahead"])
      .where("duty", "=", "report-monthly")
      .where("period", "<", "2029")
      .orderBy("due_at")
      .execute();
    expect(told.filter(({ minutes_ahead }) => minutes_ahead === -1).map(({ period }) => period)).toHaveLength(24);
  });
});
