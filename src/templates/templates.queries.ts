import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { TemplateFields, TemplateKind, TemplateText } from "./template.ts";

export interface Template extends TemplateFields {
  readonly id: Id;
  readonly version: number;
  readonly savedAt: string;
}

const chosen = (db: Db | Tx) =>
  db
    .selectFrom("template")
    .innerJoin("template_version", (join) =>
      join
        .onRef("template_version.template_id", "=", "template.id")
        .onRef("template_version.version", "=", "template.version"),
    )
    .select(["template.id", "kind", "template.version", "name", "hint", "content", "template.is_active", "at"]);

type Row = Awaited<ReturnType<ReturnType<typeof chosen>["execute"]>>[number];

const templateOf = (row: Row): Template => ({
  id: row.id,
  kind: row.kind as TemplateKind,
  version: row.version,
  name: row.name,
  hint: row.hint,
  isActive: row.is_active === 1,
  savedAt: row.at,
  ...(JSON.parse(row.content) as TemplateText),
});

/** Every template of a kind, in order of name. */
export async function templatesOf(db: Db | Tx, kind: TemplateKind): Promise<Template[]> {
  const rows = await chosen(db).where("kind", "=", kind).execute();
  return rows.map(templateOf).sort((a, b) => a.name.localeCompare(b.name, "vi"));
}

/** Those a draft may begin with. */
export const activeTemplates = async (db: Db | Tx, kind: TemplateKind): Promise<Template[]> =>
  (await templatesOf(db, kind)).filter(({ isActive }) => isActive);

export async function templateById(db: Db | Tx, id: Id): Promise<Template | null> {
  const row = await chosen(db).where("template.id", "=", id).executeTakeFirst();
  return row ? templateOf(row) : null;
}

/** From which template something was begun: its name as it was then. */
export async function templateUsed(db: Db | Tx, subject: string): Promise<{ id: Id; name: string } | null> {
  const row = await db
    .selectFrom("template_use")
    .innerJoin("template_version", (join) =>
      join
        .onRef("template_version.template_id", "=", "template_use.template_id")
        .onRef("template_version.version", "=", "template_use.version"),
    )
    .select(["template_use.template_id as id", "name"])
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row ?? null;
}

/** How many drafts were begun with each template. */
export async function templateUses(db: Db): Promise<ReadonlyMap<Id, number>> {
  const rows = await db
    .selectFrom("template_use")
    .select((is) => ["template_id", is.fn.countAll<number>().as("uses")])
    .groupBy("template_id")
    .execute();
  return new Map(rows.map(({ template_id, uses }) => [template_id, Number(uses)]));
}
