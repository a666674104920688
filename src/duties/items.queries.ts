import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { beganAt } from "../checks/checks.queries.ts";
import { type Day, dayOf, type Instant, startOfDay } from "../kernel/clock.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db } from "../storage/database.ts";
import type { DutySource } from "./duty.ts";
import { isUnfinished, type OwedItem, ownersOf, standingOfItem } from "./owed.ts";
import { DUTY_SOURCES } from "./sources.ts";

export interface AskedItems {
  /** Days in which the last instant lies, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly now: Instant;
  /** Only what may still have to be done: cheap, whatever lies behind. */
  readonly unfinished?: true;
}

/**
 * Every time that a duty falls due within these days, how it stands now and who owes it, in order of the last instant.
 * Nothing is due before the regulation took effect, nor before the portal was in use (its first row of evidence).
 */
export async function owedItems(
  db: Db,
  { from, to, now, unfinished }: AskedItems,
  sources: readonly DutySource[] = DUTY_SOURCES,
): Promise<OwedItem[]> {
  const began = await beganAt(db);
  if (began === null) return [];
  const start = [began, startOfDay(QUY_CHE_27.effectiveOn)].sort().at(-1)!;
  const settings = await readSettings(db);
  const calendar = await readWorkCalendar(db);
  const roster = await readRoster(db);
  const first = [from, dayOf(start)].sort().at(-1)!;
  const question = { db, settings, calendar, now, from: first, to, ...(unfinished ? { unfinished } : {}) };
  const actors = new Map<Day, ReturnType<typeof actorsOn>>();
  const actorsOf = (day: Day) => {
    const known = actors.get(day) ?? actorsOn(roster, day);
    actors.set(day, known);
    return known;
  };
  const owed: OwedItem[] = [];
  for (const { duties, items } of sources) {
    const rules = new Map(duties.map((duty) => [duty.key, duty]));
    for (const item of await items(question)) {
      const rule = rules.get(item.duty);
      if (!rule) throw new Error(`A duty source gives an item of a duty it does not tell of: ${item.duty}`);
      if (item.term.due < start) continue;
      const standing = standingOfItem(item, now);
      if (unfinished && !isUnfinished(standing)) continue;
      owed.push({ ...item, rule, standing, owners: ownersOf(item, rule, standing, now, actorsOf) });
    }
  }
  return owed.sort((a, b) => (a.term.due < b.term.due ? -1 : a.term.due > b.term.due ? 1 : 0));
}

/** When the portal's duties began: nothing was due before. Null on empty data. */
export async function dutiesBeganOn(db: Db): Promise<Day | null> {
  const began = await beganAt(db);
  return began === null ? null : ([dayOf(began), QUY_CHE_27.effectiveOn as Day].sort().at(-1) ?? null);
}
