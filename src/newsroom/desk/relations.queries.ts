import type { Selectable } from "kysely";
import type { Actor } from "../../board/actor.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Id } from "../../kernel/ids.ts";
import type { State } from "../../regulation/states.ts";
import type { Db } from "../../storage/database.ts";
import type { EditionTable } from "../tables.ts";
import { visibleTo } from "../visibility.queries.ts";
import { copiedEdition, copyNote } from "./copy-note.ts";

export interface OtherEdition {
  readonly edition: Id;
  readonly number: number;
  readonly title: string;
  readonly state: State;
  readonly since: Instant;
}

/** The other texts of the same article: what is live, what was replaced, what is being corrected. */
export async function readOtherEditions(db: Db, by: Actor, row: Selectable<EditionTable>): Promise<OtherEdition[]> {
  const rows = await editions(db, by)
    .where("edition.article_id", "=", row.article_id)
    .where("edition.id", "<>", row.id)
    .orderBy("edition.number")
    .execute();
  return rows.map(other);
}

/** From which cancelled article this one was copied, and which were copied from it; links only to what may be read. */
export async function readWhereCopied(
  db: Db,
  by: Actor,
  row: Selectable<EditionTable>,
  note: string,
): Promise<{ copiedFrom: OtherEdition | null; copies: OtherEdition[] }> {
  const from = copiedEdition(note);
  const source = from ? await editions(db, by).where("edition.id", "=", from).executeTakeFirst() : undefined;
  const ended = row.state === "CANCELLED" || row.state === "WITHDRAWN";
  const copies = ended
    ? await editions(db, by)
        .innerJoin("edition_version", "edition_version.edition_id", "edition.id")
        .where("edition_version.version", "=", 1)
        .where("edition_version.note", "=", copyNote(row.id))
        .execute()
    : [];
  return { copiedFrom: source ? other(source) : null, copies: copies.map(other) };
}

function editions(db: Db, by: Actor) {
  return db
    .selectFrom("edition")
    .innerJoin("article", "article.id", "edition.article_id")
    .innerJoin("category", "category.id", "edition.category_id")
    .select(["edition.id", "edition.number", "edition.title", "edition.state", "edition.state_since"])
    .where(visibleTo(by));
}

function other(row: Pick<Selectable<EditionTable>, "id" | "number" | "title" | "state" | "state_since">): OtherEdition {
  return {
    edition: row.id,
    number: row.number,
    title: row.title,
    state: row.state as State,
    since: row.state_since,
  };
}
