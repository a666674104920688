import type { Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id } from "../kernel/ids.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { ArticleContent } from "./content.ts";

/**
 * Working copies: what a person has typed and not yet saved. Each person has his own; none of them is a version, moves
 * an article or is seen by the rules, so keeping one passes no door and leaves no evidence.
 */
export interface WorkingCopy {
  readonly content: ArticleContent;
  /** The version it was begun from. */
  readonly baseVersion: number;
  readonly savedAt: Instant;
}

export async function readWorkingCopy(db: Db | Tx, edition: Id, person: Id): Promise<WorkingCopy | null> {
  const row = await db
    .selectFrom("working_copy")
    .select(["content", "base_version", "saved_at"])
    .where("edition_id", "=", edition)
    .where("person_id", "=", person)
    .executeTakeFirst();
  if (!row) return null;
  return {
    content: JSON.parse(row.content) as ArticleContent,
    baseVersion: row.base_version,
    savedAt: row.saved_at,
  };
}

/** Keeps what was typed in place of what the same person typed before. */
export async function keepWorkingCopy(tx: Tx, edition: Id, person: Id, copy: WorkingCopy): Promise<void> {
  const kept = { content: canonicalJson(copy.content), base_version: copy.baseVersion, saved_at: copy.savedAt };
  await tx
    .insertInto("working_copy")
    .values({ edition_id: edition, person_id: person, ...kept })
    .onConflict((conflict) => conflict.columns(["edition_id", "person_id"]).doUpdateSet(kept))
    .execute();
}

/** Once saved as a version, or thrown away by the person himself. */
export async function dropWorkingCopy(tx: Tx, edition: Id, person: Id): Promise<void> {
  await tx.deleteFrom("working_copy").where("edition_id", "=", edition).where("person_id", "=", person).execute();
}

export interface OtherWriter {
  readonly person: Id;
  readonly name: string;
  readonly since: Instant;
}

/** Who else has words in this edition that are not saved yet. */
export async function otherWriters(db: Db | Tx, edition: Id, person: Id): Promise<OtherWriter[]> {
  return db
    .selectFrom("working_copy")
    .innerJoin("person", "person.id", "working_copy.person_id")
    .select(["person.id as person", "person.full_name as name", "working_copy.saved_at as since"])
    .where("working_copy.edition_id", "=", edition)
    .where("working_copy.person_id", "<>", person)
    .orderBy("working_copy.saved_at")
    .execute();
}
