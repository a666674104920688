import type { Day, Instant } from "../kernel/clock.ts";
import type { WorkCalendar } from "../kernel/working-days.ts";
import type { Sheet } from "../lists/sheet.ts";
import type { Settings } from "../settings/settings.ts";
import type { Db } from "../storage/database.ts";

/** Chapters of a report, in its order (REQ-140). */
export const CHAPTERS = {
  articles: "Số lượng, chất lượng tin, bài",
  regulation: "Thực hiện Quy chế của Ban biên tập và các đơn vị",
  disclosure: "Công khai",
  portal: "Tình hình hoạt động của Cổng",
  traffic: "Khai thác, truy cập",
  matters: "Khó khăn, vướng mắc, kiến nghị",
} as const;
export type Chapter = keyof typeof CHAPTERS;

/** How the number comes out of the list. */
export type Measure =
  /** As many as there are rows. */
  | { readonly of: "rows" }
  /** Sum of a column, by its index. */
  | { readonly of: "sum"; readonly column: number }
  /** Hundredths of the rows, rounded, whose cell in this column reads "Có"; null without rows. */
  | { readonly of: "share"; readonly column: number };

/**
 * A number of a report. It is nothing but its list: screen, Word and spreadsheet count the same rows, so they cannot
 * disagree, and whoever doubts a number opens the rows.
 */
export interface Figure {
  /** `bai-da-dang`; unique in a report, part of the list's address. */
  readonly key: string;
  readonly label: string;
  readonly clause: string;
  readonly measure: Measure;
  readonly list: Sheet;
  /** Page of the desk each row leads to, "" for none; as many as rows. */
  readonly links: readonly string[];
  /** How things stood at the end of the period: several periods together take the last one, they do not add up. */
  readonly asOf?: true;
  /** Columns of the list by which the number is also told apart; `all`: values told even where there is nothing. */
  readonly by?: readonly { readonly column: number; readonly all?: readonly string[] }[];
  /** The rows themselves stand in the paper too: exceptions, what was late. Of a wide list only these columns. */
  readonly printed?: true | readonly number[];
}

/** The number a figure shows; null for a share of nothing. */
export function numberOf({ measure, list }: Pick<Figure, "measure" | "list">): number | null {
  const { rows } = list;
  if (measure.of === "rows") return rows.length;
  if (measure.of === "sum") return rows.reduce((sum, row) => sum + Number(row[measure.column] ?? 0), 0);
  if (rows.length === 0) return null;
  return Math.round((100 * rows.filter((row) => row[measure.column] === "Có").length) / rows.length);
}

export interface FigureQuestion {
  readonly db: Db;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  /** What is known to the minute counts from `since` up to, and without, `until`. */
  readonly since: Instant;
  readonly until: Instant;
  /** What is counted by the day: the days that are over by `until`, both included; none when `to` lies before `from`. */
  readonly from: Day;
  readonly to: Day;
  readonly now: Instant;
}

/** What a room tells a report (`src/<room>/figure-source.ts`, listed in `reports/figure-sources.ts`). */
export interface FigureSource {
  readonly chapter: Chapter;
  figures(question: FigureQuestion): Promise<readonly Figure[]>;
}
