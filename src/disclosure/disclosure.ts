import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { DisclosureContent } from "./content.ts";
import { isFilled } from "./content.ts";
import { type DatedRule, type DueRule, firstYearOf, lastDayOf, type Period, type SchoolYear } from "./due.ts";
import type { EntryFacts, EntryState } from "./rules.ts";

export interface Regime {
  readonly id: Id;
  readonly name: string;
  readonly citation: string;
  readonly fromYear: number;
  readonly toYear: number | null;
}

/** Nội dung công khai, with the rule it rests on. */
export interface Item extends DueRule {
  readonly id: Id;
  readonly regime: Regime;
  /** Its part of the address, for ever. */
  readonly code: string;
  readonly group: string;
  readonly groupTitle: string;
  readonly title: string;
  readonly citation: string;
  readonly period: Period;
  readonly forms: string;
  readonly unit: Id | null;
  readonly note: string;
  /** First and last school year that ask for it, where these differ from the regime's. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Every rule of due days it had, in order of day; the newest is also its own `dueMonth`, `dueDay`, `changeDays`. */
  readonly rules: readonly DatedRule[];
  /** Every name it had, in order of day. */
  readonly titles: readonly { readonly from: Day | ""; readonly title: string }[];
}

/** What an item was called in a school year: a name given after its end does not reach back. */
export function titleIn({ titles, title }: Pick<Item, "title" | "titles">, year: SchoolYear): string {
  return titles.findLast(({ from }) => from <= lastDayOf(year))?.title ?? title;
}

type Span = { readonly fromYear: number | null; readonly toYear: number | null };

const covers = ({ fromYear, toYear }: Span, first: number) =>
  (fromYear === null || fromYear <= first) && (toYear === null || first <= toYear);

/** Whether an item is asked for in this year: by its regime, and by its own years. */
export function isAsked(item: Span & { readonly regime: Span }, year: SchoolYear): boolean {
  const first = firstYearOf(year);
  return covers(item.regime, first) && covers(item, first);
}

/** Whether a new last year asks for the same as before in every year before `current`. */
export function keepsThePast(before: Span, after: Span, current: number): boolean {
  const begin = Math.min(before.fromYear ?? 2000, after.fromYear ?? 2000);
  return Array.from({ length: Math.max(0, current - begin) }, (_, n) => begin + n).every(
    (first) => covers(before, first) === covers(after, first),
  );
}

export interface Entry {
  readonly id: Id;
  readonly item: Id;
  readonly year: SchoolYear;
  readonly version: number;
  readonly state: EntryState;
  readonly content: DisclosureContent;
  readonly hash: string;
  readonly unit: Id;
  readonly preparedBy: Id;
  readonly preparedAt: string;
  readonly approvedBy: Id | null;
  readonly approvedAt: string | null;
  readonly approvedHash: string | null;
  readonly publishedBy: Id | null;
  readonly publishedAt: string | null;
  readonly supersededBy: Id | null;
}

export const isPublic = ({ state }: Pick<Entry, "state">): boolean => state === "PUBLISHED" || state === "SUPERSEDED";

export const factsOf = (entry: Entry): EntryFacts => ({
  state: entry.state,
  unit: entry.unit,
  preparedBy: entry.preparedBy,
  hash: entry.hash,
  approvedHash: entry.approvedHash,
  version: entry.version,
  isFilled: isFilled(entry.content),
  hasTitle: entry.content.title.trim() !== "",
  hasChangeNote: entry.content.changeNote.trim() !== "",
});
