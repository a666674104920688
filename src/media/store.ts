import type { FileHash } from "../storage/files.ts";
import type { FileRow, MediaDb } from "./tables.ts";

/**
 * Records a file whose bytes are already in the file store. The same bytes received again change nothing:
 * the first record stays, with the person who first sent them.
 */
export async function insertFile(db: MediaDb, file: FileRow): Promise<void> {
  await db
    .insertInto("file")
    .values(file)
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

/** What is known of a file, or undefined when no such file was ever received. */
export function findFile(db: MediaDb, hash: FileHash): Promise<FileRow | undefined> {
  return db.selectFrom("file").selectAll().where("hash", "=", hash).executeTakeFirst();
}
