import { type Day, fromLocalInput, type Instant } from "../kernel/clock.ts";

/** Dates of the sample, told from the day of its filling, so that its news is never old. */
export interface Days {
  readonly today: Day;
  /** The working day so many working days before today; ahead of it when negative. */
  day(back: number): Day;
  /** "20/11/2026" */
  date(back: number): string;
  /** "thứ Sáu, ngày 20/11/2026" */
  named(back: number): string;
  /** Vietnamese wall time of a working day. */
  at(back: number, time: string): Instant;
  readonly year: number;
  /** "2026–2027" */
  readonly schoolYear: string;
  /** The next holiday with a fixed date, at least ten days ahead. */
  readonly holiday: { readonly name: string; readonly date: string; readonly year: number };
}

const NAMES = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"] as const;
const HOLIDAYS = [
  { month: 1, day: 1, name: "Tết Dương lịch" },
  { month: 4, day: 30, name: "Ngày Chiến thắng 30/4 và Quốc tế Lao động 01/5" },
  { month: 9, day: 2, name: "Quốc khánh 02/9" },
] as const;

/** Days as seen from `today`. Working days are Monday to Friday. */
export function daysFrom(today: Day): Days {
  const now = Temporal.PlainDate.from(today);
  const counted = new Map<number, Temporal.PlainDate>();
  const working = (back: number): Temporal.PlainDate => {
    const known = counted.get(back) ?? count(back);
    counted.set(back, known);
    return known;
  };
  const count = (back: number) => {
    const direction = back < 0 ? 1 : -1;
    let date = now;
    for (let left = Math.abs(back); left > 0; ) {
      date = date.add({ days: direction });
      if (date.dayOfWeek <= 5) left -= 1;
    }
    return date;
  };
  const day = (back: number) => working(back).toString();
  const date = (back: number) => written(working(back));
  const firstYear = now.month >= 8 ? now.year : now.year - 1;
  return {
    today,
    year: now.year,
    schoolYear: `${firstYear}–${firstYear + 1}`,
    holiday: holidayAfter(now.add({ days: 10 })),
    day,
    date,
    named: (back) => `${NAMES[working(back).dayOfWeek - 1]}, ngày ${date(back)}`,
    at: (back, time) => fromLocalInput(`${day(back)}T${time}`)!,
  };
}

const written = ({ day, month, year }: Temporal.PlainDate) =>
  `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;

function holidayAfter(earliest: Temporal.PlainDate): Days["holiday"] {
  const dated = [earliest.year, earliest.year + 1].flatMap((year) =>
    HOLIDAYS.map(({ name, ...rest }) => ({ name, year, date: Temporal.PlainDate.from({ ...rest, year }) })),
  );
  const { name, year, date } = dated.find((one) => Temporal.PlainDate.compare(one.date, earliest) >= 0)!;
  return { name, year, date: written(date) };
}
