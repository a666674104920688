import type { Day, Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { WorkCalendar } from "../kernel/working-days.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Settings } from "../settings/settings.ts";
import type { Db } from "../storage/database.ts";
import type { Term } from "./rhythm.ts";

/** What the regulation wants done, as data: the clock, the notices, the pages and the reports read the same row. */
export interface Duty {
  /** `monthly-report`; never changed once used. */
  readonly key: string;
  readonly clause: string;
  /** As whoever owes it reads it: "Báo cáo tháng gửi Trưởng Ban biên tập". */
  readonly name: string;
  readonly hat: Hat;
  /** When it falls due, in words: "Ngày 25 hằng tháng". */
  readonly when: string;
  /** Evidence that closes it, in words: "Báo cáo đã nộp". */
  readonly closedBy: string;
  /**
   * Hours before the last instant at which whoever owes it is reminded; none where the menu's number is enough. Whole
   * days: when that working day begins.
   */
  readonly remindHours: readonly number[];
  /** Who is told once it is late; null when it stays with whoever owes it. */
  readonly escalateTo: Hat | null;
}

/** One time that a duty is owed by somebody. Computed from the facts of its room whenever it is asked for. */
export interface DutyItem {
  /** Key of the duty. */
  readonly duty: string;
  /** Its period names it for ever: who was told of it is not told again. A new last instant that counts anew is a new period. */
  readonly term: Term;
  /** Id of what it is about (an event, a question, a unit), "" where the period alone names it. */
  readonly subject: Id;
  /** What it is about, in words; "" where the period says it. */
  readonly about: string;
  /** The unit whose head owes it; null when all wearers of the hat do. */
  readonly unit: Id | null;
  /** Those who owe it by name; empty when it is owed by hat and unit. */
  readonly people: readonly Id[];
  /** When the evidence that closes it was written. */
  readonly doneAt: Instant | null;
  /** Why nobody owes it after all ("Sự kiện đã hủy: …"); "" when it is owed. */
  readonly excused: string;
  /** Where it is done, on the desk. */
  readonly href: string;
}

export interface DutyQuestion {
  readonly db: Db;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
  /** Items whose last instant lies in these days, both included; also days to come. */
  readonly from: Day;
  readonly to: Day;
  /** Only what may still have to be done is asked for; a source that gives more does no harm. */
  readonly unfinished?: true;
}

/** A room's duties and how they stand (`src/<room>/duty-source.ts`, listed in `duties/sources.ts`). */
export interface DutySource {
  readonly duties: readonly Duty[];
  items(question: DutyQuestion): Promise<readonly DutyItem[]>;
}
