import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { articlesBetween } from "../articles.queries.ts";
import type { CriterionSource, ScoreLine } from "../scores.ts";

/** Đ16.k3. */
const MONTHLY = 2;

/** Đ16.k3: at least so many articles of quality a month; every one owed is a line. */
export const QUOTA: CriterionSource = {
  key: "quota",
  name: "Chỉ tiêu tin, bài",
  clause: "Đ16.k3",
  how: "Mỗi tháng trọn vẹn trong kỳ, đơn vị phải có đủ số tin, bài có chất lượng; mỗi bài phải có là một dòng.",
  async lines({ db, from, to, units }) {
    const articles = await articlesBetween(db, from, to);
    return new Map<Id, ScoreLine[]>(
      units.map((unit) => [
        unit,
        wholeMonths(from, to).flatMap((month) => {
          const own = articles.filter((one) => one.unit === unit && dayOf(one.publishedAt).startsWith(month));
          return Array.from({ length: MONTHLY }, (_, place): ScoreLine => {
            const article = own[place];
            const name = `Bài thứ ${place + 1} của tháng ${monthName(month)}`;
            if (!article) return { what: name, day: "", isMet: false, note: "Thiếu bài", href: "" };
            const href = `/ban-bien-tap/bai/${article.edition}`;
            return { what: `${name}: ${article.title}`, day: dayOf(article.publishedAt), isMet: true, note: "", href };
          });
        }),
      ]),
    );
  },
};

/** Months of which the period holds every day. */
export function wholeMonths(from: string, to: string): string[] {
  const months: string[] = [];
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
  if (from.slice(8) !== "01") month = month.add({ months: 1 });
  while (month.toPlainDate({ day: month.daysInMonth }).toString() <= to) {
    months.push(month.toString());
    month = month.add({ months: 1 });
  }
  return months;
}

const monthName = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`;
