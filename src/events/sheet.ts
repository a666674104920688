import { type Sheet, sheetOf } from "../lists/sheet.ts";
import { EVENT_KINDS, PHASES } from "./event.ts";
import { type ArticleStanding, type EventLine, isLate } from "./event-list.ts";
import { STEPS } from "./lost-time.ts";

export const ARTICLE_WORDS: Readonly<Record<ArticleStanding, string>> = {
  none: "Không phải đăng",
  ahead: "Chưa kết thúc",
  open: "Chờ tin, bài",
  done: "Đăng đúng hạn",
  "done-late": "Đăng muộn",
  late: "Quá hạn, chưa đăng bài",
  missed: "Quá hạn, chưa đăng bài",
};

/** "Thẩm định (26,5 giờ)": where most of the time went. */
export const lostWords = ({ lost }: Pick<EventLine, "lost">): string =>
  lost[0] ? `${STEPS[lost[0].step]} (${Math.round(lost[0].hours)} giờ)` : "";

/** Column of `eventSheet` that says whether the article was on time. */
export const ON_TIME_COLUMN = 8;

/** Events as a spreadsheet; the figures of a report are the same rows. */
export const eventSheet = (name: string, title: string, lines: readonly EventLine[]): Sheet =>
  sheetOf(
    name,
    title,
    [
      { label: "Sự kiện", value: ({ event }: EventLine) => event.content.title },
      { label: "Loại", value: ({ event }) => EVENT_KINDS[event.content.kind] },
      { label: "Đơn vị tổ chức", value: ({ event }) => event.unitName },
      { label: "Địa điểm", value: ({ event }) => event.content.place },
      { label: "Bắt đầu", kind: "time", value: ({ event }) => event.startsAt },
      { label: "Kết thúc", kind: "time", value: ({ event }) => event.endsAt },
      { label: "Hạn đăng bài", kind: "time", value: ({ event }) => event.dueAt },
      { label: "Đăng lúc", kind: "time", value: ({ event }) => event.toldAt },
      {
        label: "Đúng hạn",
        value: ({ standing }) => (standing === "done" ? "Có" : isLate(standing) ? "Không" : ""),
      },
      { label: "Khâu lâu nhất", value: lostWords },
      {
        label: "Tình trạng",
        value: ({ phase, standing, event }) =>
          phase === "over" || phase === "running"
            ? ARTICLE_WORDS[standing]
            : [PHASES[phase], event.cancelReason].filter(Boolean).join(": "),
      },
    ],
    lines,
  );
