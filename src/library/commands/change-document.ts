import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { indexEntry } from "../../search/questions.ts";
import { type DocumentContent, documentHash, type LibraryDocument } from "../document.ts";
import { documentById, type Library, readLibrary, readShelves } from "../documents.queries.ts";
import { LIBRARY_TAG } from "../paths.ts";
import {
  type DocumentInput,
  judgeDocument,
  keeperRefusals,
  no,
  noteRefusals,
  orderRefusals,
  type Shelves,
} from "../rules.ts";
import { documentEntry } from "../search-source.ts";
import { columnsOf, saveWording } from "../store.ts";

export interface DocumentChange extends DocumentInput {
  readonly document: Id;
  /** The version the person began from. */
  readonly baseVersion: number;
  /** What was changed; asked for once the document is public. */
  readonly note: string;
}

interface State {
  readonly document: LibraryDocument | null;
  readonly shelves: Shelves;
  readonly library: Library;
}

interface Changed {
  readonly document: Id;
  readonly version: number;
  readonly content: DocumentContent;
  readonly note: string;
  readonly isPublic: boolean;
  readonly isUnchanged: boolean;
}

/** Keeps a new wording of a document; what it said before stays (Đ13.k1.b). A public one changes only with a note. */
export const changeDocument: Command<DocumentChange, State, Changed> = {
  name: "document.change",
  load: async ({ tx }, { document }) => ({
    document: await documentById(tx, document),
    shelves: await readShelves(tx),
    library: await readLibrary(tx),
  }),
  decide({ document, shelves, library }, input, by) {
    if (!document) return refused([no("docUnknown", "REQ-082")]);
    const { content, refusals } = judgeDocument(input, shelves, document.id);
    const isUnchanged = documentHash(content) === documentHash(wordingOf(document));
    const note = normalizeLine(input.note);
    const all = [
      ...keeperRefusals(by, document.unit, document.field),
      ...(content.unit === document.unit ? [] : keeperRefusals(by, content.unit, content.field)),
      ...refusals,
      ...orderRefusals(content, document.id, library.documents, library.relations),
      ...(isUnchanged ? [] : noteRefusals(document.isPublic, note)),
      ...(input.baseVersion === document.version || isUnchanged
        ? []
        : [no("docChangedMeanwhile", "Đ13.k1.b", { version: String(document.version) })]),
    ];
    if (all.length > 0) return refused(all);
    const { id, version, isPublic } = document;
    return done({ document: id, version: version + 1, content, note, isPublic, isUnchanged });
  },
  evidence: ({ document, version, content, note, isUnchanged }) =>
    isUnchanged
      ? null
      : {
          act: "document.change",
          subject: `document:${document}`,
          clause: "Đ13.k1.b",
          content: { version, number: content.number, hash: documentHash(content), ...(note ? { note } : {}) },
        },
  async write({ tx, by, at }, { document, version, content, note, isPublic }, _, seq) {
    await saveWording(tx, { document, version, content, by, at, note, seq });
    await tx
      .updateTable("document")
      .set({ version, ...columnsOf(content) })
      .where("id", "=", document)
      .execute();
    if (!isPublic) return [];
    await indexEntry(tx, await documentEntry(tx, document));
    return [{ kind: "pages", tags: [LIBRARY_TAG] }];
  },
};

function wordingOf(document: LibraryDocument): DocumentContent {
  const { kind, number, typed, issuedOn, issuer, signer, abstract, effectiveOn, effectiveTo } = document;
  const { field, unit, earlyReason, text } = document;
  return {
    ...{ kind, number, typed, issuedOn, issuer, signer, abstract, effectiveOn, effectiveTo },
    ...{ field, unit, earlyReason, text },
  };
}
