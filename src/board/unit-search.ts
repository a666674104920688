import type { Id } from "../kernel/ids.ts";
import { dropEntry, indexEntry, type SearchEntry } from "../search/questions.ts";
import type { Tx } from "../storage/database.ts";

/** What tells the entry of a unit from that of a page: both are found as pages of the centre. */
const PREFIX = "unit:";

export const unitSubject = (id: Id): string => `${PREFIX}${id}`;
export const unitOfSubject = (subject: string): Id | null =>
  subject.startsWith(PREFIX) ? subject.slice(PREFIX.length) : null;

/**
 * A unit as search knows it: its name, its duties, how it is reached at work. Who heads it changes with the day and is
 * read on its page. Null for a unit that has been given a last day.
 */
export async function unitEntry(tx: Tx, id: Id): Promise<SearchEntry | null> {
  const unit = await tx.selectFrom("unit").selectAll().where("id", "=", id).executeTakeFirst();
  if (!unit || unit.active_to !== null) return null;
  const contact = await tx
    .selectFrom("contact")
    .select(["phone", "email", "place", "task"])
    .where("subject", "=", "unit")
    .where("subject_id", "=", id)
    .executeTakeFirst();
  const reached = contact ? [contact.task, contact.place, contact.phone, contact.email] : [];
  return {
    kind: "page",
    id: unitSubject(id),
    path: `/co-cau-to-chuc/${unit.code}`,
    title: unit.name,
    summary: contact?.task ?? "",
    body: [unit.duties, "Cơ cấu tổ chức, danh bạ, liên hệ", ...reached].filter(Boolean).join("\n\n"),
    day: unit.active_from,
    category: "Cơ cấu tổ chức",
    unit: unit.name,
  };
}

/** Ids of the units that are found. */
export async function foundUnits(tx: Tx): Promise<Id[]> {
  const rows = await tx.selectFrom("unit").select("id").where("active_to", "is", null).orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** Makes a unit findable as it is now, or no longer findable, in the transaction that changes it. */
export async function indexUnit(tx: Tx, id: Id): Promise<void> {
  const entry = await unitEntry(tx, id);
  if (entry) await indexEntry(tx, entry);
  else await dropEntry(tx, "page", unitSubject(id));
}
