import type { Duty, DutyItem, DutyQuestion, DutySource } from "../duties/duty.ts";
import { addSeconds, endOfDay } from "../kernel/clock.ts";
import {
  addMonths,
  firstDayOf,
  instantsOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsBetween,
  writtenMonth,
} from "../kernel/months.ts";
import type { UnitQuota } from "./count.ts";
import { QUOTA_PATHS, quotaHref } from "./paths.ts";
import { oldestUnmarked, publishedBetween, quotaBetween } from "./quota.queries.ts";

const DAY = 24;

const UNIT_QUOTA: Duty = {
  key: "unit-quota",
  clause: "Đ16.k3",
  name: "Ít nhất 02 tin, bài có chất lượng của đơn vị trong tháng",
  hat: "MEMBER",
  when: "Hết ngày cuối mỗi tháng",
  closedBy: "Đủ số tin, bài đạt chất lượng đã đăng trong tháng",
  remindHours: [10 * DAY, 5 * DAY, 2 * DAY],
  escalateTo: "SECRETARY",
};

const MARKS: Duty = {
  key: "quality-marks",
  clause: "Đ11.g2",
  name: "Đánh giá chất lượng các bài đăng trong tháng trước",
  hat: "SECRETARY",
  when: "Trước ngày 25 tháng sau, khi lập báo cáo tháng",
  closedBy: "Mọi bài đăng trong tháng đã có đánh giá",
  remindHours: [5 * DAY, DAY],
  escalateTo: "CHIEF",
};

/** Day by whose end the marks of the month before are due: the report is compiled from them (Đ18.k1). */
const MARKED_BY = 24;

/** What the monthly quota asks of heads of units and of the secretary. */
export const QUOTA_DUTIES: DutySource = {
  duties: [UNIT_QUOTA, MARKS],
  items: async (question) => [...(await unitItems(question)), ...(await markItems(question))],
};

async function unitItems({ db, settings, now, from: asked, to, unfinished }: DutyQuestion): Promise<DutyItem[]> {
  // A month that is over can no longer be made up: the whole past need not be counted for what may still be done.
  const from = unfinished ? [asked, firstDayOf(monthOf(now))].sort()[1]! : asked;
  const months = monthsBetween(from.slice(0, 7), to.slice(0, 7)).filter((month) => {
    const last = lastDayOf(month);
    return from <= last && last <= to;
  });
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return (await quotaBetween(db, first, last, settings, now)).flatMap(({ month, units }) =>
    units.map((unit): DutyItem => {
      const [opens, after] = instantsOf(month);
      return {
        duty: UNIT_QUOTA.key,
        // Next month's articles are next month's: late here is missed.
        term: { period: month, opens, due: addSeconds(after, -1), gone: after },
        subject: unit.unit,
        about: aboutUnit(unit),
        unit: unit.unit,
        people: [],
        doneAt: unit.reachedAt,
        excused: unit.excused,
        href: quotaHref(QUOTA_PATHS.home, { month, unit: unit.code, count: "" }),
      };
    }),
  );
}

const aboutUnit = ({ name, good, unmarked, target }: UnitQuota) =>
  `${name}: ${good} trên ${target} bài đạt${unmarked > 0 ? `, ${unmarked} bài tạm tính` : ""}`;

async function markItems({ db, from: asked, to, unfinished }: DutyQuestion): Promise<DutyItem[]> {
  const oldest = unfinished ? await oldestUnmarked(db) : null;
  if (unfinished && oldest === null) return [];
  const from = oldest === null ? asked : [asked, firstDayOf(oldest)].sort()[1]!;
  const frozen = new Set((await db.selectFrom("quota_month").select("month").execute()).map(({ month }) => month));
  const dueDay = (month: Month) => `${addMonths(month, 1)}-${MARKED_BY}`;
  const months = monthsBetween(addMonths(from.slice(0, 7), -1), addMonths(to.slice(0, 7), -1)).filter(
    (month) => from <= dueDay(month) && dueDay(month) <= to,
  );
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const published = (await publishedBetween(db, first, last)).filter(({ takenDownAt }) => takenDownAt === null);
  return months.flatMap((month): DutyItem[] => {
    const articles = published.filter((one) => one.month === month);
    if (articles.length === 0) return [];
    const open = articles.filter(({ level }) => level === null);
    return [
      {
        duty: MARKS.key,
        term: {
          period: month,
          opens: instantsOf(month)[1],
          due: endOfDay(dueDay(month)),
          gone: null,
        },
        subject: "",
        about:
          open.length > 0
            ? `${open.length} bài tháng ${writtenMonth(month)} chờ đánh giá`
            : `${articles.length} bài tháng ${writtenMonth(month)}`,
        unit: null,
        people: [],
        doneAt:
          open.length > 0
            ? null
            : articles
                .map(({ firstMarkAt }) => firstMarkAt!)
                .sort()
                .at(-1)!,
        excused: "",
        // Articles of a closed month are not in the queue; they are marked one by one, with a reason.
        href: frozen.has(month)
          ? quotaHref(QUOTA_PATHS.home, { month, unit: "", count: "unmarked" })
          : QUOTA_PATHS.queue,
      },
    ];
  });
}
