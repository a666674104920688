import type { Portal } from "../portal.ts";

/** Files read again in one round. */
const AT_ONCE = 100;

/**
 * Reads the stored files again whose last reading lies longest back, and keeps what was found: a file that is missing
 * or was changed beside the portal shows on the page of the twice-daily check (REQ-066).
 */
export async function proveFiles({ db, database, files, clock }: Portal): Promise<number> {
  const due = await db
    .selectFrom("file")
    .leftJoin("file_proof", "file_proof.hash", "file.hash")
    .select("file.hash")
    .where((is) => is.or([is("file_proof.at", "is", null), is("file_proof.at", "<", hourBefore(clock.now()))]))
    .orderBy("file_proof.at")
    .orderBy("file.hash")
    .limit(AT_ONCE)
    .execute();
  const found: { hash: string; at: string; fault: string }[] = [];
  for (const { hash } of due) {
    const fault = await files.read(hash).then(
      () => "",
      () => "bị thiếu hoặc nội dung đã bị sửa",
    );
    found.push({ hash, at: clock.now(), fault });
  }
  if (found.length === 0) return 0;
  await database.transact(async (tx) => {
    for (const row of found)
      await tx
        .insertInto("file_proof")
        .values(row)
        .onConflict((conflict) => conflict.column("hash").doUpdateSet({ at: row.at, fault: row.fault }))
        .execute();
  });
  return found.length;
}

const hourBefore = (at: string) =>
  Temporal.Instant.from(at).subtract({ hours: 1 }).toString({ smallestUnit: "millisecond" });
