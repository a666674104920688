import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

/** A released answer as the public reads it. */
export interface PublicAnswer {
  readonly number: number;
  readonly kind: string;
  readonly unit: string | null;
  readonly question: string;
  readonly answer: string;
  readonly askedOn: string;
  readonly publishedAt: string;
  readonly takenDownAt: string | null;
  readonly takedownReason: string | null;
}

const COLUMNS = [
  "number",
  "published_answer.kind",
  "question",
  "answer",
  "asked_on",
  "published_at",
  "taken_down_at",
  "takedown_reason",
] as const;

/** One page of what was answered for everybody, or by one unit; newest first. */
export async function answersOnPage(
  db: Db,
  unit: Id | null,
  { limit, offset }: { limit: number; offset: number },
): Promise<PublicAnswer[]> {
  const rows = await shown(db, unit)
    .leftJoin("unit", "unit.id", "published_answer.unit_id")
    .select([...COLUMNS, "unit.name as unit"])
    .orderBy("published_at", "desc")
    .orderBy("number", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(publicAnswer);
}

export async function countAnswers(db: Db, unit: Id | null): Promise<number> {
  const row = await shown(db, unit)
    .select((is) => is.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function answerByNumber(db: Db, number: number): Promise<PublicAnswer | null> {
  const row = await db
    .selectFrom("published_answer")
    .leftJoin("unit", "unit.id", "published_answer.unit_id")
    .select([...COLUMNS, "unit.name as unit"])
    .where("number", "=", number)
    .executeTakeFirst();
  return row ? publicAnswer(row) : null;
}

/** The article by which the centre also answered it before everybody, if it named one (REQ-020). */
export async function articleOfAnswer(db: Db, number: number): Promise<Id | null> {
  const row = await db
    .selectFrom("published_answer")
    .innerJoin("enquiry", "enquiry.id", "published_answer.enquiry_id")
    .select("enquiry.article_id")
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.article_id ?? null;
}

/** Addresses of all that may be read, for the sitemap. */
export async function answerNumbers(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom("published_answer")
    .select("number")
    .where("taken_down_at", "is", null)
    .orderBy("number", "desc")
    .limit(4_000)
    .execute();
  return rows.map(({ number }) => number);
}

function shown(db: Db, unit: Id | null) {
  const query = db.selectFrom("published_answer").where("taken_down_at", "is", null);
  return unit ? query.where("published_answer.unit_id", "=", unit) : query;
}

interface Row {
  number: number;
  kind: string;
  unit: string | null;
  question: string;
  answer: string;
  asked_on: string;
  published_at: string;
  taken_down_at: string | null;
  takedown_reason: string | null;
}

const publicAnswer = (row: Row): PublicAnswer => ({
  number: row.number,
  kind: row.kind,
  unit: row.unit,
  question: row.question,
  answer: row.answer,
  askedOn: row.asked_on,
  publishedAt: row.published_at,
  takenDownAt: row.taken_down_at,
  takedownReason: row.takedown_reason,
});
