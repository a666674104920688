import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Act } from "../regulation/article-moves.ts";
import type { Db } from "../storage/database.ts";

/** A step that one person did where two should have. */
export interface ExceptionUsed {
  readonly id: Id;
  /** An article's edition, or what the public sent: then its title is the receipt code. */
  readonly about: { readonly edition: Id } | { readonly slip: Id };
  readonly title: string;
  /** Of an article; an answer to the public knows only its release. */
  readonly act: Act | "release";
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
  const slips = await db
    .selectFrom("slip_move")
    .innerJoin("enquiry", "enquiry.id", "slip_move.slip_id")
    .innerJoin("person", "person.id", "slip_move.person_id")
    .select(["slip_move.id", "slip_id as slip", "enquiry.code as title", "person.full_name as name"])
    .select(["slip_move.hat", "slip_move.at", "exception_reason as reason"])
    .where("exception_reason", "is not", null)
    .execute();
  return [
    ...rows.map(({ edition, ...row }) => ({
      ...row,
      about: { edition },
      act: row.act as Act,
      reason: row.reason ?? "",
    })),
    ...slips.map(({ slip, ...row }) => ({
      ...row,
      about: { slip },
      act: "release" as const,
      reason: row.reason ?? "",
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
}
