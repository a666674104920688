import type { FigureSource } from "../reports/figure.ts";
import { figureOfRows } from "../reports/list-figure.ts";
import { VIOLATION_STATES, VIOLATION_TYPES } from "./names.ts";
import { VIOLATION_PATHS } from "./paths.ts";
import { readViolations, type Violation } from "./violations.queries.ts";

/** Đ19.k2: violations recorded in the period. Incidents are no matter of a report. */
export const VIOLATION_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures({ db, since, until }) {
    const within = (at: string) => at >= since && at < until;
    return [
      figureOfRows({
        key: "vi-pham",
        label: "Vi phạm quy chế đã ghi",
        clause: "Đ19.k2",
        columns: [
          { label: "Đơn vị", value: ({ unitName }: Violation) => unitName },
          { label: "Loại", value: ({ type }) => VIOLATION_TYPES[type] },
          { label: "Nội dung", value: ({ what }) => what },
          { label: "Ngày xảy ra", kind: "day", value: ({ day }) => day },
          { label: "Tình trạng", value: ({ state }) => VIOLATION_STATES[state] },
        ],
        rows: (await readViolations(db)).filter(({ at }) => within(at)),
        by: [{ column: 1 }],
        printed: true,
        href: ({ id }) => VIOLATION_PATHS.violation(id),
      }),
    ];
  },
};
