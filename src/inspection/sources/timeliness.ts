import { owedItems } from "../../duties/items.queries.ts";
import { STANDINGS, standingOf } from "../../duties/standing.ts";
import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import type { CriterionSource, ScoreLine } from "../scores.ts";

/** Duties that have a criterion of their own. */
const ELSEWHERE: readonly string[] = ["unit-quota"];

/** Đ19.k2: what a unit owed by a day, and whether it was done by then. */
export const TIMELINESS: CriterionSource = {
  key: "timeliness",
  name: "Tính kịp thời",
  clause: "Đ19.k2",
  how: "Mỗi việc của đơn vị đến hạn trong kỳ (đưa tin sự kiện, duyệt bài, trả lời câu hỏi, công khai, giải trình…) là một dòng; đạt khi làm đúng hạn.",
  async lines({ db, now, from, to, units }) {
    const lines = new Map<Id, ScoreLine[]>(units.map((unit) => [unit, []]));
    for (const item of await owedItems(db, { from, to, now })) {
      const owed = item.unit === null ? undefined : lines.get(item.unit);
      if (!owed || item.excused !== "" || ELSEWHERE.includes(item.duty)) continue;
      const standing = standingOf(item.term, item.doneAt, now);
      if (standing === "ahead" || standing === "open") continue;
      owed.push({
        what: [item.rule.name, item.about].filter(Boolean).join(": "),
        day: dayOf(item.term.due),
        isMet: standing === "done",
        note: STANDINGS[standing],
        href: item.href,
      });
    }
    return lines;
  },
};
