import { dayOf } from "../kernel/clock.ts";
import type { FigureSource } from "../reports/figure.ts";
import { figureOfRows, yesNo } from "../reports/list-figure.ts";
import { type Inspection, loadInspections } from "./inspections.queries.ts";
import { INSPECTION_STATES, INSPECTION_TYPES } from "./moves.ts";
import { INSPECTION_PATHS } from "./paths.ts";

/** Đ22: inspections concluded in the period. */
export const INSPECTION_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures({ db, since, until }) {
    const within = (at: string) => at >= since && at < until;
    const concluded = (one: Inspection) => one.moves.find(({ act }) => act === "conclude")?.at ?? "";
    return [
      figureOfRows({
        key: "kiem-tra-da-ket-luan",
        label: "Cuộc kiểm tra, đánh giá đã kết luận",
        clause: "Đ22.k2",
        columns: [
          { label: "Cuộc kiểm tra", value: ({ title }: Inspection) => title },
          { label: "Loại", value: ({ type }) => INSPECTION_TYPES[type].name },
          { label: "Số đơn vị", kind: "number", value: ({ units }) => units.length },
          { label: "Tình trạng", value: ({ state }) => INSPECTION_STATES[state] },
          { label: "Kết luận ngày", kind: "day", value: (one) => dayOf(concluded(one)) },
          { label: "Đã công khai", value: ({ publishedAt }) => yesNo(publishedAt !== null) },
        ],
        rows: (await loadInspections(db)).filter((one) => concluded(one) !== "" && within(concluded(one))),
        by: [{ column: 1 }],
        printed: true,
        href: ({ id }) => INSPECTION_PATHS.one(id),
      }),
    ];
  },
};
