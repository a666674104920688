import { createHmac, randomBytes } from "node:crypto";
import type { Day, Instant } from "../kernel/clock.ts";
import type { Tx } from "../storage/database.ts";
import type { TrafficDetailTable } from "./tables.ts";

/** Whoever comes back after this much silence makes a new visit. */
const SILENCE_MS = 30 * 60_000;
const AT_ONCE = 200;

/** What was counted on one day and is not yet written. */
export interface DayCounts {
  /** When each reader was first and last seen since the last writing. */
  readonly readers: ReadonlyMap<string, { readonly first: Instant; readonly last: Instant }>;
  readonly places: ReadonlyMap<string, number>;
  readonly details: Readonly<Record<DetailKind, ReadonlyMap<string, number>>>;
}

export type DetailKind = TrafficDetailTable["kind"];
/** Stands for whatever a day keeps no name of. */
export const REST = "*";
/** So many names are kept of a day; a flood of invented ones ends in `REST` and fills no disk. */
export const MOST_NAMES: Readonly<Record<DetailKind, number>> = { page: 1000, referrer: 200 };

/**
 * Adds counts to a day. Writers go one after another, so two processes that saw the same reader make one visit of it.
 * Answers how many visits were new.
 */
export async function addCounts(tx: Tx, day: Day, { readers, places, details }: DayCounts): Promise<number> {
  const salt = await saltOf(tx, day);
  const marks = [...readers].map(([reader, seen]) => ({ mark: markOf(salt, reader), ...seen }));
  let visits = 0;
  for (let at = 0; at < marks.length; at += AT_ONCE) visits += await addReaders(tx, day, marks.slice(at, at + AT_ONCE));
  const views = [...places.values()].reduce((sum, count) => sum + count, 0);
  await tx
    .insertInto("traffic_day")
    .values({ day, visits, views })
    .onConflict((on) =>
      on.column("day").doUpdateSet((eb) => ({
        visits: eb("traffic_day.visits", "+", eb.ref("excluded.visits")),
        views: eb("traffic_day.views", "+", eb.ref("excluded.views")),
      })),
    )
    .execute();
  for (const [place, count] of places) {
    await tx
      .insertInto("traffic_place")
      .values({ day, place, views: count })
      .onConflict((on) =>
        on
          .columns(["day", "place"])
          .doUpdateSet((eb) => ({ views: eb("traffic_place.views", "+", eb.ref("excluded.views")) })),
      )
      .execute();
  }
  for (const kind of ["page", "referrer"] as const) await addDetails(tx, day, kind, details[kind]);
  return visits;
}

/** Known names are added to; new ones are kept while the day has room for them. */
async function addDetails(tx: Tx, day: Day, kind: DetailKind, counts: ReadonlyMap<string, number>): Promise<void> {
  if (counts.size === 0) return;
  const rows = await tx
    .selectFrom("traffic_detail")
    .select("name")
    .where("day", "=", day)
    .where("kind", "=", kind)
    .where("name", "!=", REST)
    .execute();
  const known = new Set(rows.map(({ name }) => name));
  const kept = new Map<string, number>();
  for (const [name, count] of counts) {
    const hasRoom = name === REST || known.has(name) || known.size < MOST_NAMES[kind];
    if (hasRoom && name !== REST) known.add(name);
    const under = hasRoom ? name : REST;
    kept.set(under, (kept.get(under) ?? 0) + count);
  }
  const values = [...kept].map(([name, count]) => ({ day, kind, name, count }));
  for (let at = 0; at < values.length; at += AT_ONCE) {
    await tx
      .insertInto("traffic_detail")
      .values(values.slice(at, at + AT_ONCE))
      .onConflict((on) =>
        on
          .columns(["day", "kind", "name"])
          .doUpdateSet((eb) => ({ count: eb("traffic_detail.count", "+", eb.ref("excluded.count")) })),
      )
      .execute();
  }
}

interface Seen {
  readonly mark: string;
  readonly first: Instant;
  readonly last: Instant;
}

async function addReaders(tx: Tx, day: Day, seen: readonly Seen[]): Promise<number> {
  const marks = seen.map(({ mark }) => mark);
  const rows = await tx
    .selectFrom("traffic_reader")
    .select(["mark", "seen_at"])
    .where("day", "=", day)
    .where("mark", "in", marks)
    .execute();
  const before = new Map(rows.map(({ mark, seen_at }) => [mark, seen_at]));
  await tx
    .insertInto("traffic_reader")
    .values(seen.map(({ mark, last }) => ({ day, mark, seen_at: later(last, before.get(mark)) })))
    .onConflict((on) => on.columns(["day", "mark"]).doUpdateSet((eb) => ({ seen_at: eb.ref("excluded.seen_at") })))
    .execute();
  return seen.filter(({ mark, first }) => isNewVisit(before.get(mark), first)).length;
}

const later = (one: Instant, other: Instant | undefined) => (other !== undefined && other > one ? other : one);

const isNewVisit = (before: Instant | undefined, now: Instant) =>
  before === undefined || Date.parse(now) - Date.parse(before) > SILENCE_MS;

async function saltOf(tx: Tx, day: Day): Promise<string> {
  const kept = await tx.selectFrom("traffic_salt").select("salt").where("day", "=", day).executeTakeFirst();
  if (kept) return kept.salt;
  const salt = randomBytes(32).toString("base64url");
  await tx.insertInto("traffic_salt").values({ day, salt }).execute();
  return salt;
}

const markOf = (salt: string, reader: string) =>
  createHmac("sha256", salt).update(reader).digest("base64url").slice(0, 22);

/** Takes away salts and marks of the days before `day`: from then on nobody can say who was here. */
export async function forgetReaders(tx: Tx, day: Day): Promise<void> {
  await tx.deleteFrom("traffic_reader").where("day", "<", day).execute();
  await tx.deleteFrom("traffic_salt").where("day", "<", day).execute();
}
