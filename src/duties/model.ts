import { hatsThatMay } from "../access/permissions.ts";
import { placeOf } from "../desk/places.ts";
import { type Hat, hatName } from "../regulation/hats.ts";
import type { Db } from "../storage/database.ts";
import type { OwedItem } from "./owed.ts";
import type { DueLine } from "./parts.view.tsx";
import type { ItemRow } from "./sheet.ts";
import { itemWords } from "./words.ts";

/** Items with the names of those who owe them and of their units. */
export async function namedItems(db: Db, items: readonly OwedItem[]): Promise<ItemRow[]> {
  const people = new Map(
    (await db.selectFrom("person").select(["id", "full_name"]).execute()).map((row) => [row.id, row.full_name]),
  );
  const units = new Map(
    (await db.selectFrom("unit").select(["id", "name"]).execute()).map((row) => [row.id, row.name]),
  );
  return items.map((item) => ({
    item,
    names: item.owners.flatMap((id) => people.get(id) ?? []),
    unit: item.unit === null ? "" : (units.get(item.unit) ?? ""),
  }));
}

/** An item as a page shows it to a hat. */
export function lineOf({ item, names, unit }: ItemRow, hat: Hat): DueLine {
  const { rule, term, about, standing, doneAt, excused, href } = item;
  return {
    key: `${item.duty} ${item.subject} ${term.period}`,
    what: itemWords(rule, about, term.period),
    clause: rule.clause,
    href: mayOpen(href, hat) ? href : "",
    due: term.due,
    standing,
    doneAt,
    excused,
    who: names.join(", "),
    hat: [hatName(rule.hat), unit].filter(Boolean).join(", "),
  };
}

function mayOpen(href: string, hat: Hat): boolean {
  const place = placeOf(href);
  return place === null || hatsThatMay(place.may).includes(hat);
}
