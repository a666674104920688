import type { Figure, FigureQuestion, FigureSource } from "../reports/figure.ts";
import { figureOfRows, yesNo } from "../reports/list-figure.ts";
import { PLAN_PATHS } from "./paths.ts";
import { daysOf, periodWords } from "./period.ts";
import { progressOf, readPlans, type ThemeProgress } from "./plan.queries.ts";

/** Decided plans against what was published (Đ8.k2.g2, Đ21.k2). */
export const PLAN_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures({ db, from, to }: FigureQuestion) {
    const figures: Figure[] = [];
    for (const { period, inForce } of await readPlans(db)) {
      const days = daysOf(period);
      if (!inForce || days.from > to || days.to < from) continue;
      figures.push(
        figureOfRows<ThemeProgress>({
          key: `ke-hoach-${period.toLowerCase()}`,
          label: `Chủ đề kế hoạch tuyên truyền ${periodWords(period)} đã đủ bài, phần trăm`,
          clause: "Đ21.k2",
          measure: { of: "share", column: 5 },
          columns: [
            { label: "Chủ đề", value: ({ name }) => name },
            { label: "Đơn vị phụ trách", value: ({ unitName }) => unitName },
            { label: "Số bài cần có", kind: "number", value: ({ target }) => target },
            { label: "Đã đăng", kind: "number", value: ({ published }) => published.length },
            { label: "Đang làm", kind: "number", value: ({ coming }) => coming.length },
            { label: "Đã đủ", value: ({ published, target }) => yesNo(published.length >= target) },
          ],
          rows: await progressOf(db, period, inForce.themes),
          asOf: true,
          printed: true,
          href: ({ key }) => PLAN_PATHS.theme(period, key),
        }),
      );
    }
    return figures;
  },
};
