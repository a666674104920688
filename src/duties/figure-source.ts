import type { SheetColumn } from "../lists/sheet.ts";
import { HATS } from "../regulation/hats.ts";
import type { FigureSource } from "../reports/figure.ts";
import { figureOfRows, yesNo } from "../reports/list-figure.ts";
import { owedItems } from "./items.queries.ts";
import { ITEM_STANDINGS, type OwedItem } from "./owed.ts";

const COLUMNS: readonly SheetColumn<OwedItem>[] = [
  { label: "Nhiệm vụ", value: ({ rule }) => rule.name },
  { label: "Việc", value: ({ about, term }) => about || term.period },
  { label: "Vai trò", value: ({ rule }) => HATS[rule.hat].name },
  { label: "Hạn", kind: "time", value: ({ term }) => term.due },
  { label: "Đúng hạn", value: ({ standing }) => yesNo(standing === "done") },
  { label: "Tình trạng", value: ({ standing }) => ITEM_STANDINGS[standing] },
  { label: "Làm lúc", kind: "time", value: ({ doneAt }) => doneAt },
];

/** Đ18.k1: what the regulation wanted done in the period, and how much of it in time. Checks are told by their own room. */
export const DUTY_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures({ db, from, to, now, since, until }) {
    if (to < from) return [];
    const items = (await owedItems(db, { from, to, now })).filter(
      ({ term, standing, duty }) =>
        duty !== "content-check" && standing !== "excused" && term.due >= since && term.due < until,
    );
    const late = items.filter(({ standing }) => standing !== "done");
    const href = ({ href: page }: OwedItem) => page;
    return [
      figureOfRows({
        key: "quy-che-dung-han",
        label: "Nhiệm vụ theo Quy chế đến hạn trong kỳ: tỷ lệ đúng hạn",
        clause: "Đ18.k1",
        measure: { of: "share", column: 4 },
        columns: COLUMNS,
        rows: items,
        by: [{ column: 0 }],
        href,
      }),
      figureOfRows({
        key: "quy-che-tre",
        label: "Nhiệm vụ trễ hạn hoặc bỏ lỡ",
        clause: "Đ18.k1",
        columns: COLUMNS,
        rows: late,
        by: [{ column: 0 }],
        href,
      }),
    ];
  },
};
