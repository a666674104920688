import { dayOf } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import { TAKEDOWN_REASONS, type TakedownReason } from "../../regulation/takedown-moves.ts";
import { VIOLATION_PATHS } from "../../violations/paths.ts";
import { upheldViolations } from "../../violations/violations.queries.ts";
import { articlesBetween, type UnitArticle } from "../articles.queries.ts";
import type { CheckedArticle, CriterionSource, ScoreLine } from "../scores.ts";

/** Đ16.k1: what was posted stood as it was posted. */
export const ACCURACY: CriterionSource = {
  key: "accuracy",
  name: "Tính chính xác",
  clause: "Đ16.k1",
  how: "Mỗi bài của đơn vị đăng lần đầu trong kỳ là một dòng; không đạt khi bài phải cập nhật, đính chính, bị gỡ vì nội dung, hoặc người kiểm tra thấy sai trong mẫu. Mỗi vi phạm “cung cấp thông tin không chính xác” đã kết luận là một dòng không đạt.",
  async lines({ db, from, to, units, checked }) {
    const lines = new Map<Id, ScoreLine[]>(units.map((unit) => [unit, []]));
    for (const article of await articlesBetween(db, from, to)) {
      lines.get(article.unit)?.push(
        lineOf(
          article,
          checked.find((one) => one.article === article.id),
        ),
      );
    }
    for (const { id, unit, what, day } of await upheldViolations(db, from, to, "inaccurate")) {
      lines
        .get(unit)
        ?.push({ what, day, isMet: false, note: "Vi phạm đã kết luận", href: VIOLATION_PATHS.violation(id) });
    }
    return lines;
  },
};

function lineOf(article: UnitArticle, checked: CheckedArticle | undefined): ScoreLine {
  const faults = [
    ...article.corrections.map((note) => `Cập nhật, đính chính: ${note}`),
    // What only grew old was right when it was posted.
    ...(article.takenDown && article.takenDown !== "outdated"
      ? [`Bị gỡ: ${TAKEDOWN_REASONS[article.takenDown as TakedownReason] ?? "lý do khác"}`]
      : []),
    ...(checked && !checked.isRight ? [`Người kiểm tra: ${checked.note}`] : []),
  ];
  return {
    what: article.title,
    day: dayOf(article.publishedAt),
    isMet: faults.length === 0,
    note: faults.join("; "),
    href: `/ban-bien-tap/bai/${article.edition}`,
  };
}
