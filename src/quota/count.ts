import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Month, monthOf } from "../kernel/months.ts";
import type { State } from "../regulation/states.ts";
import type { Level } from "./levels.ts";

/** How an article that a unit first published in a month counts towards its quota (Đ16.k3, REQ-123). */
export const COUNTS = {
  counted: "Đạt, được tính",
  unmarked: "Tạm tính, chờ đánh giá",
  improve: "Không tính: cần cải thiện",
  poor: "Không tính: không đạt",
  republished: "Không tính: đăng lại từ nguồn khác",
  duplicate: "Không tính: trùng nội dung bài đã đăng",
  takenDown: "Không tính: bị gỡ ngay trong tháng",
  board: "Không tính: bài của Ban biên tập",
} as const;

export type Count = keyof typeof COUNTS;
export const COUNT_NAMES = Object.keys(COUNTS) as Count[];

/** A first publication, as it is judged. */
export interface PublicationFacts {
  readonly publishedAt: Instant;
  readonly origin: string;
  readonly isRepublished: boolean;
  /** Null while it is public. */
  readonly takenDownAt: Instant | null;
  /** The same content was published before. */
  readonly isDuplicate: boolean;
  readonly level: Level | null;
}

/** What an article adds to its unit's month. Without a mark it counts provisionally. */
export function countOf(facts: PublicationFacts, { countRepublished }: { readonly countRepublished: boolean }): Count {
  if (facts.origin === "board") return "board";
  if (facts.takenDownAt !== null && monthOf(facts.takenDownAt) === monthOf(facts.publishedAt)) return "takenDown";
  if (facts.isRepublished && !countRepublished) return "republished";
  if (facts.isDuplicate) return "duplicate";
  if (facts.level === null) return "unmarked";
  return facts.level === "good" ? "counted" : facts.level;
}

export interface CountedArticle {
  readonly article: Id;
  readonly edition: Id;
  readonly title: string;
  readonly author: string;
  readonly publishedAt: Instant;
  readonly count: Count;
  /** Mark given or changed after the month was frozen: what it would count as now. */
  readonly changedTo: Count | null;
}

/** An article on its way that no public has read yet. */
export interface Coming {
  readonly edition: Id;
  readonly title: string;
  readonly state: State;
  /** When the clock posts it; null unless it is scheduled. */
  readonly publishAt: Instant | null;
}

/** How a unit's month stands. */
export const OUTCOMES = {
  met: "Đủ chỉ tiêu",
  provisional: "Tạm tính đủ",
  short: "Còn thiếu",
  missed: "Không đủ chỉ tiêu",
  excused: "Không giao chỉ tiêu",
} as const;

export type Outcome = keyof typeof OUTCOMES;

export interface UnitQuota {
  readonly unit: Id;
  readonly code: string;
  readonly name: string;
  readonly target: number;
  readonly good: number;
  /** Published, not marked yet. */
  readonly unmarked: number;
  readonly outcome: Outcome;
  /** Why it owes nothing: the decision, or that it did not exist all month. */
  readonly excused: string;
  /** When the article that fills the quota was published; provisional ones count. */
  readonly reachedAt: Instant | null;
  readonly articles: readonly CountedArticle[];
  /** Handed in and likely to be published before the month is over; only while it lasts. */
  readonly coming: readonly Coming[];
  /** Good, unmarked and coming together. */
  readonly forecast: number;
}

export interface MonthQuota {
  readonly month: Month;
  /** The month has ended. */
  readonly isOver: boolean;
  /** When the accepted report froze it; null while it can still change. */
  readonly frozenAt: Instant | null;
  readonly units: readonly UnitQuota[];
}

interface Standing {
  readonly target: number;
  readonly good: number;
  readonly unmarked: number;
  readonly excused: string;
  readonly isOver: boolean;
}

/** Whether the quota is filled. What waits for its mark counts provisionally; a decision lets off whatever was done. */
export function outcomeOf({ target, good, unmarked, excused, isOver }: Standing): Outcome {
  if (excused !== "") return "excused";
  if (good >= target) return "met";
  if (good + unmarked >= target) return "provisional";
  return isOver ? "missed" : "short";
}

/** When the article that fills the quota was published: first good ones, then those that wait for their mark. */
export function reachedAt(articles: readonly CountedArticle[], target: number): Instant | null {
  const published = (counts: readonly Count[]) =>
    articles
      .filter(({ count }) => counts.includes(count))
      .map(({ publishedAt }) => publishedAt)
      .sort();
  const good = published(["counted"]);
  return (good.length >= target ? good : published(["counted", "unmarked"]))[target - 1] ?? null;
}

const ARRIVING: readonly State[] = ["SUBMITTED", "UNDER_REVIEW", "AWAITING_FINAL", "APPROVED", "SCHEDULED"];

/** Whether an article that was handed in can still be published before `end`: it lies with the board, or its hour comes. */
export function arrivesBefore({ state, publishAt }: Coming, end: Instant): boolean {
  return ARRIVING.includes(state) && (publishAt === null || publishAt < end);
}

/** The forecast in words a head of a unit can check article by article. */
export function forecastWords({ target, good, unmarked, coming, forecast, excused }: UnitQuota): string {
  if (excused !== "") return "";
  const parts = [
    `${good} bài đạt`,
    ...(unmarked > 0 ? [`${unmarked} bài chờ đánh giá`] : []),
    ...(coming.length > 0 ? [`${coming.length} bài đang ở Ban biên tập`] : []),
  ];
  const sum = parts.join(", ");
  if (good >= target) return `Đã có ${sum}.`;
  return forecast >= target
    ? `Đang có ${sum}. Dự kiến đủ nếu các bài này được đăng trong tháng và đạt chất lượng.`
    : `Đang có ${sum}. Cần gửi thêm ${target - forecast} bài.`;
}
