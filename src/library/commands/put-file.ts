import type { Command } from "../../act.ts";
import type { Id } from "../../kernel/ids.ts";
import { done, refused } from "../../kernel/result.ts";
import { normalizeLine } from "../../kernel/vietnamese.ts";
import { readAttachmentName } from "../../media/file-name.ts";
import type { FileRow } from "../../media/tables.ts";
import { indexEntry } from "../../search/questions.ts";
import { currentFiles, type DocumentFile, type LibraryDocument } from "../document.ts";
import { documentById, filesOfDocument } from "../documents.queries.ts";
import { LIBRARY_TAG } from "../paths.ts";
import { type FileInput, fileRefusals, keeperRefusals, no, noteRefusals } from "../rules.ts";
import { documentEntry } from "../search-source.ts";

interface PutFile extends FileInput {
  readonly document: Id;
  /** Hash of a file that was received; "" when none arrived. */
  readonly file: string;
  readonly note: string;
  /** The place whose file is replaced; null for a further file. */
  readonly slot: number | null;
}

interface State {
  readonly document: LibraryDocument | null;
  readonly files: readonly DocumentFile[];
  readonly received: FileRow | null;
}

interface Put {
  readonly document: Id;
  readonly isPublic: boolean;
  readonly file: Omit<DocumentFile, "addedAt">;
}

/** What adding a file and replacing one have in common: both put a new row at a place. */
const putFile: Command<PutFile, State, Put> = {
  name: "document.file",
  async load({ tx }, input) {
    const document = await documentById(tx, input.document);
    const received = await tx.selectFrom("file").selectAll().where("hash", "=", input.file).executeTakeFirst();
    return {
      document,
      files: document ? await filesOfDocument(tx, document.id) : [],
      received: received?.kind === "attachment" ? received : null,
    };
  },
  decide({ document, files, received }, input, by) {
    if (!document) return refused([no("docUnknown", "REQ-082")]);
    const current = currentFiles(files);
    const old = current.find(({ slot }) => slot === input.slot);
    const note = normalizeLine(input.note);
    const refusals = [
      ...keeperRefusals(by, document.unit, document.field),
      ...fileRefusals(input, received !== null),
      ...noteRefusals(document.isPublic, note),
    ];
    if (input.slot !== null && !old) refusals.push(no("filePlaceUnknown", "REQ-071"));
    if (received && current.some(({ hash }) => hash === received.hash)) refusals.push(no("fileSame", "REQ-071"));
    const named = readAttachmentName(received?.original_name ?? "");
    if (refusals.length > 0 || !received || !named.ok) return refused(refusals);
    const file = {
      slot: old?.slot ?? current.length + 1,
      version: (old?.version ?? 0) + 1,
      hash: received.hash,
      name: named.safe,
      title: normalizeLine(input.title),
      language: input.language,
      isPrimary: old?.isPrimary ?? current.length === 0,
      mime: received.mime,
      size: received.size,
      note,
    };
    return done({ document: document.id, isPublic: document.isPublic, file });
  },
  evidence: ({ document, file }) => ({
    act: "document.file",
    subject: `document:${document}`,
    clause: "Đ14.k3",
    content: { slot: file.slot, version: file.version, hash: file.hash, title: file.title, note: file.note },
  }),
  async write({ tx, by, at }, { document, isPublic, file }, _, seq) {
    const { isPrimary, ...rest } = file;
    await tx
      .insertInto("document_file")
      .values({
        document_id: document,
        ...rest,
        is_primary: isPrimary ? 1 : 0,
        added_by: by.person,
        added_at: at,
        evidence_seq: seq,
      })
      .execute();
    if (!isPublic) return [];
    await indexEntry(tx, await documentEntry(tx, document));
    return [{ kind: "pages", tags: [LIBRARY_TAG] }];
  },
};

/** Adds a file to a document; the first one is the main one. */
export const addFile: Command<Omit<PutFile, "slot">, State, Put> = {
  ...putFile,
  load: (moment, input) => putFile.load(moment, { ...input, slot: null }),
  decide: (state, input, by, at) => putFile.decide(state, { ...input, slot: null }, by, at),
};

/** Puts a new version of a file in its place: the address stays, and both versions stay reachable. */
export const replaceFile: Command<PutFile & { readonly slot: number }, State, Put> = putFile;
