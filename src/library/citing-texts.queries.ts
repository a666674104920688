import type { Db } from "../storage/database.ts";
import type { CitingText } from "./citations.ts";

/**
 * Everything public that search knows and that has a slash in it, as a number and symbol has: articles, pages,
 * procedures, answers, disclosure, with the words of their files and the unit that owns them. Documents of the library
 * themselves say what they rest on by relations.
 */
export async function citingTexts(db: Db): Promise<CitingText[]> {
  const rows = await db
    .selectFrom("search_entry")
    .select(["kind", "subject", "path", "title", "summary", "body", "unit"])
    .where("kind", "<>", "document")
    .where((is) => is.or(["title", "summary", "body"].map((column) => is(column as "title", "like", "%/%"))))
    .orderBy("day", "desc")
    .orderBy("path")
    .execute();
  return rows.map(({ kind, subject, path, title, summary, body, unit }) => ({
    id: `${kind}:${subject}`,
    title,
    href: path,
    unit,
    text: [title, summary, body].join("\n"),
  }));
}
