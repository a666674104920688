import { addSeconds, type Instant } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";

/** Seconds after which somebody who has given no sign is taken to have left. */
export const GONE_AFTER = 120;

export interface Present {
  readonly person: Id;
  readonly name: string;
  /** Since when without a longer break. */
  readonly since: Instant;
}

/**
 * Who has an article open for writing just now, in this process's memory: a courtesy between colleagues. Nothing rests
 * on it; what keeps two people's words apart are their working copies and the version each began from.
 */
export interface Presence {
  note(edition: Id, person: Id, name: string, at: Instant): void;
  others(edition: Id, person: Id, at: Instant): Present[];
}

export function openPresence(): Presence {
  const present = new Map<Id, Map<Id, Present & { readonly last: Instant }>>();

  function here(edition: Id, at: Instant) {
    const people = present.get(edition);
    const gone = addSeconds(at, -GONE_AFTER);
    for (const [person, { last }] of people ?? []) if (last < gone) people?.delete(person);
    if (people?.size === 0) present.delete(edition);
    return present.get(edition);
  }

  return {
    note(edition, person, name, at) {
      const people = here(edition, at) ?? new Map();
      people.set(person, { person, name, since: people.get(person)?.since ?? at, last: at });
      present.set(edition, people);
    },
    others: (edition, person, at) =>
      [...(here(edition, at)?.values() ?? [])]
        .filter((one) => one.person !== person)
        .map(({ person: id, name, since }) => ({ person: id, name, since })),
  };
}
