import type { Instant } from "../kernel/clock.ts";
import { FROM_PUBLIC, insertFile } from "../media/store.ts";
import type { Tx } from "../storage/database.ts";
import type { FileHash } from "../storage/files.ts";

/** A file of the public whose bytes are in the file store. */
export interface IntakeFile {
  readonly hash: FileHash;
  /** Safe name for addresses. */
  readonly name: string;
  readonly originalName: string;
  readonly mime: string;
  readonly size: number;
}

export async function keepIntakeFiles(tx: Tx, files: readonly IntakeFile[], at: Instant): Promise<void> {
  for (const { hash, mime, size, originalName } of files) {
    await insertFile(tx, {
      hash,
      mime,
      size,
      width: null,
      height: null,
      original_name: originalName,
      kind: "attachment",
      uploaded_by: FROM_PUBLIC,
      uploaded_at: at,
      text_checked: null,
    });
  }
}

/**
 * Forgets files of the public that no other slip holds; answers whose bytes may be removed. The caller has taken them
 * off their own slip first. What somebody of the house has sent as well stays.
 */
export async function forgetIntakeFiles(tx: Tx, hashes: readonly FileHash[]): Promise<FileHash[]> {
  const forgotten: FileHash[] = [];
  for (const hash of hashes) {
    const isHeld = await tx.selectFrom("slip_file").select("hash").where("hash", "=", hash).executeTakeFirst();
    if (isHeld) continue;
    const isOurs = await tx
      .selectFrom("file")
      .select("hash")
      .where("hash", "=", hash)
      .where("uploaded_by", "<>", FROM_PUBLIC)
      .executeTakeFirst();
    if (isOurs) continue;
    // That it was found whole by the last check is forgotten with it.
    await tx.deleteFrom("file_proof").where("hash", "=", hash).execute();
    const gone = await tx.deleteFrom("file").where("hash", "=", hash).executeTakeFirst();
    if (gone.numDeletedRows > 0n) forgotten.push(hash);
  }
  return forgotten;
}

/** Empties mails to a sender: address and words go, that a mail was sent stays. */
export async function forgetMails(tx: Tx, code: string, at: Instant): Promise<void> {
  const payload = JSON.stringify({ to: "", subject: "Đã xóa dữ liệu cá nhân", text: "" });
  await tx
    .updateTable("outbox")
    .set((is) => ({ payload, done_at: is.fn.coalesce("done_at", is.val(at)), last_error: null }))
    .where("kind", "=", "mail")
    .where("payload", "like", `%${code}%`)
    .execute();
}
