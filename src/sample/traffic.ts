import { type Clock, dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";

const DAYS = 365;

/** Counted days of the past: fewer readers at the week's end, more as the year goes on. */
export async function fillTraffic(portal: Portal, clock: Clock): Promise<void> {
  const today = Temporal.PlainDate.from(dayOf(clock.now()));
  const rows = Array.from({ length: DAYS }, (_, back) => {
    const date = today.subtract({ days: back + 1 });
    const usual = date.dayOfWeek > 5 ? 90 : 260;
    const visits = usual + ((date.day * 37 + date.month * 11) % 60) - Math.floor(back / 5);
    return { day: date.toString(), visits, views: Math.round(visits * 2.6) };
  });
  await portal.database.transact((tx) => tx.insertInto("traffic_day").values(rows).execute());
}
