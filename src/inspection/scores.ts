import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { WorkCalendar } from "../kernel/working-days.ts";
import type { Settings } from "../settings/settings.ts";
import type { Db } from "../storage/database.ts";

/** One thing that was owed or supplied, and whether it was as it should be. */
export interface ScoreLine {
  readonly what: string;
  readonly day: Day | "";
  readonly isMet: boolean;
  /** Why not, or what speaks for it. */
  readonly note: string;
  /** Page of the desk that shows it, "" for none. */
  readonly href: string;
}

/** An article of the sample that an inspector has read. */
export interface CheckedArticle {
  readonly article: Id;
  readonly isRight: boolean;
  readonly note: string;
}

export interface ScoreQuestion {
  readonly db: Db;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
  /** Days of the period, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly units: readonly Id[];
  /** What inspectors found in the articles of the sample; empty outside of an inspection. */
  readonly checked: readonly CheckedArticle[];
}

/** How one criterion is computed from what the portal knows. Listed in `criterion-sources.ts`. */
export interface CriterionSource {
  readonly key: string;
  readonly name: string;
  readonly clause: string;
  /** What counts, in words: shown wherever the points are. */
  readonly how: string;
  /** The lines of every unit asked for; a unit without a line owed nothing. */
  lines(question: ScoreQuestion): Promise<ReadonlyMap<Id, readonly ScoreLine[]>>;
}

/** Hundredths of a criterion that its lines reach: the share of those met; all of it where nothing was owed. */
export function reachedBy(lines: readonly ScoreLine[]): number {
  if (lines.length === 0) return 100;
  return Math.round((100 * lines.filter(({ isMet }) => isMet).length) / lines.length);
}

export interface Criterion {
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  /** "" when inspectors mark it. */
  readonly source: string;
  readonly guide: string;
}

export interface Score {
  readonly unit: Id;
  readonly criterion: string;
  readonly weight: number;
  readonly reached: number;
  readonly lines: readonly ScoreLine[];
}

/** Points of a score: weight × hundredths, with two decimals at most. */
export const pointsOf = ({ weight, reached }: Pick<Score, "weight" | "reached">): number => (weight * reached) / 100;

/** Points of a unit together, of 100. */
export const totalOf = (scores: readonly Score[], unit: Id): number =>
  scores.filter((score) => score.unit === unit).reduce((sum, score) => sum + score.weight * score.reached, 0) / 100;

/** Places by points: who is equal shares a place, and the next one is left out. */
export function placesOf<Key>(totals: readonly (readonly [Key, number])[]): Map<Key, number> {
  return new Map(totals.map(([key, total]) => [key, 1 + totals.filter(([, other]) => other > total).length]));
}
