import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { fileTexts } from "../media/store.ts";
import type { SearchEntry } from "../search/questions.ts";
import type { SearchSource } from "../search/rebuild.ts";
import type { Tx } from "../storage/database.ts";
import { readEntries, readItems } from "./disclosure.queries.ts";
import { type SchoolYear, yearWords } from "./due.ts";
import { PUBLIC_PATHS } from "./paths.ts";
import { shownContent } from "./public-models.ts";
import { readRedactions } from "./redactions.queries.ts";

/** What is found is an item of a year: its newest version takes the place of the one before. */
export const disclosedId = (item: Id, year: SchoolYear): Id => `${item}:${year}`;

/** An item of a year as search knows it: what the public reads of it now, its tables and files included. */
export async function disclosureEntry(tx: Tx, id: Id): Promise<SearchEntry> {
  const [itemId = "", year = ""] = id.split(":");
  const entry = (await readEntries(tx, { item: itemId, year, onlyPublic: true })).at(-1);
  const item = (await readItems(tx)).find((one) => one.id === itemId);
  if (!entry?.publishedAt || !item) throw new Error(`Disclosure ${id} is not public`);
  const unit = await tx.selectFrom("unit").select("name").where("id", "=", entry.unit).executeTakeFirstOrThrow();
  const { content } = shownContent(entry, await readRedactions(tx, { entry: entry.id }));
  const read = await fileTexts(
    tx,
    content.files.map(({ file }) => file),
  );
  const tables = content.tables.map(({ caption, columns, rows }) =>
    [caption, ...[columns, ...rows].map((row) => row.join(" "))].join("\n"),
  );
  const files = content.files.flatMap(({ title, file }) => [title, read.get(file)?.text ?? ""]);
  return {
    kind: "disclosure",
    id,
    path: PUBLIC_PATHS.item(entry.year, item.code),
    title: `${content.title}, ${yearWords(entry.year)}`,
    summary: content.text.slice(0, 300),
    body: [content.text, ...tables, ...files].filter((part) => part !== "").join("\n\n"),
    day: dayOf(entry.publishedAt),
    category: item.groupTitle,
    unit: unit.name,
  };
}

/** Everything disclosed, for making the index anew. */
export const DISCLOSED: SearchSource = {
  kind: "disclosure",
  ids: async (tx) =>
    (
      await tx
        .selectFrom("disclosure_entry")
        .select(["item_id", "school_year"])
        .where("state", "=", "PUBLISHED")
        .orderBy("id")
        .execute()
    ).map(({ item_id, school_year }) => disclosedId(item_id, school_year)),
  entry: disclosureEntry,
};
