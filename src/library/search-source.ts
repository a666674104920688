import type { Id } from "../kernel/ids.ts";
import { fileTexts } from "../media/store.ts";
import type { SearchEntry } from "../search/questions.ts";
import type { SearchSource } from "../search/rebuild.ts";
import type { Tx } from "../storage/database.ts";
import { currentFiles, DOCUMENT_KINDS, documentName } from "./document.ts";
import { documentById, filesOfDocument } from "./documents.queries.ts";
import { LIBRARY_PATHS } from "./paths.ts";

/** A public document as search knows it: number, abstract, who issued it, then its words and those of its files. */
export async function documentEntry(tx: Tx, id: Id): Promise<SearchEntry> {
  const document = await documentById(tx, id);
  if (!document?.slug) throw new Error(`Document ${id} is not public`);
  const unit = await tx.selectFrom("unit").select("name").where("id", "=", document.unit).executeTakeFirstOrThrow();
  const files = currentFiles(await filesOfDocument(tx, id));
  const read = await fileTexts(
    tx,
    files.map(({ hash }) => hash),
  );
  const { issuer, signer, text } = document;
  const words = files.flatMap(({ title, hash }) => [title, read.get(hash)?.text ?? ""]);
  return {
    kind: "document",
    id,
    path: LIBRARY_PATHS.document(document.slug),
    title: `${documentName(document)}: ${document.abstract}`,
    summary: `${issuer}. Người ký: ${signer}.`,
    body: [text, ...words].filter((part) => part !== "").join("\n\n"),
    day: document.issuedOn,
    category: DOCUMENT_KINDS[document.kind],
    unit: unit.name,
    number: document.number,
  };
}

/** Every public document, for making the index anew. */
export const DOCUMENTS: SearchSource = {
  kind: "document",
  ids: async (tx) =>
    (await tx.selectFrom("document").select("id").where("state", "=", "PUBLIC").orderBy("id").execute()).map(
      ({ id }) => id,
    ),
  entry: documentEntry,
};
