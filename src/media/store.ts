import type { FileHash } from "../storage/files.ts";
import type { FileRow, MediaDb } from "./tables.ts";
import type { FileText } from "./text/file-text.ts";

/** Stands for whoever sent a file by a public form. Only such files may be erased with the words they came with. */
export const FROM_PUBLIC = "public";

/**
 * Records a file whose bytes are already in the file store. The same bytes received again change nothing:
 * the first record stays, with the person who first sent them. But what only the public had sent becomes the house's
 * own when somebody of the house sends it: then it stays.
 */
export async function insertFile(db: MediaDb, file: FileRow): Promise<void> {
  const { uploaded_by } = file;
  const insert = db.insertInto("file").values(file);
  await (uploaded_by === FROM_PUBLIC
    ? insert.onConflict((conflict) => conflict.column("hash").doNothing())
    : insert.onConflict((conflict) =>
        conflict.column("hash").doUpdateSet({ uploaded_by }).where("file.uploaded_by", "=", FROM_PUBLIC),
      )
  ).execute();
}

/** What is known of a file, or undefined when no such file was ever received. */
export function findFile(db: MediaDb, hash: FileHash): Promise<FileRow | undefined> {
  return db.selectFrom("file").selectAll().where("hash", "=", hash).executeTakeFirst();
}

/** Records what was read of an attachment. The same bytes give the same words, so a second time changes nothing. */
export async function insertFileText(db: MediaDb, hash: FileHash, read: FileText): Promise<void> {
  await db
    .insertInto("file_text")
    .values({
      hash,
      body: read.text,
      title: read.title ?? "",
      language: read.language ?? "",
      pages: read.pages ?? null,
      has_text_layer: read.hasTextLayer ? 1 : 0,
      problems: JSON.stringify(read.problems),
    })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

/** What was read of each of these attachments when it was received; nothing for those that were never read. */
export async function fileTexts(db: MediaDb, hashes: readonly FileHash[]): Promise<Map<FileHash, FileText>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.selectFrom("file_text").selectAll().where("hash", "in", hashes).execute();
  return new Map(
    rows.map((row) => [
      row.hash,
      {
        text: row.body,
        hasTextLayer: row.has_text_layer === 1,
        problems: JSON.parse(row.problems) as string[],
        ...(row.pages === null ? {} : { pages: row.pages }),
        ...(row.title ? { title: row.title } : {}),
        ...(row.language ? { language: row.language } : {}),
      },
    ]),
  );
}
