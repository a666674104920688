import type { Id } from "../kernel/ids.ts";
import type { Tx } from "../storage/database.ts";
import { readAttachmentName } from "./file-name.ts";

/** A file as a record's version keeps it. */
export interface NamedFile {
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
}

/** Of the files named, those the record has already or this person sent himself; the others are left out. */
export async function namedFiles(
  tx: Tx,
  hashes: readonly string[],
  before: readonly NamedFile[],
  person: Id,
): Promise<NamedFile[]> {
  if (hashes.length === 0) return [];
  const rows = await tx
    .selectFrom("file")
    .selectAll()
    .where("hash", "in", [...hashes])
    .execute();
  return hashes.flatMap((hash) => {
    const known = before.find((file) => file.hash === hash);
    if (known) return [known];
    const row = rows.find((file) => file.hash === hash && file.kind === "attachment" && file.uploaded_by === person);
    const read = row && readAttachmentName(row.original_name);
    if (!row || !read?.ok) return [];
    const title = row.original_name.replace(/\.[a-z0-9]+$/i, "").replaceAll("_", " ");
    return [{ hash, name: read.safe, title, size: Number(row.size) }];
  });
}
