import { describe, expect, test } from "vitest";
import type { Actor } from "../board/actor.ts";
import { standingOf } from "../duties/standing.ts";
import { addSeconds, fromLocalInput, toLocalInput } from "../kernel/clock.ts";
import { dueAfter, phaseOf, spanOf, tellingArticle, termOf } from "./event.ts";
import { lostTime, type Moved } from "./lost-time.ts";
import { daysTaken, monthsTaken } from "./month.ts";
import { linkRefusals } from "./rules.ts";

const wall = (text: string) => fromLocalInput(text)!;

describe("Đ16.k4.g3, A-11: the last instant on time, by a table written by hand", () => {
  test.each([
    ["an ordinary morning", "2026-11-24T11:30", 1, "2026-11-25T23:59"],
    ["one minute before midnight in Vietnam", "2026-11-24T23:59", 1, "2026-11-25T23:59"],
    ["midnight itself: the day that begins", "2026-11-25T00:00", 1, "2026-11-26T23:59"],
    ["six in the morning, still the day before in UTC", "2026-11-24T06:00", 1, "2026-11-25T23:59"],
    ["the end of a month", "2026-11-30T17:00", 1, "2026-12-01T23:59"],
    ["the end of a year", "2026-12-31T17:00", 1, "2027-01-01T23:59"],
    ["the day before a leap day", "2028-02-28T17:00", 1, "2028-02-29T23:59"],
    ["a Friday: calendar days, not working days", "2026-11-27T17:00", 1, "2026-11-28T23:59"],
    ["three days, where a centre counts so", "2026-11-27T17:00", 3, "2026-11-30T23:59"],
  ])("%s", (_, ends, days, due) => {
    const at = dueAfter(wall(ends), days);
    expect(toLocalInput(at)).toBe(due);
    expect(at.slice(-7)).toBe("59.000Z");
  });

  test("on time to the last second, late from the next", () => {
    const endsAt = wall("2026-11-24T17:00");
    const term = termOf({ endsAt, dueAt: dueAfter(endsAt, 1) });
    const at = (now: string, doneAt: string | null = null) => standingOf(term, doneAt, now);
    expect(at(addSeconds(endsAt, -1))).toBe("ahead");
    expect(at(endsAt)).toBe("open");
    expect(at(term.due)).toBe("open");
    expect(at(addSeconds(term.due, 1))).toBe("late");
    expect(at("2027-11-24T00:00:00.000Z")).toBe("late");
    expect(at(term.due, term.due)).toBe("done");
    expect(at(addSeconds(term.due, 1), addSeconds(term.due, 1))).toBe("done-late");
  });
});

test("A-11: an event of several days ends with its last session, in whatever order they were entered", () => {
  const sessions = [
    { startsAt: wall("2026-11-26T08:00"), endsAt: wall("2026-11-26T11:00") },
    { startsAt: wall("2026-11-24T08:00"), endsAt: wall("2026-11-24T17:00") },
    { startsAt: wall("2026-11-25T18:00"), endsAt: wall("2026-11-25T20:00") },
  ];
  expect(spanOf(sessions)).toEqual({ startsAt: wall("2026-11-24T08:00"), endsAt: wall("2026-11-26T11:00") });
  expect(toLocalInput(dueAfter(spanOf(sessions).endsAt, 1))).toBe("2026-11-27T23:59");
});

test("an event is ahead, runs and is over by the second; cancelled it stays cancelled", () => {
  const event = { startsAt: wall("2026-11-24T08:00"), endsAt: wall("2026-11-24T11:00"), cancelledAt: null };
  expect(phaseOf(event, addSeconds(event.startsAt, -1))).toBe("upcoming");
  expect(phaseOf(event, event.startsAt)).toBe("running");
  expect(phaseOf(event, addSeconds(event.endsAt, -1))).toBe("running");
  expect(phaseOf(event, event.endsAt)).toBe("over");
  expect(phaseOf({ ...event, cancelledAt: event.startsAt }, event.endsAt)).toBe("cancelled");
});

test("Đ16.k4.g3: the first article posted since the event began closes the duty; an announcement does not", () => {
  const startsAt = wall("2026-11-24T08:00");
  const article = (id: string, at: string | null) => ({ article: id, firstPublishedAt: at && wall(at) });
  const early = article("báo trước", "2026-11-23T10:00");
  const during = article("trong lúc diễn ra", "2026-11-24T09:00");
  const after = article("sau đó", "2026-11-25T09:00");
  expect(tellingArticle(startsAt, [early, article("nháp", null)])).toBeNull();
  expect(tellingArticle(startsAt, [early, after, during])?.article).toBe("trong lúc diễn ra");
  expect(tellingArticle(startsAt, [after])?.article).toBe("sau đó");
});

test("REQ-125: the time after an event's end is shared out among the steps, the longest named first", () => {
  const ends = wall("2026-11-24T17:00");
  const move = (at: string, act: string, to: Moved["to"], addressee: string | null = null): Moved => ({
    at: wall(at),
    act,
    to,
    addressee,
  });
  const moves = [
    // Begun while the event ran: only what passed since its end counts.
    move("2026-11-24T15:00", "create", "DRAFT"),
    move("2026-11-24T20:00", "sendToHead", "AWAITING_HEAD"),
    move("2026-11-24T21:00", "approveInUnit", "SUBMITTED", "SECRETARY"),
    move("2026-11-25T08:00", "claim", "UNDER_REVIEW"),
    move("2026-11-25T10:00", "forward", "AWAITING_FINAL"),
    move("2026-11-25T11:00", "returnUnapproved", "RETURNED", "SECRETARY"),
    move("2026-11-25T12:00", "resubmit", "AWAITING_FINAL"),
    move("2026-11-25T14:00", "approve", "APPROVED"),
    move("2026-11-26T02:00", "publish", "PUBLISHED"),
  ];
  expect(lostTime(ends, wall("2026-11-26T02:00"), moves)).toEqual([
    { step: "appraisal", hours: 14 },
    { step: "posting", hours: 12 },
    { step: "author", hours: 3 },
    { step: "approval", hours: 3 },
    { step: "head", hours: 1 },
  ]);
  expect(lostTime(ends, addSeconds(ends, 5 * 3600), [])).toEqual([{ step: "unwritten", hours: 5 }]);
  expect(lostTime(ends, ends, moves)).toEqual([]);
  const givenUp = [moves[0]!, move("2026-11-24T18:00", "withdraw", "WITHDRAWN")];
  expect(lostTime(ends, wall("2026-11-24T21:00"), givenUp)).toEqual([
    { step: "unwritten", hours: 3 },
    { step: "author", hours: 1 },
  ]);
});

test("a month shows every day of a session, and none after one that ends at midnight", () => {
  const session = (from: string, to: string) => ({ startsAt: wall(from), endsAt: wall(to) });
  expect(daysTaken([session("2026-11-30T20:00", "2026-12-01T00:00")])).toEqual(["2026-11-30"]);
  expect(daysTaken([session("2026-11-30T20:00", "2026-12-02T00:30")])).toEqual([
    "2026-11-30",
    "2026-12-01",
    "2026-12-02",
  ]);
  expect(monthsTaken([session("2026-12-31T20:00", "2027-01-01T08:00")])).toEqual(["2026-12", "2027-01"]);
});

test("REQ-070: whoever only writes says of his own article that it tells of an event, never of a colleague's", () => {
  const event = { id: "e", unit: "dao-tao", startsAt: "2026-12-01T01:00:00.000Z", cancelledAt: null };
  const article = { unit: "dao-tao", author: "mai", firstPublishedAt: null, event: null };
  const by = (person: string, hat: "CONTRIBUTOR" | "MEMBER"): Actor => ({
    ...{ person, hat, units: ["dao-tao"], fields: [], delegations: [] },
  });
  const codes = (who: Actor) => linkRefusals(event, article, who).map(({ code }) => code);
  expect(codes(by("mai", "CONTRIBUTOR"))).toEqual([]);
  expect(codes(by("binh", "CONTRIBUTOR"))).toEqual(["eventArticleUnknown"]);
  expect(codes(by("hoa", "MEMBER"))).toEqual([]);
});
