import { addDays, type Day } from "../kernel/clock.ts";

export interface Holiday {
  readonly day: Day;
  readonly name: string;
}

/**
 * What the days below rest on, for people who check them: Điều 112 Bộ luật Lao động 2019 names the holidays, Điều 111
 * khoản 3 the day off in exchange for one that falls on a weekend. Lunar days are those of the Vietnamese calendar
 * (UTC+7). Which day goes with Tết and with 2/9, and exchanged Saturdays, are told every year by notice: whatever
 * differs is entered by the centre.
 */
export const HOLIDAY_SOURCE =
  "Điều 111, 112 Bộ luật Lao động 2019; ngày âm lịch theo lịch Việt Nam. Hoán đổi hằng năm theo thông báo, do Trung tâm nhập.";

interface MovableDays {
  /** Mùng 1 Tết. */
  readonly tet: Day;
  /** Mùng 10 tháng 3 âm lịch. */
  readonly gioTo: Day;
  /** The day that goes with 2 September. */
  readonly withNationalDay: Day;
}

const MOVABLE: Readonly<Record<number, MovableDays>> = {
  2024: { tet: "2024-02-10", gioTo: "2024-04-18", withNationalDay: "2024-09-03" },
  2025: { tet: "2025-01-29", gioTo: "2025-04-07", withNationalDay: "2025-09-01" },
  2026: { tet: "2026-02-17", gioTo: "2026-04-26", withNationalDay: "2026-09-01" },
  2027: { tet: "2027-02-06", gioTo: "2027-04-16", withNationalDay: "2027-09-03" },
  2028: { tet: "2028-01-26", gioTo: "2028-04-04", withNationalDay: "2028-09-01" },
  2029: { tet: "2029-02-13", gioTo: "2029-04-23", withNationalDay: "2029-09-03" },
  2030: { tet: "2030-02-02", gioTo: "2030-04-12", withNationalDay: "2030-09-03" },
};

/** Every holiday of the years 2024–2030, days off in exchange included, in order. */
export const VIETNAMESE_HOLIDAYS: readonly Holiday[] = Object.entries(MOVABLE).flatMap(([year, movable]) =>
  holidaysOf(year, movable),
);

function holidaysOf(year: string, { tet, gioTo, withNationalDay }: MovableDays): Holiday[] {
  const named: Holiday[] = [
    { day: `${year}-01-01`, name: "Tết Dương lịch" },
    // The eve and the first four days.
    ...[-1, 0, 1, 2, 3].map((days) => ({ day: addDays(tet, days), name: "Tết Nguyên đán" })),
    { day: gioTo, name: "Giỗ Tổ Hùng Vương" },
    { day: `${year}-04-30`, name: "Ngày Chiến thắng" },
    { day: `${year}-05-01`, name: "Ngày Quốc tế lao động" },
    { day: `${year}-09-02`, name: "Quốc khánh" },
    { day: withNationalDay, name: "Quốc khánh" },
  ];
  const taken = new Set(named.map(({ day }) => day));
  const inExchange = named
    .filter(({ day }) => isWeekend(day))
    .map(({ day, name }) => {
      let next = addDays(day, 1);
      while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
      taken.add(next);
      return { day: next, name: `Nghỉ bù ${name}` };
    });
  return [...named, ...inExchange].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function isWeekend(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek > 5;
}
