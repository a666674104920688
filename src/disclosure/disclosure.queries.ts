import type { Selectable } from "kysely";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import { readContent } from "./content.ts";
import type { Entry, Item, Regime } from "./disclosure.ts";
import type { DueRule, Period, SchoolYear } from "./due.ts";
import type { EntryState } from "./rules.ts";
import type { DisclosureEntryTable, DisclosureItemTable } from "./tables.ts";

const dueOf = (row: Pick<DisclosureItemTable, "due_month" | "due_day" | "change_days">): DueRule => ({
  dueMonth: row.due_month,
  dueDay: row.due_day,
  changeDays: row.change_days,
});

/** Every regime as it stands now, in order. */
export async function readRegimes(db: Db | Tx): Promise<Regime[]> {
  const rows = await db.selectFrom("disclosure_regime").selectAll().orderBy("position").execute();
  const changes = await db.selectFrom("disclosure_regime_change").selectAll().orderBy("evidence_seq").execute();
  return rows.map((row) => {
    const now = changes.findLast(({ regime_id }) => regime_id === row.id) ?? row;
    return { id: row.id, name: now.name, citation: now.citation, fromYear: row.from_year, toYear: now.to_year };
  });
}

/** Every item of every regime as it stands now, with the rules and names it had, in the order of the lists. */
export async function readItems(db: Db | Tx): Promise<Item[]> {
  const rows = await db.selectFrom("disclosure_item").selectAll().orderBy("position").execute();
  const changes = await db.selectFrom("disclosure_item_change").selectAll().orderBy("evidence_seq").execute();
  return (await readRegimes(db)).flatMap((regime) =>
    rows
      .filter(({ regime_id }) => regime_id === regime.id)
      .map((row) => {
        const own = changes.filter(({ item_id }) => item_id === row.id);
        const now = own.at(-1) ?? row;
        return {
          id: row.id,
          regime,
          code: row.code,
          group: row.group_code,
          groupTitle: row.group_title,
          title: now.title,
          citation: now.citation,
          period: row.period as Period,
          ...dueOf(now),
          forms: now.forms,
          unit: now.unit_id,
          note: now.note,
          fromYear: row.from_year,
          toYear: now.to_year,
          rules: [
            { from: "" as const, ...dueOf(row) },
            ...own.map((change) => ({ from: change.due_from, ...dueOf(change) })),
          ],
          titles: [
            { from: "" as const, title: row.title },
            ...own.map((change) => ({ from: change.changed_on, title: change.title })),
          ],
        };
      }),
  );
}

const entryOf = (row: Selectable<DisclosureEntryTable>): Entry => ({
  id: row.id,
  item: row.item_id,
  year: row.school_year,
  version: row.version,
  state: row.state as EntryState,
  content: readContent(row.content),
  hash: row.content_hash,
  unit: row.unit_id,
  preparedBy: row.prepared_by,
  preparedAt: row.prepared_at,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at,
  approvedHash: row.approved_hash,
  publishedBy: row.published_by,
  publishedAt: row.published_at,
  supersededBy: row.superseded_by,
});

export interface EntryFilter {
  readonly year?: SchoolYear;
  readonly item?: Id;
  readonly onlyPublic?: boolean;
}

/** Entries in the order of their versions. */
export async function readEntries(db: Db | Tx, { year, item, onlyPublic }: EntryFilter = {}): Promise<Entry[]> {
  let query = db.selectFrom("disclosure_entry").selectAll();
  if (year !== undefined) query = query.where("school_year", "=", year);
  if (item !== undefined) query = query.where("item_id", "=", item);
  if (onlyPublic) query = query.where("state", "in", ["PUBLISHED", "SUPERSEDED"]);
  return (await query.orderBy("school_year").orderBy("item_id").orderBy("version").execute()).map(entryOf);
}

export async function readEntry(db: Db | Tx, id: Id): Promise<Entry | null> {
  const row = await db.selectFrom("disclosure_entry").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? entryOf(row) : null;
}

/** School years with something public, newest first. */
export async function publishedYears(db: Db | Tx): Promise<SchoolYear[]> {
  const rows = await db
    .selectFrom("disclosure_entry")
    .select("school_year")
    .distinct()
    .where("state", "in", ["PUBLISHED", "SUPERSEDED"])
    .orderBy("school_year", "desc")
    .execute();
  return rows.map(({ school_year }) => school_year);
}
