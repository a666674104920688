import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";

/**
 * Which version of an edition a person last dealt with: saved, moved, commented on, or said to have read. Looking alone
 * is not recorded, for a page that is opened changes nothing; so "what is new" stays in sight until it was dealt with.
 */
export async function markSeen(tx: Tx, edition: Id, person: Id, version: number, at: Instant): Promise<void> {
  await tx
    .insertInto("seen")
    .values({ edition_id: edition, person_id: person, version, seen_at: at })
    .onConflict((conflict) => conflict.columns(["edition_id", "person_id"]).doUpdateSet({ version, seen_at: at }))
    .execute();
}

export interface Seen {
  readonly person: Id;
  readonly name: string;
  readonly version: number;
  readonly at: Instant;
}

/** Everybody who has dealt with the edition, latest first. */
export function readSeen(db: Db, edition: Id): Promise<Seen[]> {
  return db
    .selectFrom("seen")
    .innerJoin("person", "person.id", "seen.person_id")
    .select(["person.id as person", "person.full_name as name", "seen.version", "seen.seen_at as at"])
    .where("seen.edition_id", "=", edition)
    .orderBy("seen.seen_at", "desc")
    .orderBy("person.id")
    .execute();
}
