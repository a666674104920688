import type { AnyDb } from "../guards.ts";

/** By day: which pages were opened, and from which hosts readers came. Names only, no reader. */
export async function up(db: AnyDb): Promise<void> {
  await db.schema
    .createTable("traffic_detail")
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("count", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("traffic_detail_key", ["day", "kind", "name"])
    .execute();
}
