import type { Actor } from "../board/actor.ts";
import { newestSeq } from "../checks/checks.queries.ts";
import { addDays, dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import { owedItems } from "./items.queries.ts";
import { isOwedBy, isToDo, type OwedItem, SOON_DAYS } from "./owed.ts";

/** What is late or due soon, of everybody; in order of the last instant. */
export async function readToDo(db: Db, now: Instant): Promise<OwedItem[]> {
  const to = addDays(dayOf(now), SOON_DAYS);
  const items = await owedItems(db, { from: "", to, now, unfinished: true });
  return items.filter((item) => isToDo(item, now));
}

const kept = new WeakMap<Db, { readonly key: string; readonly items: Promise<OwedItem[]> }>();

/**
 * The same for what every page of the desk shows: read anew after every act, and every minute. Whatever changes a duty
 * is an act, so the log's newest row tells whether anything can be otherwise.
 */
export async function recentToDo(db: Db, now: Instant): Promise<readonly OwedItem[]> {
  const key = `${await newestSeq(db)} ${now.slice(0, 16)}`;
  const known = kept.get(db);
  if (known?.key === key) return known.items;
  const items = readToDo(db, now);
  kept.set(db, { key, items });
  // What could not be read is asked for again by the next page.
  items.catch(() => kept.delete(db));
  return items;
}

/** What this person has to do in the hat he acts in now. */
export const toDoInHat = (items: readonly OwedItem[], by: Pick<Actor, "person" | "hat" | "units">): OwedItem[] =>
  items.filter((item) => isOwedBy(item, by));

/** What this person has to do in any hat. */
export const toDoOfPerson = (items: readonly OwedItem[], person: Id): OwedItem[] =>
  items.filter(({ owners }) => owners.includes(person));
