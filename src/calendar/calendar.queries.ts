import type { Day } from "../kernel/clock.ts";
import type { WorkCalendar } from "../kernel/working-days.ts";
import type { Db, Tx } from "../storage/database.ts";
import { VIETNAMESE_HOLIDAYS } from "./vietnamese-holidays.ts";

export interface CalendarDay {
  readonly day: Day;
  readonly name: string;
  readonly isOff: boolean;
  /** Entered by the centre; else from the list. */
  readonly isEntered: boolean;
}

/** The days of a year that differ from plain weeks: what the centre entered stands before the list. */
export async function readCalendarDays(db: Db | Tx): Promise<CalendarDay[]> {
  const rows = await db.selectFrom("holiday").select(["day", "name", "is_off"]).execute();
  const entered = new Set(rows.map(({ day }) => day));
  return [
    ...rows.map(({ day, name, is_off }) => ({ day, name, isOff: is_off === 1, isEntered: true })),
    ...VIETNAMESE_HOLIDAYS.filter(({ day }) => !entered.has(day)).map((known) => ({
      ...known,
      isOff: true,
      isEntered: false,
    })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** For counting working days: every time limit of the portal reads this one. */
export async function readWorkCalendar(db: Db | Tx): Promise<WorkCalendar> {
  const days = await readCalendarDays(db);
  const of = (isOff: boolean) => new Set(days.filter((one) => one.isOff === isOff).map(({ day }) => day));
  return { holidays: of(true), workedWeekends: of(false) };
}
