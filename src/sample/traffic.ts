import { type Clock, dayOf } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";

const DAYS = 365;
/** Hundredths of the pages opened, by the part of the portal, and of the visits that came from a page of others. */
const PLACES = { "/": 34, "/tin-tuc": 22, "/cong-khai": 16, "/van-ban": 12, "/hoi-dap": 9, "/tim-kiem": 7 } as const;
const HOSTS = { "google.com": 41, "facebook.com": 17, "haiphong.edu.vn": 9, "zalo.me": 6 } as const;

/** Latest days whose pages and hosts are told. */
const DETAILED = 90;

const shares = (parts: Readonly<Record<string, number>>, whole: number): (readonly [string, number])[] =>
  Object.entries(parts).map(([name, share]) => [name, Math.round((whole * share) / 100)]);

/** Counted days of the past: fewer readers at the week's end, more as the year goes on. */
export async function fillTraffic(portal: Portal, clock: Clock): Promise<void> {
  const today = Temporal.PlainDate.from(dayOf(clock.now()));
  const rows = Array.from({ length: DAYS }, (_, back) => {
    const date = today.subtract({ days: back + 1 });
    const usual = date.dayOfWeek > 5 ? 90 : 260;
    const visits = usual + ((date.day * 37 + date.month * 11) % 60) - Math.floor(back / 5);
    return { day: date.toString(), visits, views: Math.round(visits * 2.6) };
  });
  const places = rows.flatMap(({ day, views }) =>
    shares(PLACES, views).map(([place, count]) => ({ day, place, views: count })),
  );
  const details = rows
    .slice(0, DETAILED)
    .flatMap(({ day, visits, views }) => [
      ...shares(PLACES, views).map(([name, count]) => ({ day, kind: "page" as const, name, count })),
      ...shares(HOSTS, visits).map(([name, count]) => ({ day, kind: "referrer" as const, name, count })),
    ]);
  await portal.database.transact(async (tx) => {
    await tx.insertInto("traffic_day").values(rows).execute();
    await tx.insertInto("traffic_place").values(places).execute();
    await tx.insertInto("traffic_detail").values(details).execute();
  });
}
