import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import type { ActingHat } from "../regulation/hats.ts";

/** What must be known of an edition to say who may read it at the desk. */
export interface VisibleFacts {
  readonly unit: Id;
  readonly field: Id | null;
  readonly author: Id;
  readonly articleAuthor: Id;
  readonly submittedTo: Id | null;
  readonly claimedBy: Id | null;
}

/** Hats that read every article: who decides on all of them, runs the portal, directs it or inspects it (Đ5.k2, Đ9, Đ11, Đ12, Đ22). */
export const SEES_ALL: readonly ActingHat[] = [
  "STANDING_DEPUTY",
  "CHIEF",
  "SECRETARY",
  "ADMIN",
  "DIRECTOR",
  "INSPECTOR",
  "SYSTEM",
];

/**
 * Whether an article may be read at the desk in this hat (law.md §11). Everybody reads what he wrote; a head what his
 * unit writes; a deputy what is in his charge or was put into his hands. Whoever may act may also read.
 * Its twin is the filter of `visibility.queries.ts`.
 */
export function canSee(facts: VisibleFacts, by: Actor): boolean {
  if (SEES_ALL.includes(by.hat)) return true;
  if (by.person === facts.author || by.person === facts.articleAuthor) return true;
  if (by.hat === "MEMBER") return by.units.includes(facts.unit);
  if (by.hat !== "DEPUTY") return false;
  return (
    by.units.includes(facts.unit) ||
    (facts.field !== null && by.fields.includes(facts.field)) ||
    by.person === facts.submittedTo ||
    by.person === facts.claimedBy
  );
}
