import type { Engine } from "../database.ts";
import { type AnyDb, appendOnly, forbid, neverDeleted } from "../guards.ts";

/** How menu and home page are arranged (Đ7.k3, Đ10.p1, REQ-072), and the templates stories are begun from. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  await createArrangement(db, engine);
  await createTemplates(db, engine);
}

async function createArrangement(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("arrangement")
    .addColumn("version", "integer", (c) => c.primaryKey())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema
    .createTable("arrangement_item")
    .addColumn("version", "integer", (c) => c.notNull().references("arrangement.version"))
    .addColumn("part", "text", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("label", "text")
    .addColumn("shown", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("arrangement_item_key", ["version", "part", "key"])
    .addUniqueConstraint("arrangement_item_place", ["version", "part", "position"])
    .execute();
  await db.schema
    .createTable("arrangement_opinion")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("version", "integer", (c) => c.notNull().references("arrangement.version"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await db.schema
    .createTable("arrangement_applied")
    .addColumn("seq", "integer", (c) => c.primaryKey().references("evidence.seq"))
    .addColumn("version", "integer", (c) => c.notNull().references("arrangement.version"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id"))
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .execute();

  await appendOnly(db, engine, "arrangement", ["version"]);
  await appendOnly(db, engine, "arrangement_item", ["version", "part", "key"], [["version", "part", "position"]]);
  await appendOnly(db, engine, "arrangement_opinion", ["id"]);
  await appendOnly(db, engine, "arrangement_applied", ["seq"]);

  await forbid(db, engine, {
    name: "arrangement_item_disclosure",
    table: "arrangement_item",
    on: "insert",
    when: "NEW.part not in ('MENU', 'HOME') or NEW.shown not in (0, 1) or (NEW.shown = 0 and ((NEW.part = 'MENU' and NEW.key = '/cong-khai') or (NEW.part = 'HOME' and NEW.key = 'disclosure')))",
    message: "Cong khai is never hidden from the menu or the home page",
  });
  await forbid(db, engine, {
    name: "arrangement_item_late",
    table: "arrangement_item",
    on: "insert",
    when: "exists (select 1 from arrangement_applied a where a.version = NEW.version)",
    message: "what is on the portal is no longer changed",
  });
  const has = (part: string, key: string) =>
    `exists (select 1 from arrangement_item i where i.version = NEW.version and i.part = '${part}' and i.key = '${key}' and i.shown = 1)`;
  await forbid(db, engine, {
    name: "arrangement_applied_disclosure",
    table: "arrangement_applied",
    on: "insert",
    when: `not (${has("MENU", "/cong-khai")} and ${has("HOME", "disclosure")})`,
    message: "no menu and no home page without Cong khai",
  });
}

async function createTemplates(db: AnyDb, engine: Engine): Promise<void> {
  await db.schema
    .createTable("template")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("is_active", "integer", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("template_version")
    .addColumn("template_id", "text", (c) => c.notNull().references("template.id"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("hint", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("is_active", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("hat", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .addPrimaryKeyConstraint("template_version_key", ["template_id", "version"])
    .execute();
  await db.schema
    .createTable("template_use")
    .addColumn("subject", "text", (c) => c.primaryKey())
    .addColumn("template_id", "text", (c) => c.notNull().references("template.id"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("seq", "integer", (c) => c.notNull().references("evidence.seq"))
    .execute();
  await neverDeleted(db, engine, "template", ["id"]);
  await appendOnly(db, engine, "template_version", ["template_id", "version"]);
  await appendOnly(db, engine, "template_use", ["subject"]);
  await forbid(db, engine, {
    name: "template_use_known",
    table: "template_use",
    on: "insert",
    when: "not exists (select 1 from template_version v where v.template_id = NEW.template_id and v.version = NEW.version)",
    message: "a draft remembers a version that exists",
  });
}
