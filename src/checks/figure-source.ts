import { STANDINGS, standingOf } from "../duties/standing.ts";
import { dayOf } from "../kernel/clock.ts";
import type { SheetColumn } from "../lists/sheet.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import type { FigureSource } from "../reports/figure.ts";
import { figureOfRows, yesNo } from "../reports/list-figure.ts";
import { beganAt, checksBetween, type RecordedCheck } from "./checks.queries.ts";
import { CHECK_PATH } from "./paths.ts";
import { SLOTS, slotNamed, slotsBetween } from "./slots.ts";

interface Line {
  readonly day: string;
  readonly part: string;
  readonly standing: keyof typeof STANDINGS;
  readonly check: RecordedCheck | undefined;
}

const COLUMNS: readonly SheetColumn<Line>[] = [
  { label: "Ngày", kind: "day", value: ({ day }) => day },
  { label: "Lần", value: ({ part }) => part },
  { label: "Đúng giờ", value: ({ standing }) => yesNo(standing === "done") },
  { label: "Tình trạng", value: ({ standing }) => STANDINGS[standing] },
  { label: "Ghi lúc", kind: "time", value: ({ check }) => check?.at ?? null },
  { label: "Người kiểm tra", value: ({ check }) => check?.name ?? "" },
  { label: "Vấn đề", value: ({ check }) => check?.note ?? "" },
];

/** Đ12.k2: the two checks of every working day of the period; a missing one is told like a late one (REQ-066). */
export const CHECK_FIGURES: FigureSource = {
  chapter: "regulation",
  async figures({ db, settings, calendar, from, to, now }) {
    const began = dayOf((await beganAt(db)) ?? now);
    const first = [from, began, QUY_CHE_27.effectiveOn as string].sort().at(-1)!;
    const recorded = await checksBetween(db, first, to);
    const lines = slotsBetween(first, to, settings, calendar).map((term): Line => {
      const check = recorded.get(term.period);
      const { day, part } = slotNamed(term.period)!;
      const due = check ? { ...term, due: check.due_at } : term;
      return { day, part: SLOTS[part], standing: standingOf(due, check?.at ?? null, now), check };
    });
    const figure = (key: string, label: string, keeps: (line: Line) => boolean) =>
      figureOfRows({
        ...{ key, label, clause: "Đ12.k2", columns: COLUMNS, rows: lines.filter(keeps), printed: true as const },
        href: () => CHECK_PATH,
      });
    return [
      figureOfRows({
        key: "kiem-tra-dung-gio",
        label: "Kiểm tra nội dung hai lần mỗi ngày làm việc: tỷ lệ đúng giờ",
        clause: "Đ12.k2",
        measure: { of: "share", column: 2 },
        columns: COLUMNS,
        rows: lines,
        href: () => CHECK_PATH,
      }),
      figure("kiem-tra-muon", "Lần kiểm tra muộn hoặc bỏ lỡ", ({ standing }) => standing !== "done"),
      figure("kiem-tra-co-van-de", "Lần kiểm tra phát hiện vấn đề", ({ check }) => check?.outcome === "problem"),
    ];
  },
};
