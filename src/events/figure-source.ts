import type { Figure, FigureSource } from "../reports/figure.ts";
import { type EventLine, isLate } from "./event-list.ts";
import { eventLines } from "./lines.queries.ts";
import { EVENT_PATHS } from "./paths.ts";
import { eventSheet, ON_TIME_COLUMN } from "./sheet.ts";

/**
 * What a report says of the one-day clock (REQ-125): of the articles whose last instant lies in the period, how many
 * were on time; each row opens its event.
 */
export const EVENT_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures({ db, since, until, now }) {
    const all = await eventLines(db, now);
    const within = (at: string) => at >= since && at < until;
    const held = all.filter(({ event, phase }) => phase === "over" && within(event.endsAt));
    const judged = all.filter(
      ({ event, standing }) => within(event.dueAt) && (standing === "done" || isLate(standing)),
    );
    return [
      figure("su-kien-da-to-chuc", "Hoạt động, sự kiện, hội nghị, hội thảo đã tổ chức", held),
      {
        ...figure("su-kien-dung-han", "Tỷ lệ sự kiện có tin, bài trong 01 ngày", judged),
        measure: { of: "share", column: ON_TIME_COLUMN },
      },
      figure(
        "su-kien-tre-han",
        "Sự kiện có tin, bài muộn hoặc chưa có",
        judged.filter(({ standing }) => isLate(standing)),
      ),
    ];
  },
};

const figure = (key: string, label: string, lines: readonly EventLine[]): Figure => ({
  key,
  label,
  clause: "Đ16.k4.g3",
  measure: { of: "rows" },
  list: eventSheet(key, label, lines),
  links: lines.map(({ event }) => EVENT_PATHS.event(event.id)),
});
