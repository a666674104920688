import type { Kysely } from "kysely";
import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { FileHash } from "../storage/files.ts";

/** Ảnh, tệp đính kèm, video or phụ đề: what a stored file was received as, and so by which rules it was judged. */
export type FileKind = "picture" | "attachment" | "video" | "captions";

/** What is known of a stored file. The bytes lie in the file store under the same hash and never change. */
export interface FileRow {
  readonly hash: FileHash;
  /** As found in the content, never as claimed by the sender. */
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  /** Pixels, as stored; null for attachments and captions. */
  readonly width: number | null;
  readonly height: number | null;
  /** As the sender named it, for people to recognise; addresses and downloads use a safe form. */
  readonly original_name: string;
  readonly kind: FileKind;
  readonly uploaded_by: Id;
  readonly uploaded_at: Instant;
  /** What was read of the text inside and by whom or what (REQ-030); null when nobody has yet. */
  readonly text_checked: string | null;
}

/** The words inside an attachment, read once when it was received (`text/text-of.ts`). */
export interface FileTextRow {
  readonly hash: FileHash;
  readonly body: string;
  /** As the file states them; empty when it does not. */
  readonly title: string;
  readonly language: string;
  readonly pages: number | null;
  readonly has_text_layer: number;
  /** JSON: what could not be read, as whole sentences. */
  readonly problems: string;
}

export interface MediaTables {
  file: FileRow;
  file_text: FileTextRow;
}

/**
 * A database or a transaction that has the tables of this room, whatever other tables it has.
 * (Kysely's own type does not accept a transaction over more tables.)
 */
export type MediaDb = Pick<Kysely<MediaTables>, "selectFrom" | "insertInto">;
