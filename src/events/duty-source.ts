import type { Duty, DutyItem, DutySource } from "../duties/duty.ts";
import { endOfDay, startOfDay } from "../kernel/clock.ts";
import { quoted } from "../kernel/vietnamese.ts";
import { formatDate } from "../ui/format.ts";
import { termOf } from "./event.ts";
import { type CentreEvent, readEvents } from "./events.queries.ts";
import { EVENT_PATHS } from "./paths.ts";

/** Longer before the last instant than any event's end: a reminder so early comes at the end itself. */
const AT_ITS_END = 5 * 24;

const COMMON = {
  clause: "Đ16.k4.g3",
  when: "Chậm nhất 01 ngày sau khi sự kiện kết thúc",
  closedBy: "Tin, bài về sự kiện đã đăng lên Cổng",
  remindHours: [AT_ITS_END, 6],
} as const;

/** the board owes the article; the clause stands among the duties of heads. So both owe it, and either closes it. */
const OF_BOARD: Duty = {
  key: "event-article",
  name: "Đưa tin, bài về sự kiện lên Cổng",
  hat: "SECRETARY",
  escalateTo: "CHIEF",
  ...COMMON,
};
const OF_UNIT: Duty = {
  key: "event-article-unit",
  name: "Gửi tin, bài về sự kiện do đơn vị tổ chức",
  hat: "MEMBER",
  escalateTo: null,
  ...COMMON,
};

/** The one-day clock: an article of each event, owed by the secretary and by the head of the unit that organises it. */
export const EVENT_DUTIES: DutySource = {
  duties: [OF_BOARD, OF_UNIT],
  async items({ db, from, to }) {
    const span = { dueFrom: startOfDay(from), dueTo: endOfDay(to) };
    return (await readEvents(db, span)).flatMap((event) => [
      itemOf(event, OF_BOARD, null),
      itemOf(event, OF_UNIT, event.unit),
    ]);
  },
};

function itemOf(event: CentreEvent, duty: Duty, unit: string | null): DutyItem {
  const { id, content, toldAt, cancelledAt, cancelReason } = event;
  return {
    duty: duty.key,
    term: termOf(event),
    subject: id,
    about: quoted(content.title.slice(0, 120)),
    unit,
    people: [],
    doneAt: toldAt,
    excused: cancelledAt === null ? "" : `Đã hủy ngày ${formatDate(cancelledAt)}: ${cancelReason}`,
    href: EVENT_PATHS.event(id),
  };
}
