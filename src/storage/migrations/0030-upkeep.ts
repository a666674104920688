import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** What the portal runs on (Đ4.k4, Đ12.k4): kept in versions, never deleted. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("asset_version")
    .addColumn("asset_id", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("asset_version_key", ["asset_id", "version"])
    .execute();
  await db.schema
    .createTable("asset")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("owner_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("expires_on", "text")
    .addColumn("retired_at", "text")
    .addColumn("retired_reason", "text")
    .execute();
  await appendOnly(db, engine, "asset_version", ["asset_id", "version"]);
  await neverDeleted(db, engine, "asset", ["id"]);
  for (const on of ["insert", "update"] as const) {
    await forbid(db, engine, {
      name: `asset_whole_${on}`,
      table: "asset",
      on,
      when: `(NEW.kind in ('domain', 'certificate', 'licence') and NEW.expires_on is null)
        or (NEW.retired_at is not null and coalesce(NEW.retired_reason, '') = '')
        or not exists (select 1 from asset_version v where v.asset_id = NEW.id and v.version = NEW.version)`,
      message: "asset: a domain, a certificate and a licence have a day of expiry, and what is retired a reason",
    });
  }
  await forbid(db, engine, {
    name: "asset_goes_on",
    table: "asset",
    on: "update",
    when: "NEW.version < OLD.version or OLD.retired_at is not null",
    message: "asset: versions go on, and what is retired stays so",
  });
  await forbid(db, engine, {
    name: "asset_version_by_admin",
    table: "asset_version",
    on: "insert",
    when: `NEW.hat <> 'ADMIN' or not exists (select 1 from evidence e where e.seq = NEW.seq and e.act = 'asset.save'
      and e.subject = 'asset:' || NEW.asset_id and e.person = NEW.person_id and e.at = NEW.at)`,
    message: "asset: only what the administrator recorded",
  });
}
