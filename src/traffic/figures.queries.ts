import { sql } from "kysely";
import type { Day } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";

export interface TrafficFigures {
  readonly today: number;
  readonly month: number;
  readonly total: number;
}

/** Visits of the day, of its month, and of all days. */
export async function trafficFigures(db: Db, day: Day): Promise<TrafficFigures> {
  const { today, month, total } = await db
    .selectFrom("traffic_day")
    .select(({ fn, eb }) => [
      fn.sum<number>(eb.case().when("day", "=", day).then(eb.ref("visits")).else(0).end()).as("today"),
      fn
        .sum<number>(
          eb
            .case()
            .when("day", ">=", `${day.slice(0, 7)}-01`)
            .then(eb.ref("visits"))
            .else(0)
            .end(),
        )
        .as("month"),
      fn.sum<number>("visits").as("total"),
    ])
    .executeTakeFirstOrThrow();
  return { today: Number(today ?? 0), month: Number(month ?? 0), total: Number(total ?? 0) };
}

export interface TrafficMonth {
  /** `2026-11` */
  readonly month: string;
  readonly visits: number;
  readonly views: number;
}

/** The latest months with a count, newest first. */
export async function trafficMonths(db: Db, limit = 12): Promise<readonly TrafficMonth[]> {
  const rows = await db
    .selectFrom("traffic_day")
    .select(({ fn }) => [
      sql<string>`substr(day, 1, 7)`.as("month"),
      fn.sum<number>("visits").as("visits"),
      fn.sum<number>("views").as("views"),
    ])
    .groupBy("month")
    .orderBy("month", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ month, visits, views }) => ({ month, visits: Number(visits), views: Number(views) }));
}
