import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { slug as slugOf } from "../../kernel/vietnamese.ts";
import { indexEntry } from "../../search/questions.ts";
import { DOCUMENT_KINDS, type LibraryDocument } from "../document.ts";
import { documentById, filesOfDocument } from "../documents.queries.ts";
import { LIBRARY_TAG } from "../paths.ts";
import { keeperRefusals, no } from "../rules.ts";
import { documentEntry } from "../search-source.ts";

interface State {
  readonly document: LibraryDocument | null;
  readonly files: number;
  readonly slugs: ReadonlySet<string>;
}

interface Published {
  readonly document: Id;
  readonly number: string;
  readonly slug: string;
}

/** Gives a document to the public, at an address that never changes again. Refuses one without a file (REQ-082). */
export const publishDocument: Command<{ readonly document: Id }, State, Published> = {
  name: "document.publish",
  async load({ tx }, input) {
    const document = await documentById(tx, input.document);
    const taken = await tx.selectFrom("document").select("slug").where("slug", "is not", null).execute();
    return {
      document,
      files: document ? (await filesOfDocument(tx, document.id)).length : 0,
      slugs: new Set(taken.flatMap(({ slug }) => slug ?? [])),
    };
  },
  decide({ document, files, slugs }, _, by) {
    if (!document) return refused([no("docUnknown", "REQ-082")]);
    const refusals = keeperRefusals(by, document.unit, document.field);
    if (document.isPublic) refusals.push(no("docAlreadyPublic", "Đ14.k3"));
    if (files === 0) refusals.push(no("docFileMissing", "REQ-082"));
    if (refusals.length > 0) return refused(refusals);
    return done({ document: document.id, number: document.number, slug: freeSlug(document, slugs) });
  },
  evidence: ({ document, number, slug }) => ({
    act: "document.publish",
    subject: `document:${document}`,
    clause: "Đ14.k3",
    content: { number, slug },
  }),
  async write({ tx, at }, { document, slug }) {
    await tx
      .updateTable("document")
      .set({ state: "PUBLIC", slug, published_at: at })
      .where("id", "=", document)
      .execute();
    await indexEntry(tx, await documentEntry(tx, document));
    return [{ kind: "pages", tags: [LIBRARY_TAG] }];
  },
};

/** `quyet-dinh-27-qd-gdtxhp-2023`; numbers begin anew every year, so the year is part of it. */
function freeSlug({ kind, number, issuedOn }: LibraryDocument, taken: ReadonlySet<string>): string {
  const year = issuedOn.slice(0, 4);
  const name = slugOf(`${DOCUMENT_KINDS[kind]} ${number.replaceAll("/", " ")}`);
  const base = name.includes(year) ? name : `${name}-${year}`;
  let slug = base;
  for (let count = 2; taken.has(slug); count += 1) slug = `${base}-${count}`;
  return slug;
}
