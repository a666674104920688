import { addSeconds, type Clock, type Instant } from "../../src/kernel/clock.ts";

export interface FixedClock extends Clock {
  advance(seconds: number): void;
  set(at: Instant): void;
}

/** A clock that moves only when it is told to. */
export function fixedClock(start: Instant): FixedClock {
  let now = start;
  return {
    now: () => now,
    advance: (seconds) => {
      now = addSeconds(now, seconds);
    },
    set: (at) => {
      now = at;
    },
  };
}

/** A Tuesday morning in Vietnam: 24 November 2026, 08:00. */
export const TEST_NOW = "2026-11-24T01:00:00.000Z";
