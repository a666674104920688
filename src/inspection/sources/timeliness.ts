import { DUTY_SOURCES } from "../../duties/sources.ts";
import { STANDINGS, standingOf } from "../../duties/standing.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import type { CriterionSource, ScoreLine } from "../scores.ts";

/** Duties that have a criterion of their own. */
const ELSEWHERE: readonly string[] = ["quota"];

/** Đ19.k2: what a unit owed by a day, and whether it was done by then. */
export const TIMELINESS: CriterionSource = {
  key: "timeliness",
  name: "Tính kịp thời",
  clause: "Đ19.k2",
  how: "Mỗi việc của đơn vị đến hạn trong kỳ (đưa tin sự kiện, duyệt bài, trả lời câu hỏi, công khai, giải trình…) là một dòng; đạt khi làm đúng hạn.",
  async lines({ db, settings, calendar, now, from, to, units }) {
    const lines = new Map<Id, ScoreLine[]>(units.map((unit) => [unit, []]));
    for (const { duties, items } of DUTY_SOURCES) {
      for (const item of await items({ db, settings, calendar, now, from, to })) {
        const duty = duties.find(({ key }) => key === item.duty);
        const owed = item.unit === null ? undefined : lines.get(item.unit);
        if (!duty || !owed || ELSEWHERE.includes(duty.key) || item.excused !== "") continue;
        const standing = standingOf(item.term, item.doneAt, now);
        if (standing === "ahead" || standing === "open") continue;
        owed.push({
          what: [duty.name, item.about].filter(Boolean).join(": "),
          day: dayOf(item.term.due),
          isMet: standing === "done",
          note: STANDINGS[standing],
          href: item.href,
        });
      }
    }
    for (const owed of lines.values()) owed.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    return lines;
  },
};
