import { addDays, type Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Relation, RelationKind } from "./document.ts";

/** What validity is computed from. */
export interface Dated {
  readonly id: Id;
  readonly effectiveOn: Day;
  /** Last day in force by its own words. */
  readonly effectiveTo: Day | null;
}

export type ValidityState = "NOT_YET" | "IN_FORCE" | "AMENDED" | "EXPIRED";

export interface Validity {
  readonly state: ValidityState;
  /** Since when it is in this state; for one not yet in force, when it will be. */
  readonly since: Day;
  /** EXPIRED: what ended it; null when its own last day passed. AMENDED: the latest amendment. */
  readonly by: Relation | null;
}

/** Kinds of relation that end the other document. They must not go in a circle. */
const ENDING: readonly RelationKind[] = ["REPLACES", "ABOLISHES"];
export const isEnding = (kind: RelationKind): boolean => ENDING.includes(kind);

interface End {
  /** First day on which the document is no longer in force. */
  readonly day: Day;
  readonly by: Relation | null;
}

/**
 * The validity of every document on `day` (REQ-071), computed from dates and relations alone and never stored.
 *
 * A document ends the day after its own last day, or on the day from which another replaces or abolishes it, whichever
 * is first. A relation counts only if the document it comes from is in force on its day: what was abolished before it
 * took effect has replaced nothing. Once ended, a document stays ended: a replacement that ends brings nothing back.
 */
export function validityOn(
  documents: readonly Dated[],
  relations: readonly Relation[],
  day: Day,
): ReadonlyMap<Id, Validity> {
  const known = new Map(documents.map((document) => [document.id, document]));
  const incoming = Map.groupBy(relations, ({ to }) => to);
  const ends = new Map<Id, End | null>();
  const underWay = new Set<Id>();

  const counts = (relation: Relation): boolean => {
    const source = known.get(relation.from);
    if (!source || source.effectiveOn > relation.on) return false;
    const end = endOf(source);
    return end === null || relation.on < end.day;
  };

  function endOf(document: Dated): End | null {
    const ready = ends.get(document.id);
    if (ready !== undefined) return ready;
    // A circle cannot be entered; met in old data, it ends nothing.
    if (underWay.has(document.id)) return null;
    underWay.add(document.id);
    const own: End[] = document.effectiveTo === null ? [] : [{ day: addDays(document.effectiveTo, 1), by: null }];
    const others = (incoming.get(document.id) ?? [])
      .filter((relation) => isEnding(relation.kind) && relation.from !== document.id && counts(relation))
      .map((by): End => ({ day: by.on, by }));
    const first = [...own, ...others].sort(earlier)[0] ?? null;
    underWay.delete(document.id);
    ends.set(document.id, first);
    return first;
  }

  return new Map(
    documents.map((document): [Id, Validity] => {
      const end = endOf(document);
      if (end !== null && end.day <= day) return [document.id, { state: "EXPIRED", since: end.day, by: end.by }];
      if (day < document.effectiveOn) return [document.id, { state: "NOT_YET", since: document.effectiveOn, by: null }];
      const amended = (incoming.get(document.id) ?? [])
        .filter((relation) => relation.kind === "AMENDS" && relation.on <= day && counts(relation))
        .sort((a, b) => compare(b.on, a.on) || compare(a.id, b.id))[0];
      return amended
        ? [document.id, { state: "AMENDED", since: amended.on, by: amended }]
        : [document.id, { state: "IN_FORCE", since: document.effectiveOn, by: null }];
    }),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Of two ends on one day the one by another document is told, then by the order of ids, so that it is always the same. */
const earlier = (a: End, b: End): number =>
  compare(a.day, b.day) || Number(a.by === null) - Number(b.by === null) || compare(a.by?.id ?? "", b.by?.id ?? "");

/** Whether a new ending relation would make a document end, over others, itself. */
export function makesCircle(relations: readonly Relation[], from: Id, to: Id): boolean {
  const next = Map.groupBy(
    relations.filter(({ kind }) => isEnding(kind)),
    (relation) => relation.from,
  );
  const seen = new Set<Id>();
  const waiting = [to];
  while (waiting.length > 0) {
    const id = waiting.pop()!;
    if (id === from) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(next.get(id) ?? []).map((relation) => relation.to));
  }
  return false;
}
