import type { Actor } from "../board/actor.ts";
import { addDays, type Day, dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Duty, DutyItem } from "./duty.ts";
import { STANDINGS, type Standing, standingOf } from "./standing.ts";

export type ItemStanding = Standing | "excused";

export const ITEM_STANDINGS: Readonly<Record<ItemStanding, string>> = { ...STANDINGS, excused: "Không phải làm" };

/** An item with its duty, how it stands, and who owes it. */
export interface OwedItem extends DutyItem {
  readonly rule: Duty;
  readonly standing: ItemStanding;
  /** Persons; empty when nobody wears the hat. */
  readonly owners: readonly Id[];
}

/** So many days ahead something is due soon. */
export const SOON_DAYS = 14;

export const standingOfItem = ({ term, doneAt, excused }: DutyItem, now: Instant): ItemStanding =>
  doneAt === null && excused !== "" ? "excused" : standingOf(term, doneAt, now);

/** Whether it may still have to be done. */
export const isUnfinished = (standing: ItemStanding): boolean => ["ahead", "open", "late"].includes(standing);

/** Whether it is work of now: late, or open with its last instant within the days that count as soon. */
export const isToDo = ({ standing, term }: Pick<OwedItem, "standing" | "term">, now: Instant): boolean =>
  standing === "late" || (standing === "open" && dayOf(term.due) <= addDays(dayOf(now), SOON_DAYS));

/**
 * Who owes an item. What still stands is owed by those who wear the hat today, whoever wore it before; what is over
 * was owed by those who wore it on the day it fell due.
 */
export function ownersOf(
  { people, unit, term }: DutyItem,
  { hat }: Duty,
  standing: ItemStanding,
  now: Instant,
  actorsOf: (day: Day) => readonly Actor[],
): readonly Id[] {
  if (people.length > 0) return people;
  const actors = actorsOf(dayOf(isUnfinished(standing) ? now : term.due));
  return [...new Set(wearers(actors, hat, unit).map(({ person }) => person))];
}

const wearers = (actors: readonly Actor[], hat: string, unit: Id | null) =>
  actors.filter((actor) => actor.hat === hat && (unit === null || actor.units.includes(unit)));

/** Whether this person owes it in this hat; what is owed by name is owed in every hat. */
export function isOwedBy(item: OwedItem, { person, hat, units }: Pick<Actor, "person" | "hat" | "units">): boolean {
  if (item.people.length > 0) return item.people.includes(person);
  return item.rule.hat === hat && (item.unit === null || units.includes(item.unit));
}
