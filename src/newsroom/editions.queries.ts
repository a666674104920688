import type { Selectable } from "kysely";
import type { Id } from "../kernel/ids.ts";
import type { Act } from "../regulation/article-moves.ts";
import type { State } from "../regulation/states.ts";
import type { Db, Tx } from "../storage/database.ts";
import type { ArticleContent } from "./content.ts";
import type { EditionFacts, MoveInput, Origin } from "./facts.ts";
import { type EditionIdentity, foldHistory, type HistoryEntry } from "./history.ts";
import type { ArticleTable, EditionTable } from "./tables.ts";

export interface LoadedEdition {
  readonly row: Selectable<EditionTable>;
  readonly article: Selectable<ArticleTable>;
  readonly identity: EditionIdentity;
  readonly entries: readonly HistoryEntry[];
  readonly facts: EditionFacts;
  readonly content: ArticleContent;
}

/** An edition with its text and the facts folded from its own history, or null when there is none of this id. */
export async function loadEdition(db: Db | Tx, id: Id): Promise<LoadedEdition | null> {
  const row = await db.selectFrom("edition").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  const article = await db.selectFrom("article").selectAll().where("id", "=", row.article_id).executeTakeFirstOrThrow();
  const version = await db
    .selectFrom("edition_version")
    .select("content")
    .where("edition_id", "=", id)
    .where("version", "=", row.version)
    .executeTakeFirstOrThrow();
  const identity = identityOf(row, article);
  const entries = await readHistory(db, id);
  return {
    row,
    article,
    identity,
    entries,
    facts: foldHistory(identity, entries),
    content: JSON.parse(version.content) as ArticleContent,
  };
}

export function identityOf(
  edition: Pick<EditionTable, "id" | "article_id" | "number" | "unit_id" | "author_id">,
  article: Pick<ArticleTable, "origin" | "author_id">,
): EditionIdentity {
  return {
    edition: edition.id,
    article: edition.article_id,
    number: edition.number,
    origin: article.origin as Origin,
    unit: edition.unit_id,
    author: edition.author_id,
    articleAuthor: article.author_id,
  };
}

/** What happened to an edition, in order; a version comes before the move recorded with it. */
export async function readHistory(db: Db | Tx, id: Id): Promise<HistoryEntry[]> {
  const versions = await db
    .selectFrom("edition_version")
    .select(["version", "hash", "saved_by", "in_state", "evidence_seq", "content"])
    .where("edition_id", "=", id)
    .execute();
  const moves = await db.selectFrom("edition_move").selectAll().where("edition_id", "=", id).execute();
  const fields = new Map(
    (await db.selectFrom("category").select(["id", "field_id"]).execute()).map((row) => [row.id, row.field_id]),
  );
  const entries: HistoryEntry[] = [
    ...versions.map((row) => ({
      kind: "version" as const,
      seq: row.evidence_seq,
      version: row.version,
      hash: row.hash,
      person: row.saved_by,
      inState: row.in_state as State,
      field: fields.get((JSON.parse(row.content) as ArticleContent).category) ?? null,
    })),
    ...moves.map((row) => ({
      kind: "move" as const,
      seq: row.evidence_seq,
      act: row.act as Act,
      from: row.from_state as State | null,
      to: row.to_state as State,
      person: row.person_id,
      hash: row.hash,
      at: row.at,
      input: JSON.parse(row.input) as MoveInput,
    })),
  ];
  return entries.sort((a, b) => a.seq - b.seq || rank(a) - rank(b));
}

/** Within one act: the version, then the move made with it; a text replaced comes after the one that replaces it. */
const rank = (entry: HistoryEntry) => (entry.kind === "version" ? 0 : 1);
