import { addDays, type Day } from "../kernel/clock.ts";
import type { TrafficDay } from "./details.queries.ts";

/** One bar of the chart: a day, a week or a month. */
export interface Bar {
  readonly label: string;
  readonly visits: number;
  readonly views: number;
}

const short = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}`;

/** Days as bars; by month when there are more than a page can show. Days that nobody came are bars of nothing. */
export function barsOf(
  days: readonly TrafficDay[],
  from: Day,
  to: Day,
): { readonly by: "ngày" | "tháng"; readonly bars: Bar[] } {
  const known = new Map(days.map((day) => [day.day, day]));
  const bars = new Map<string, Bar>();
  const by = addDays(from, 62) >= to ? "ngày" : "tháng";
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const label = by === "ngày" ? short(day) : `${day.slice(5, 7)}/${day.slice(0, 4)}`;
    const { visits = 0, views = 0 } = known.get(day) ?? {};
    const before = bars.get(label);
    bars.set(label, { label, visits: visits + (before?.visits ?? 0), views: views + (before?.views ?? 0) });
  }
  return { by, bars: [...bars.values()] };
}
