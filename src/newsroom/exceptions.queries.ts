import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Act } from "../regulation/article-moves.ts";
import type { Db } from "../storage/database.ts";

/** A step that one person did where two should have. */
export interface ExceptionUsed {
  readonly id: Id;
  readonly edition: Id;
  readonly title: string;
  readonly act: Act;
  readonly name: string;
  readonly hat: string;
  readonly at: Instant;
  readonly reason: string;
}

/** Every exception ever used, latest first: for the monthly report, and for whoever answers for the board. */
export async function readExceptions(db: Db): Promise<ExceptionUsed[]> {
  const rows = await db
    .selectFrom("edition_move")
    .innerJoin("edition", "edition.id", "edition_move.edition_id")
    .innerJoin("person", "person.id", "edition_move.person_id")
    .select([
      "edition_move.id",
      "edition_move.edition_id as edition",
      "edition.title",
      "edition_move.act",
      "person.full_name as name",
      "edition_move.hat",
      "edition_move.at",
      "edition_move.exception_reason as reason",
    ])
    .where("edition_move.exception_reason", "is not", null)
    .orderBy("edition_move.at", "desc")
    .orderBy("edition_move.id")
    .execute();
  return rows.map((row) => ({ ...row, act: row.act as Act, reason: row.reason ?? "" }));
}
