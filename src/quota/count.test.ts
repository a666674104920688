import { expect, test } from "vitest";
import { addMonths, instantsOf, lastDayOf, monthOf, monthsBetween, readMonth } from "../kernel/months.ts";
import {
  arrivesBefore,
  type CountedArticle,
  countOf,
  forecastWords,
  outcomeOf,
  type PublicationFacts,
  reachedAt,
} from "./count.ts";

const good: PublicationFacts = {
  publishedAt: "2026-11-10T02:00:00.000Z",
  origin: "unit",
  isRepublished: false,
  takenDownAt: null,
  isDuplicate: false,
  level: "good",
};
const count = (over: Partial<PublicationFacts>, countRepublished = false) =>
  countOf({ ...good, ...over }, { countRepublished });

test("Đ16.k3: only an article of the unit that is public and of quality counts; without a mark it counts provisionally", () => {
  expect(count({})).toBe("counted");
  expect(count({ level: null })).toBe("unmarked");
  expect(count({ level: "improve" })).toBe("improve");
  expect(count({ level: "poor" })).toBe("poor");
  expect(count({ isDuplicate: true })).toBe("duplicate");
  expect(count({ origin: "board" })).toBe("board");
});

test("Đ16.k3: what was taken over counts only where the centre says so", () => {
  expect(count({ isRepublished: true })).toBe("republished");
  expect(count({ isRepublished: true }, true)).toBe("counted");
  expect(count({ isRepublished: true, level: null }, true)).toBe("unmarked");
});

test("Đ16.k3: taken down within its month an article does not count, later it did its duty", () => {
  // 30 November, 23:59:59 in Vietnam, and the midnight after it.
  expect(count({ takenDownAt: "2026-11-30T16:59:59.999Z" })).toBe("takenDown");
  expect(count({ takenDownAt: "2026-11-30T17:00:00.000Z" })).toBe("counted");
  // Published and taken down in the first seven hours of the month, which in UTC is still October.
  expect(count({ publishedAt: "2026-10-31T17:00:00.000Z", takenDownAt: "2026-10-31T18:00:00.000Z" })).toBe("takenDown");
  expect(count({ publishedAt: "2026-10-31T16:59:59.999Z", takenDownAt: "2026-10-31T18:00:00.000Z" })).toBe("counted");
});

test("Đ16.k3: a month is a calendar month of Vietnam, with leap years and the turn of the year", () => {
  expect(monthOf("2026-11-30T16:59:59.999Z")).toBe("2026-11");
  expect(monthOf("2026-11-30T17:00:00.000Z")).toBe("2026-12");
  expect(instantsOf("2028-02")).toEqual(["2028-01-31T17:00:00.000Z", "2028-02-29T17:00:00.000Z"]);
  expect([lastDayOf("2028-02"), lastDayOf("2027-02"), lastDayOf("2026-12")]).toEqual([
    "2028-02-29",
    "2027-02-28",
    "2026-12-31",
  ]);
  expect([addMonths("2026-12", 1), addMonths("2027-01", -1)]).toEqual(["2027-01", "2026-12"]);
  expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(monthsBetween("2026-11", "2026-10")).toEqual([]);
});

test("a month is read as a form or a person writes it, anything else is none", () => {
  expect([readMonth("2026-11"), readMonth(" 11/2026 "), readMonth("1/2027")]).toEqual([
    "2026-11",
    "2026-11",
    "2027-01",
  ]);
  for (const text of ["", "2026-13", "2026-00", "13/2026", "2026", "2026-1", "1926-11", "11-2026", "2026-11-01"])
    expect(readMonth(text), text).toBeNull();
});

test.each([
  [2, 0, false, "met"],
  [3, 0, true, "met"],
  [1, 1, false, "provisional"],
  [0, 2, true, "provisional"],
  [1, 0, false, "short"],
  [1, 0, true, "missed"],
  [0, 0, true, "missed"],
] as const)(
  "Đ16.k3: %i good and %i unmarked articles of two, month over: %s, is %s",
  (good, unmarked, isOver, outcome) => {
    expect(outcomeOf({ target: 2, good, unmarked, isOver, excused: "" })).toBe(outcome);
    expect(outcomeOf({ target: 2, good, unmarked, isOver, excused: "Miễn" })).toBe("excused");
  },
);

const article = (publishedAt: string, of: CountedArticle["count"]): CountedArticle => ({
  article: publishedAt,
  edition: "",
  title: "",
  author: "",
  publishedAt,
  count: of,
  changedTo: null,
});

test("Đ16.k3: the duty is done when the second article was published, whatever the order of the marks", () => {
  const [first, second, third] = ["2026-11-03T01:00:00.000Z", "2026-11-12T01:00:00.000Z", "2026-11-20T01:00:00.000Z"];
  expect(reachedAt([article(third, "counted"), article(first, "counted"), article(second, "poor")], 2)).toBe(third);
  expect(reachedAt([article(first, "counted"), article(second, "unmarked"), article(third, "counted")], 2)).toBe(third);
  expect(reachedAt([article(first, "counted"), article(second, "unmarked")], 2)).toBe(second);
  expect(reachedAt([article(first, "counted"), article(second, "improve"), article(third, "takenDown")], 2)).toBeNull();
});

test("the forecast names what it counts: what lies with the board, not what the unit has not handed in", () => {
  const end = "2026-11-30T17:00:00.000Z";
  const coming = (state: Parameters<typeof arrivesBefore>[0]["state"], publishAt: string | null = null) =>
    arrivesBefore({ edition: "", title: "", state, publishAt }, end);
  expect((["SUBMITTED", "UNDER_REVIEW", "AWAITING_FINAL", "APPROVED"] as const).every((state) => coming(state))).toBe(
    true,
  );
  expect((["DRAFT", "AWAITING_HEAD", "RETURNED"] as const).some((state) => coming(state))).toBe(false);
  expect(coming("SCHEDULED", "2026-11-30T16:59:00.000Z")).toBe(true);
  expect(coming("SCHEDULED", "2026-11-30T17:00:00.000Z")).toBe(false);
  const unit = {
    unit: "",
    code: "",
    name: "",
    target: 2,
    good: 1,
    unmarked: 0,
    outcome: "short" as const,
    excused: "",
    reachedAt: null,
    articles: [],
    coming: [],
    forecast: 1,
  };
  expect(forecastWords(unit)).toBe("Đang có 1 bài đạt. Cần gửi thêm 1 bài.");
  expect(
    forecastWords({ ...unit, coming: [{ edition: "", title: "", state: "SUBMITTED", publishAt: null }], forecast: 2 }),
  ).toContain("1 bài đang ở Ban biên tập. Dự kiến đủ");
  expect(forecastWords({ ...unit, good: 2, forecast: 2 })).toBe("Đã có 2 bài đạt.");
});
