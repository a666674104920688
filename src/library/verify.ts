import { canonicalJson, sha256 } from "../kernel/ids.ts";
import type { Db } from "../storage/database.ts";
import type { DocumentContent } from "./document.ts";
import { columnsOf } from "./store.ts";

/** What is wrong first, or null. */
export interface LibraryVerdict {
  readonly documents: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/** Whether every document reads as its newest version does, and every version as the log says it was saved. */
export async function verifyLibrary(db: Db): Promise<LibraryVerdict> {
  const documents = await db.selectFrom("document").selectAll().orderBy("id").execute();
  const bad = (id: string, why: string) => ({
    documents: documents.length,
    bad: { row: `văn bản ${id} (document)`, why },
  });
  const versions = await db
    .selectFrom("document_version")
    .innerJoin("evidence", "evidence.seq", "document_version.evidence_seq")
    .select([
      "document_id",
      "version",
      "document_version.content",
      "document_version.hash",
      "evidence.content as logged",
    ])
    .execute();
  for (const { document_id, version, content, hash, logged } of versions) {
    if (sha256(content) !== hash) return bad(document_id, `bản ${version} không khớp mã băm của nó`);
    if ((JSON.parse(logged) as { hash?: string }).hash !== hash)
      return bad(document_id, `bản ${version} khác bản đã ghi trong nhật ký`);
  }
  for (const document of documents) {
    const newest = versions.find((one) => one.document_id === document.id && one.version === document.version);
    if (!newest) return bad(document.id, "không có bản ghi của phiên bản đang dùng");
    const said = columnsOf(JSON.parse(newest.content) as DocumentContent);
    const shown = Object.fromEntries(Object.keys(said).map((name) => [name, document[name as keyof typeof said]]));
    if (canonicalJson(said) !== canonicalJson(shown)) return bad(document.id, "khác với phiên bản mới nhất");
  }
  return { documents: documents.length, bad: null };
}
