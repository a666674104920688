import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VIETNAMESE_HOLIDAYS } from "../calendar/vietnamese-holidays.ts";
import { addSeconds, dayOf } from "../kernel/clock.ts";
import { PLAIN_WEEKS, type WorkCalendar } from "../kernel/working-days.ts";
import { type Rhythm, termsOf } from "./rhythm.ts";
import { standingOf } from "./standing.ts";

const VIETNAM: WorkCalendar = {
  holidays: new Set(VIETNAMESE_HOLIDAYS.map(({ day }) => day)),
  workedWeekends: new Set(["2028-01-22"]),
};
const MORNING: Rhythm = { every: "working-day", part: "sang", from: "07:00", to: "08:30" };
const MONTHLY: Rhythm = { every: "month", day: 25 };

/** Wall time in Vietnam of the last second on time. */
const due = (rhythm: Rhythm, from: string, to: string) =>
  termsOf(rhythm, from, to, VIETNAM).map(
    (term) =>
      `${term.period}: ${Temporal.Instant.from(term.due).toZonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainDateTime()}`,
  );

describe("two years by a table written by hand", () => {
  test("Đ11.g3, Đ18.k1: the 25th of every month, also where it is a Sunday or falls in Tết", () => {
    expect(due(MONTHLY, "2027-01-01", "2028-12-31")).toEqual(
      // 25/4/2027 and 25/7/2027 are Sundays, 25/9/2027 a Saturday, 25/1/2028 the eve of Tết.
      [2027, 2028].flatMap((year) =>
        ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map(
          (month) => `${year}-${month}: ${year}-${month}-25T23:59:59`,
        ),
      ),
    );
  });

  test("Đ8.k2.g6, Đ12.k3: the last day of every quarter", () => {
    expect(due({ every: "quarter" }, "2027-01-01", "2028-12-31")).toEqual([
      "2027-Q1: 2027-03-31T23:59:59",
      "2027-Q2: 2027-06-30T23:59:59",
      "2027-Q3: 2027-09-30T23:59:59",
      "2027-Q4: 2027-12-31T23:59:59",
      "2028-Q1: 2028-03-31T23:59:59",
      "2028-Q2: 2028-06-30T23:59:59",
      "2028-Q3: 2028-09-30T23:59:59",
      "2028-Q4: 2028-12-31T23:59:59",
    ]);
  });

  test("Đ8.k2.g7, Đ22.k1: once a year", () => {
    expect(due({ every: "year", month: 12, day: 31 }, "2027-01-01", "2028-12-31")).toEqual([
      "2027: 2027-12-31T23:59:59",
      "2028: 2028-12-31T23:59:59",
    ]);
  });

  test("Đ12.k2: no check in Tết, none on 29 February when that day is no working day, one on a Saturday worked", () => {
    // Tết 2028 is on 26 January: the days off are 25 to 29 and, for its Saturday, 31 January.
    expect(due(MORNING, "2028-01-20", "2028-02-02").map((line) => line.slice(0, 10))).toEqual([
      ...["2028-01-20", "2028-01-21", "2028-01-22", "2028-01-24"],
      ...["2028-02-01", "2028-02-02"],
    ]);
    expect(due(MORNING, "2028-02-28", "2028-03-01")).toEqual([
      "2028-02-28 sang: 2028-02-28T08:30:00",
      "2028-02-29 sang: 2028-02-29T08:30:00",
      "2028-03-01 sang: 2028-03-01T08:30:00",
    ]);
  });

  test("a year has as many checks as working days", () => {
    // 2027: 261 weekdays less 11 days off.
    expect(due(MORNING, "2027-01-01", "2027-12-31")).toHaveLength(250);
  });
});

test("an inverted span has no terms, whatever the rhythm", () => {
  for (const rhythm of [MORNING, MONTHLY, { every: "quarter" }, { every: "year", month: 12, day: 31 }] as Rhythm[])
    expect(termsOf(rhythm, "2027-06-30", "2027-06-01", PLAIN_WEEKS)).toEqual([]);
});

test("a span cut anywhere has the same terms as its two parts: nothing is missed and nothing doubled over a stop", () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((days) => Temporal.PlainDate.from("2026-07-01").add({ days }).toString());
  const rhythm = fc.constantFrom<Rhythm>(MORNING, MONTHLY, { every: "quarter" }, { every: "year", month: 12, day: 31 });
  fc.assert(
    fc.property(rhythm, day, day, day, (one, ...days) => {
      const [from, cut, to] = days.sort() as [string, string, string];
      const next = Temporal.PlainDate.from(cut).add({ days: 1 }).toString();
      const parts = [...termsOf(one, from, cut, VIETNAM), ...termsOf(one, next, to, VIETNAM)];
      expect(parts).toEqual(termsOf(one, from, to, VIETNAM));
      expect(new Set(parts.map(({ period }) => period)).size).toBe(parts.length);
      for (const term of parts) {
        expect(term.opens < term.due).toBe(true);
        expect(dayOf(term.due) >= from && dayOf(term.due) <= to).toBe(true);
      }
    }),
  );
});

test("a term stands by the clock and by when it was done, to the second", () => {
  const [term] = termsOf(MORNING, "2026-11-24", "2026-11-24", VIETNAM);
  const { opens, due, gone } = term!;
  expect([opens, due, gone]).toEqual([
    "2026-11-24T00:00:00.000Z",
    "2026-11-24T01:30:00.000Z",
    "2026-11-24T17:00:00.000Z",
  ]);
  const at = (now: string) => standingOf(term!, null, now);
  expect(at(addSeconds(opens, -1))).toBe("ahead");
  expect(at(opens)).toBe("open");
  expect(at(due)).toBe("open");
  expect(at(addSeconds(due, 1))).toBe("late");
  expect(at(addSeconds(gone!, -1))).toBe("late");
  expect(at(gone!)).toBe("missed");
  expect(standingOf(term!, due, gone!)).toBe("done");
  expect(standingOf(term!, addSeconds(due, 1), gone!)).toBe("done-late");
  const [report] = termsOf(MONTHLY, "2026-11-25", "2026-11-25", VIETNAM);
  expect(standingOf(report!, null, "2027-11-25T00:00:00.000Z")).toBe("late");
});
