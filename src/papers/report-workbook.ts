import type { Sheet, Value } from "../lists/sheet.ts";
import { sheetNames } from "../lists/sheet-names.ts";
import type { ReportFigure } from "../reports/content.ts";
import { CHAPTERS } from "../reports/figure.ts";

const SUMMARY = "Tổng hợp";

/**
 * A report as sheets: every figure with its number on the first, and a sheet for the list of each, so that whoever
 * doubts a number counts its rows. `name` is that of the file, without its ending.
 */
export function reportSheets(name: string, figures: readonly ReportFigure[]): [Sheet, ...Sheet[]] {
  const lists = figures.map(({ label, list }, index) => ({ ...list, title: `${index + 1}. ${label}` }));
  const [, ...names] = sheetNames([SUMMARY, ...lists.map(({ title }) => title)]);
  const rows = figures.flatMap((figure, index) => linesOf(figure, index + 1, names[index]!));
  const summary: Sheet = {
    name,
    title: SUMMARY,
    heads: [
      { label: "STT", kind: "number" },
      { label: "Phần", kind: "text" },
      { label: "Số liệu", kind: "text" },
      { label: "Kỳ này", kind: "number" },
      { label: "Kỳ trước", kind: "number" },
      { label: "Tính bằng", kind: "text" },
      { label: "Căn cứ", kind: "text" },
      { label: "Danh sách ở trang", kind: "text" },
    ],
    rows,
  };
  return [summary, ...lists];
}

/** The figure, and under it what it is by unit, road or whatever it is told apart by. */
function linesOf(figure: ReportFigure, position: number, sheet: string): Value[][] {
  const unit = figure.measure.of === "share" ? "%" : "";
  const whole = [
    position,
    CHAPTERS[figure.chapter],
    figure.label,
    figure.number,
    figure.before,
    unit,
    figure.clause,
    sheet,
  ];
  const parts = figure.groups.flatMap(({ label, lines }) =>
    lines.map((line) => [null, "", `${label}: ${line.value || "(không ghi)"}`, line.number, line.before, unit, "", ""]),
  );
  return [whole, ...parts];
}
