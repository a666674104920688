import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { firstDayOf, lastDayOf, type Month, monthsBetween, writtenMonth } from "../../kernel/months.ts";
import { quotaBetween } from "../../quota/quota.queries.ts";
import type { CriterionSource, ScoreLine } from "../scores.ts";

/** Đ16.k3: at least so many articles of quality a month; every one owed is a line. */
export const QUOTA: CriterionSource = {
  key: "quota",
  name: "Chỉ tiêu tin, bài",
  clause: "Đ16.k3",
  how: "Mỗi tháng trọn vẹn trong kỳ, đơn vị phải có đủ số tin, bài có chất lượng; mỗi bài phải có là một dòng, đạt khi có bài được đánh giá đạt. Tháng được miễn không tính.",
  async lines({ db, settings, now, from, to, units }) {
    const months = wholeMonths(from, to);
    const lines = new Map<Id, ScoreLine[]>(units.map((unit) => [unit, []]));
    const [first, last] = [months[0], months.at(-1)];
    if (!first || !last) return lines;
    for (const { month, units: all } of await quotaBetween(db, first, last, settings, now)) {
      for (const { unit, target, excused, articles } of all) {
        if (excused !== "") continue;
        const good = articles.filter(({ count }) => count === "counted");
        for (let place = 0; place < target; place += 1) lines.get(unit)?.push(slotOf(month, place, good[place]));
      }
    }
    return lines;
  },
};

function slotOf(
  month: Month,
  place: number,
  article: { readonly edition: Id; readonly title: string; readonly publishedAt: string } | undefined,
): ScoreLine {
  const name = `Bài thứ ${place + 1} của tháng ${writtenMonth(month)}`;
  if (!article) return { what: name, day: "", isMet: false, note: "Thiếu bài có chất lượng", href: "" };
  const href = `/ban-bien-tap/bai/${article.edition}`;
  return { what: `${name}: ${article.title}`, day: dayOf(article.publishedAt), isMet: true, note: "", href };
}

/** Months of which the period holds every day. */
const wholeMonths = (from: string, to: string): Month[] =>
  monthsBetween(from.slice(0, 7), to.slice(0, 7)).filter(
    (month) => firstDayOf(month) >= from && lastDayOf(month) <= to,
  );
