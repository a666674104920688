import { sql } from "kysely";
import type { Day } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";
import type { DetailKind } from "./store.ts";

export interface TrafficDay {
  readonly day: Day;
  readonly visits: number;
  readonly views: number;
}

/** Every counted day from one to another, both included, in order. */
export async function trafficDays(db: Db, from: Day, to: Day): Promise<TrafficDay[]> {
  return db
    .selectFrom("traffic_day")
    .select(["day", "visits", "views"])
    .where("day", ">=", from)
    .where("day", "<=", to)
    .orderBy("day")
    .execute();
}

export interface NameCount {
  readonly name: string;
  readonly count: number;
}

/** Pages or hosts of these days, most often first. */
export async function topDetails(db: Db, kind: DetailKind, from: Day, to: Day, limit = 50): Promise<NameCount[]> {
  const rows = await db
    .selectFrom("traffic_detail")
    .select((is) => ["name", is.fn.sum<number>("count").as("count")])
    .where("kind", "=", kind)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .groupBy("name")
    .orderBy(sql`sum(count)`, "desc")
    .orderBy("name")
    .limit(limit)
    .execute();
  return rows.map(({ name, count }) => ({ name, count: Number(count) }));
}

/** Places of the portal in these days, most opened first: `section:<id>` or the first part of an address. */
export async function topPlaces(db: Db, from: Day, to: Day): Promise<NameCount[]> {
  const rows = await db
    .selectFrom("traffic_place")
    .select((is) => ["place as name", is.fn.sum<number>("views").as("count")])
    .where("day", ">=", from)
    .where("day", "<=", to)
    .groupBy("place")
    .orderBy(sql`sum(views)`, "desc")
    .orderBy("place")
    .execute();
  return rows.map(({ name, count }) => ({ name, count: Number(count) }));
}
