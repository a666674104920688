import type { AnyDb } from "../guards.ts";

/** Counts of visits without cookies and without anybody's name (peers.md §4). */
export async function up(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("traffic_day")
    .addColumn("day", "text", (c) => c.primaryKey())
    .addColumn("visits", "integer", (c) => c.notNull())
    .addColumn("views", "integer", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("traffic_place")
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("views", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("traffic_place_key", ["day", "place"])
    .execute();
  await db.schema
    .createTable("traffic_salt")
    .addColumn("day", "text", (c) => c.primaryKey())
    .addColumn("salt", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("traffic_reader")
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("mark", "text", (c) => c.notNull())
    .addColumn("seen_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("traffic_reader_key", ["day", "mark"])
    .execute();
}
