import { type Clock, type Day, dayOf, type Instant, systemClock } from "../kernel/clock.ts";

/** A clock for filling a portal with a past: it stands at instants it is set to, then follows the real clock. */
export interface SampleClock extends Clock {
  /** The real day, whatever the clock is set to. */
  readonly today: Day;
  /** Throws when `at` lies before the instant last set: what is recorded never goes back in time. */
  set(at: Instant): void;
  /** From now on the real clock. */
  live(): void;
}

/** Begins live. */
export function sampleClock(real: Clock = systemClock): SampleClock {
  let stands: Instant | null = null;
  return {
    today: dayOf(real.now()),
    now: () => stands ?? real.now(),
    set(at) {
      if (stands !== null && at < stands) throw new Error(`The sample would go back from ${stands} to ${at}`);
      stands = at;
    },
    live() {
      stands = null;
    },
  };
}
