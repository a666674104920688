import type { UsageSource } from "../usage/usage.ts";
import { readItems } from "./disclosure.queries.ts";
import { yearWords } from "./due.ts";
import { PUBLIC_PATHS } from "./paths.ts";

/** Published entries that offer a file, and items a unit is in charge of. */
export const DISCLOSURE_USES: UsageSource = {
  async uses(db, thing) {
    if (thing.kind === "unit") {
      const items = (await readItems(db)).filter(({ unit }) => unit === thing.id);
      return items.map(({ title }) => ({ what: "Mục công khai phụ trách", label: title, href: null, note: "" }));
    }
    if (thing.kind !== "file") return [];
    const rows = await db
      .selectFrom("disclosure_file")
      .innerJoin("disclosure_entry", "disclosure_entry.id", "disclosure_file.entry_id")
      .innerJoin("disclosure_item", "disclosure_item.id", "disclosure_entry.item_id")
      .select(["code", "title", "school_year", "superseded_by"])
      .where("hash", "=", thing.hash)
      .orderBy("disclosure_entry.id")
      .execute();
    return rows.map(({ code, title, school_year, superseded_by }) => ({
      what: "Công khai",
      label: `${title}, ${yearWords(school_year)}`,
      href: PUBLIC_PATHS.item(school_year, code),
      note: superseded_by === null ? "đang công khai; không gỡ được" : "bản cũ, vẫn mở được",
    }));
  },
};
