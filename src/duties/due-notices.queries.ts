import { actorsOn } from "../board/actor.ts";
import { readRoster } from "../board/roster.queries.ts";
import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { addDays, dayOf, type Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db } from "../storage/database.ts";
import type { DutySource } from "./duty.ts";
import { owedItems } from "./items.queries.ts";
import type { OwedItem } from "./owed.ts";
import { DUTY_SOURCES } from "./sources.ts";
import { LATE, type Stage, stageToTell } from "./stages.ts";

/** What is to be told now of one item, and to whom. */
export interface DueNotice {
  readonly item: OwedItem;
  readonly stage: Stage;
  readonly owners: readonly Id[];
  /** Those told besides, because it is late; owners are not among them. */
  readonly escalated: readonly Id[];
}

/** A reminder moves at most so many days ahead to meet a working day. */
const MOVED_DAYS = 31;
/** What was missed, and can no longer be done, is told of for so many days; after that it stands in the list only. */
const MISSED_DAYS = 10;

/**
 * Everything that has to be told now: found by query, so that nothing is lost while the portal stands still. Of an item
 * only the latest stage, and none that was told before. What reaches nobody stays due until somebody wears the hat.
 */
export async function dueNotices(
  db: Db,
  now: Instant,
  sources: readonly DutySource[] = DUTY_SOURCES,
): Promise<DueNotice[]> {
  const today = dayOf(now);
  const hours = sources.flatMap(({ duties }) => duties.flatMap(({ remindHours }) => remindHours));
  const ahead = Math.ceil(Math.max(0, ...hours) / 24) + MOVED_DAYS;
  const open = await owedItems(db, { from: "", to: addDays(today, ahead), now, unfinished: true }, sources);
  const ended = await owedItems(db, { from: addDays(today, -MISSED_DAYS), to: today, now }, sources);
  const items = [...open, ...ended.filter(({ standing }) => standing === "missed")];
  const calendar = await readWorkCalendar(db);
  const settings = await readSettings(db);
  const rules = {
    calendar,
    workHours: settings["duties.workHours"],
    earlierOnDaysOff: settings["duties.remindEarlier"],
  };
  const toldNothing = items.filter((item) => stageToTell(item, [], now, rules) !== null);
  if (toldNothing.length === 0) return [];
  const told = await toldStages(db, toldNothing);
  const actors = actorsOn(await readRoster(db, today), today);
  return toldNothing.flatMap((item): DueNotice[] => {
    const stage = stageToTell(item, told.get(keyOf(item)) ?? [], now, rules);
    if (!stage) return [];
    const isLate = stage.ahead === LATE;
    const { owners } = item;
    const above = actors
      .filter(({ hat }) => isLate && hat === item.rule.escalateTo)
      .map(({ person }) => person)
      .filter((person) => !owners.includes(person));
    return owners.length + above.length === 0 ? [] : [{ item, stage, owners, escalated: [...new Set(above)] }];
  });
}

const keyOf = ({ duty, subject, term }: Pick<OwedItem, "duty" | "subject" | "term">) =>
  JSON.stringify([duty, subject, term.period]);

const AT_ONCE = 400;

/** The stages told of these items, by item. */
async function toldStages(db: Db, items: readonly OwedItem[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const periods = [...new Set(items.map(({ term }) => term.period))];
  const stages = new Map<string, number[]>();
  for (let from = 0; from < periods.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom("duty_notice")
      .select(["duty", "subject", "period", "minutes_ahead"])
      .where("period", "in", periods.slice(from, from + AT_ONCE))
      .execute();
    for (const { duty, subject, period, minutes_ahead } of rows) {
      const key = keyOf({ duty, subject, term: { period, opens: "", due: "", gone: null } });
      stages.set(key, [...(stages.get(key) ?? []), minutes_ahead]);
    }
  }
  return stages;
}
