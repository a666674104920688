import type { Id } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";
import type { TemplateFields } from "./template.ts";

interface SavedTemplate extends TemplateFields {
  readonly id: Id;
  readonly version: number;
}

/** Keeps a version; the first one makes the template. */
export async function saveTemplateVersion(
  tx: Tx,
  { id, kind, version, name, hint, title, lead, body, isActive }: SavedTemplate,
  written: { readonly person: Id; readonly hat: string; readonly at: string; readonly seq: number },
): Promise<void> {
  const is_active = isActive ? 1 : 0;
  if (version === 1)
    await tx.insertInto("template").values({ id, kind, version, is_active, created_at: written.at }).execute();
  else await tx.updateTable("template").set({ version, is_active }).where("id", "=", id).execute();
  await tx
    .insertInto("template_version")
    .values({
      template_id: id,
      version,
      name,
      hint,
      content: JSON.stringify({ title, lead, body }),
      is_active,
      person_id: written.person,
      hat: written.hat,
      at: written.at,
      seq: written.seq,
    })
    .execute();
}

/** A draft remembers from which template it was begun. */
export async function rememberTemplate(
  tx: Tx,
  subject: string,
  { id, version }: { readonly id: Id; readonly version: number },
  seq: number,
): Promise<void> {
  await tx.insertInto("template_use").values({ subject, template_id: id, version, seq }).execute();
}
