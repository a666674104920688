import fc from "fast-check";
import { expect, test } from "vitest";
import { addSeconds, type Instant } from "../kernel/clock.ts";
import { nextAllowedAt, signInSubject, WINDOW_SECONDS } from "./rate-limit.ts";

const T0: Instant = "2026-11-24T01:00:00.000Z";
const at = (seconds: number) => addSeconds(T0, seconds);

test("who never failed may sign in", () => {
  expect(nextAllowedAt([], T0)).toBe(null);
});

test.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [4, 8],
])("after failure %i the next attempt waits %i seconds", (count, seconds) => {
  const failures = Array.from({ length: count }, (_, index) => at(-10 * (count - 1 - index)));
  expect(nextAllowedAt(failures, T0)).toBe(at(seconds));
  expect(nextAllowedAt(failures, at(seconds))).toBe(null);
});

test("the fifth failure within fifteen minutes closes the door for fifteen minutes", () => {
  const failures = [0, 100, 200, 300, 890].map(at);
  expect(nextAllowedAt(failures, at(891))).toBe(at(890 + WINDOW_SECONDS));
  expect(nextAllowedAt(failures, at(890 + WINDOW_SECONDS - 1))).not.toBe(null);
  expect(nextAllowedAt(failures, at(890 + WINDOW_SECONDS))).toBe(null);
});

test("a lock is not lifted because the failures before it grow old", () => {
  const failures = [0, 1, 2, 3, 4].map((minute) => at(minute * 60));
  for (let minute = 4; minute < 19; minute += 1) {
    expect(nextAllowedAt(failures, at(minute * 60))).toBe(at(19 * 60));
  }
  expect(nextAllowedAt(failures, at(19 * 60))).toBe(null);
});

test("failures older than fifteen minutes do not count", () => {
  const failures = [0, 10, 20, 30].map(at);
  expect(nextAllowedAt([...failures, at(30 + WINDOW_SECONDS)], at(30 + WINDOW_SECONDS))).toBe(at(31 + WINDOW_SECONDS));
});

test("the order in which failures are told does not matter, and nobody waits longer than fifteen minutes", () => {
  const seconds = fc.array(fc.integer({ min: -3000, max: 0 }), { maxLength: 12 });
  fc.assert(
    fc.property(seconds, (ago) => {
      const failures = ago.map(at);
      const next = nextAllowedAt(failures, T0);
      expect(nextAllowedAt([...failures].reverse(), T0)).toBe(next);
      expect(next === null || (next > T0 && next <= at(WINDOW_SECONDS))).toBe(true);
      expect(nextAllowedAt(failures, at(WINDOW_SECONDS))).toBe(null);
    }),
  );
});

test("an account is the same however it is typed, an IPv6 customer is one address, others are others", () => {
  const subject = signInSubject("thúký", "203.0.113.9");
  expect(signInSubject(" ThúKý ".normalize("NFD"), "::ffff:203.0.113.9")).toEqual(subject);
  expect(signInSubject("thuky", "203.0.113.9")).not.toEqual(subject);
  const home = signInSubject("a", "2001:db8:0:1:aaaa::1").address;
  expect(home).toBe("2001:db8:0:1::/64");
  expect(signInSubject("a", "2001:DB8::1:0:0:0:2").address).toBe(home);
  expect(signInSubject("a", "2001:db8:0:2::1").address).not.toBe(home);
  expect(signInSubject("a", "::1").address).toBe("0:0:0:0::/64");
});
