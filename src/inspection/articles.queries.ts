import { addDays, type Day, type Instant, startOfDay } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";

export interface UnitArticle {
  readonly id: Id;
  readonly unit: Id;
  readonly author: Id;
  readonly title: string;
  readonly publishedAt: Instant;
  /** The edition to open on the desk. */
  readonly edition: Id;
  /** Notes of the corrections that followed it, oldest first. */
  readonly corrections: readonly string[];
  /** Kind of reason for which it was taken down; null while it stands. */
  readonly takenDown: string | null;
}

/** What units put before the public for the first time from one day to another, both included, in that order. */
export async function articlesBetween(db: Db, from: Day, to: Day): Promise<UnitArticle[]> {
  const rows = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.article_id", "article.id")
    .select([
      ...(["article.id", "article.unit_id", "article.author_id", "article.first_published_at"] as const),
      ...(["article.publication", "article.takedown_reason"] as const),
      ...(["edition.id as edition", "edition.title", "edition.number", "edition.correction_note"] as const),
      "edition.published_at",
    ])
    .where("article.origin", "=", "unit")
    .where("article.first_published_at", ">=", startOfDay(from))
    .where("article.first_published_at", "<", startOfDay(addDays(to, 1)))
    .where("edition.published_at", "is not", null)
    .orderBy("article.first_published_at")
    .orderBy("article.id")
    .orderBy("edition.number")
    .execute();
  const found = new Map<Id, UnitArticle>();
  for (const row of rows) {
    const before = found.get(row.id);
    found.set(row.id, {
      id: row.id,
      unit: row.unit_id,
      author: row.author_id,
      title: row.title,
      publishedAt: row.first_published_at!,
      edition: row.edition,
      corrections: [
        ...(before?.corrections ?? []),
        ...(row.correction_note && row.number > 1 ? [row.correction_note] : []),
      ],
      takenDown: row.publication === "TAKEN_DOWN" ? (row.takedown_reason ?? "other") : null,
    });
  }
  return [...found.values()];
}
