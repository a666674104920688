import { readable } from "../board/rules.ts";
import { documentName, type LibraryDocument, RELATION_KINDS } from "./document.ts";
import type { RelationLine } from "./document-page.view.tsx";
import type { Library } from "./documents.queries.ts";

/** What a document has to do with others, seen from it, both ways. */
export function relationLines(
  { id }: Pick<LibraryDocument, "id">,
  { documents, relations }: Library,
  hrefOf: (other: LibraryDocument) => string,
): RelationLine[] {
  const known = new Map(documents.map((document) => [document.id, document]));
  return relations.flatMap((relation) => {
    if (relation.from !== id && relation.to !== id) return [];
    const other = known.get(relation.from === id ? relation.to : relation.from);
    if (!other) return [];
    const { says, by } = RELATION_KINDS[relation.kind];
    return [
      {
        id: relation.id,
        says: relation.from === id ? says : by,
        name: documentName(other),
        abstract: other.abstract,
        href: hrefOf(other),
        isOwn: relation.from === id,
        since: relation.kind === "GUIDES" || relation.kind === "BASED_ON" ? "" : readable(relation.on),
      },
    ];
  });
}
