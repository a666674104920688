import type { Selectable } from "kysely";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import { readContent } from "./content.ts";
import type { Entry, Item } from "./disclosure.ts";
import { firstYearOf, type Period, type SchoolYear } from "./due.ts";
import type { EntryState } from "./rules.ts";
import type { DisclosureEntryTable } from "./tables.ts";

/** Every item of every regime, in the order of the lists. */
export async function readItems(db: Db | Tx): Promise<Item[]> {
  const regimes = await db.selectFrom("disclosure_regime").selectAll().orderBy("position").execute();
  const items = await db.selectFrom("disclosure_item").selectAll().orderBy("position").execute();
  return regimes.flatMap((regime) =>
    items
      .filter(({ regime_id }) => regime_id === regime.id)
      .map((row) => ({
        id: row.id,
        regime: {
          id: regime.id,
          name: regime.name,
          citation: regime.citation,
          fromYear: regime.from_year,
          toYear: regime.to_year,
        },
        code: row.code,
        group: row.group_code,
        groupTitle: row.group_title,
        title: row.title,
        citation: row.citation,
        period: row.period as Period,
        dueMonth: row.due_month,
        dueDay: row.due_day,
        changeDays: row.change_days,
        forms: row.forms,
        unit: row.unit_id,
        note: row.note,
      })),
  );
}

/** Whether an item's regime asks for it in this year. */
export function isAsked({ regime }: Item, year: SchoolYear): boolean {
  const first = firstYearOf(year);
  return regime.fromYear <= first && (regime.toYear === null || first <= regime.toYear);
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
