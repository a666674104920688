import { addSeconds, type Clock, type Day, dayOf, type Instant } from "../kernel/clock.ts";
import type { Database } from "../storage/database.ts";
import { addCounts, type DayCounts, type DetailKind, forgetReaders, MOST_NAMES, REST } from "./store.ts";

/** Readers kept in memory between two writings; beyond it, the writing does not wait for its clock. */
const MANY_READERS = 5_000;
/** How long after midnight the marks of the day before stay: another process may still have some of it to write. */
const LATE_SECONDS = 3600;

export interface TrafficCounter {
  /** One page opened. Costs a few look-ups in memory; never waits, never throws. */
  saw(reading: Reading): void;
  /** Writes what was counted since the last time. What cannot be written stays and is tried again. */
  flush(): Promise<void>;
  /** Deletes the marks of the days that are over. */
  forget(): Promise<void>;
}

/** A page that somebody opened. */
export interface Reading {
  /** What tells readers of a day apart; made a mark before it is kept. */
  readonly reader: string;
  /** Section or part of the portal. */
  readonly place: string;
  /** Address of the page without its query. */
  readonly page: string;
  /** Host whose page led here; null when it was our own or nobody says. */
  readonly from: string | null;
}

interface Gathering extends DayCounts {
  readonly readers: Map<string, { first: Instant; last: Instant }>;
  readonly places: Map<string, number>;
  readonly details: Readonly<Record<DetailKind, Map<string, number>>>;
}

/**
 * Counts readers of one process in memory and writes the sums in one transaction now and then, so that a page read by
 * everyone costs no write. Any number of processes may count on one database. Lost are only the seconds since the last
 * writing of a process that was killed.
 */
export function trafficCounter(database: Database, clock: Clock): TrafficCounter {
  let days = new Map<Day, Gathering>();
  let writing: Promise<void> = Promise.resolve();

  function saw({ reader, place, page, from }: Reading): void {
    const now = clock.now();
    const gathering = gatheringOf(days, dayOf(now));
    const seen = gathering.readers.get(reader);
    if (seen) seen.last = now;
    else gathering.readers.set(reader, { first: now, last: now });
    add(gathering.places, place, 1);
    addName(gathering, "page", page, 1);
    if (from !== null) addName(gathering, "referrer", from, 1);
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
  const fresh: Gathering = {
    readers: new Map(),
    places: new Map(),
    details: { page: new Map(), referrer: new Map() },
  };
  days.set(day, fresh);
  return fresh;
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

/** Memory holds no more names than a day keeps. */
function addName({ details }: Gathering, kind: DetailKind, name: string, count: number): void {
  const counts = details[kind];
  add(counts, counts.has(name) || counts.size < MOST_NAMES[kind] ? name : REST, count);
}

/** What could not be written, under what came since. */
function putBack(days: Map<Day, Gathering>, taken: ReadonlyMap<Day, Gathering>): void {
  for (const [day, { readers, places, details }] of taken) {
    const gathering = gatheringOf(days, day);
    for (const [reader, { first, last }] of readers) {
      gathering.readers.set(reader, { first, last: gathering.readers.get(reader)?.last ?? last });
    }
    for (const [place, count] of places) add(gathering.places, place, count);
    for (const kind of ["page", "referrer"] as const) {
      for (const [name, count] of details[kind]) addName(gathering, kind, name, count);
    }
  }
}
