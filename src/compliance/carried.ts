import { CLAUSES, type Clause } from "../regulation/quy-che-27.ts";
import { CARRIED_GENERAL } from "./carried-chapter-1.ts";
import { CARRIED_MANAGEMENT } from "./carried-chapter-3.ts";
import { CARRIED_CONTENT } from "./carried-chapter-4.ts";
import { CARRIED_EXECUTION } from "./carried-chapter-5.ts";
import type { Carried } from "./carrying.ts";

/** Every clause of the regulation once, and what the software does for it, in the order of the regulation. */
export const CARRIED: readonly Carried[] = [
  ...CARRIED_GENERAL,
  ...CARRIED_MANAGEMENT,
  ...CARRIED_CONTENT,
  ...CARRIED_EXECUTION,
];

export interface RegulationChapter {
  /** In addresses: `chuong-1`. */
  readonly key: string;
  readonly title: string;
  /** First and last article. */
  readonly from: number;
  readonly to: number;
}

/** The Decision, then the chapters of the regulation with their articles. */
export const REGULATION_CHAPTERS: readonly RegulationChapter[] = [
  { key: "quyet-dinh", title: "Quyết định ban hành", from: 0, to: 0 },
  { key: "chuong-1", title: "Chương I. Quy định chung", from: 1, to: 4 },
  { key: "chuong-2", title: "Chương II. Quy định cụ thể", from: 5, to: 6 },
  { key: "chuong-3", title: "Chương III. Quản lý, vận hành Cổng", from: 7, to: 13 },
  { key: "chuong-4", title: "Chương IV. Thông tin trên Cổng", from: 14, to: 17 },
  { key: "chuong-5", title: "Chương V. Tổ chức thực hiện", from: 18, to: 22 },
];

/** Number of the article a clause belongs to; 0 for the Decision's own. */
export const articleOf = (clause: string): number => Number(/^Đ(\d+)/.exec(clause)?.[1] ?? 0);

export function chapterOf(clause: string): RegulationChapter {
  const article = articleOf(clause);
  return REGULATION_CHAPTERS.find(({ from, to }) => from <= article && article <= to)!;
}

/** Text of a clause by its id. */
export const TEXT_OF: ReadonlyMap<string, Clause> = new Map(CLAUSES.map((clause) => [clause.id, clause]));
