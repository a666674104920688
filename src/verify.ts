import { type BoardReport, verifyBoard } from "./board/verify.ts";
import { type ChainReport, verifyChain } from "./evidence/verify.ts";
import { type NewsroomReport, verifyNewsroom } from "./newsroom/verify.ts";
import type { Portal } from "./portal.ts";
import type { Db } from "./storage/database.ts";

/** Everything that was looked at, and the first thing that is not as it was written, decided or approved. */
export interface Verification {
  readonly chain: ChainReport;
  readonly board: BoardReport;
  readonly newsroom: NewsroomReport;
  /** Public files whose bytes were read and hashed again. */
  readonly files: number;
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Re-computes the chain, judges every recorded decision again, compares the public pages with what was approved, and
 * reads every public file. The database is seen as of one moment, so it may run while others write.
 */
export function verifyPortal(portal: Portal): Promise<Verification> {
  return portal.database.snapshot(async (db) => {
    const chain = await verifyChain(db);
    const board = await verifyBoard(db);
    const newsroom = await verifyNewsroom(db);
    const files = await verifyFiles(portal, db);
    const broken = chain.bad && { row: `dòng ${chain.bad.seq} của nhật ký (evidence)`, why: chain.bad.why };
    return { chain, board, newsroom, files: files.count, bad: broken ?? board.bad ?? newsroom.bad ?? files.bad };
  });
}

async function verifyFiles(portal: Portal, db: Db): Promise<{ count: number; bad: Verification["bad"] }> {
  const rows = await db.selectFrom("published_file").select("hash").distinct().orderBy("hash").execute();
  for (const { hash } of rows) {
    try {
      await portal.files.read(hash);
    } catch {
      return { count: rows.length, bad: { row: `tệp ${hash}`, why: "bị thiếu hoặc nội dung đã bị sửa" } };
    }
  }
  return { count: rows.length, bad: null };
}
