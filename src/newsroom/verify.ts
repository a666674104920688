import { boardBefore, readBoardLog } from "../board/log.ts";
import type { Db } from "../storage/database.ts";
import { verifyEdition } from "./verify-editions.ts";
import { Finding } from "./verify-finding.ts";
import { verifyPublic } from "./verify-public.ts";
import { verifyRest } from "./verify-rest.ts";

export interface NewsroomReport {
  readonly editions: number;
  readonly versions: number;
  readonly moves: number;
  readonly published: number;
  /** The first thing that is not as the rules and the log say, by table and key. */
  readonly bad: { readonly row: string; readonly why: string } | null;
}

/**
 * Judges every recorded transition again, with the rules and the board as they were known then, and compares texts,
 * states and public pages with what was decided. The caller has checked the chain first: here its rows are believed.
 */
export async function verifyNewsroom(db: Db): Promise<NewsroomReport> {
  const count = { editions: 0, versions: 0, moves: 0, published: 0 };
  try {
    const rosterBefore = boardBefore(await readBoardLog(db));
    const ids = await db.selectFrom("edition").select("id").orderBy("id").execute();
    for (const { id } of ids) {
      const seen = await verifyEdition(db, rosterBefore, id).catch((error) => unreadable(`edition ${id}`, error));
      count.editions += 1;
      count.versions += seen.versions;
      count.moves += seen.moves;
    }
    await verifyRest(db);
    count.published = await verifyPublic(db);
    return { ...count, bad: null };
  } catch (found) {
    if (found instanceof Finding) return { ...count, bad: { row: found.row, why: found.message } };
    throw found;
  }
}

/** What is stored can no longer be read as what it was: altered, not a bug. */
function unreadable(row: string, error: unknown): never {
  if (error instanceof SyntaxError || error instanceof TypeError)
    throw new Finding(row, `không đọc được: ${error.message}`);
  throw error;
}
