import { addSeconds, type Clock, type Day, dayOf, type Instant } from "../kernel/clock.ts";
import type { Database } from "../storage/database.ts";
import { addCounts, type DayCounts, forgetReaders } from "./store.ts";

/** Readers kept in memory between two writings; beyond it, the writing does not wait for its clock. */
const MANY_READERS = 5_000;
/** How long after midnight the marks of the day before stay: another process may still have some of it to write. */
const LATE_SECONDS = 3600;

export interface TrafficCounter {
  /** One page opened by `reader` in `place`. Costs two look-ups in memory; never waits, never throws. */
  saw(reader: string, place: string): void;
  /** Writes what was counted since the last time. What cannot be written stays and is tried again. */
  flush(): Promise<void>;
  /** Deletes the marks of the days that are over. */
  forget(): Promise<void>;
}

interface Gathering extends DayCounts {
  readonly readers: Map<string, { first: Instant; last: Instant }>;
  readonly places: Map<string, number>;
}

/**
 * Counts readers of one process in memory and writes the sums in one transaction now and then, so that a page read by
 * everyone costs no write. Any number of processes may count on one database. Lost are only the seconds since the last
 * writing of a process that was killed.
 */
export function trafficCounter(database: Database, clock: Clock): TrafficCounter {
  let days = new Map<Day, Gathering>();
  let writing: Promise<void> = Promise.resolve();

  function saw(reader: string, place: string): void {
    const now = clock.now();
    const gathering = gatheringOf(days, dayOf(now));
    const seen = gathering.readers.get(reader);
    if (seen) seen.last = now;
    else gathering.readers.set(reader, { first: now, last: now });
    gathering.places.set(place, (gathering.places.get(place) ?? 0) + 1);
    if (!seen && gathering.readers.size % MANY_READERS === 0) flush().catch(() => {});
  }

  function flush(): Promise<void> {
    const next = writing.catch(() => {}).then(write);
    writing = next;
    return next;
  }

  async function write(): Promise<void> {
    const taken = days;
    if (taken.size === 0) return;
    days = new Map();
    try {
      await database.transact(async (tx) => {
        for (const [day, counts] of taken) await addCounts(tx, day, counts);
      });
    } catch (error) {
      putBack(days, taken);
      throw error;
    }
  }

  return {
    saw,
    flush,
    forget: () => database.transact((tx) => forgetReaders(tx, dayOf(addSeconds(clock.now(), -LATE_SECONDS)))),
  };
}

function gatheringOf(days: Map<Day, Gathering>, day: Day): Gathering {
  const known = days.get(day);
  if (known) return known;
  const fresh: Gathering = { readers: new Map(), places: new Map() };
  days.set(day, fresh);
  return fresh;
}

/** What could not be written, under what came since. */
function putBack(days: Map<Day, Gathering>, taken: ReadonlyMap<Day, Gathering>): void {
  for (const [day, { readers, places }] of taken) {
    const gathering = gatheringOf(days, day);
    for (const [reader, { first, last }] of readers) {
      gathering.readers.set(reader, { first, last: gathering.readers.get(reader)?.last ?? last });
    }
    for (const [place, count] of places) gathering.places.set(place, (gathering.places.get(place) ?? 0) + count);
  }
}
