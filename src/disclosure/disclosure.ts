import type { Id } from "../kernel/ids.ts";
import type { DisclosureContent } from "./content.ts";
import { isFilled } from "./content.ts";
import type { DueRule, Period, SchoolYear } from "./due.ts";
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
