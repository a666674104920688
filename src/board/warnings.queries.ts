import type { Day } from "../kernel/clock.ts";
import type { Db } from "../storage/database.ts";
import { readBoard } from "./board.queries.ts";
import { type Warning, warningOf } from "./gap-words.ts";
import { gaps } from "./gaps.ts";

/** What the board of `day` leaves undone, for the start of the portal and for the desk; what stops articles comes first. */
export async function boardWarnings(db: Db, day: Day): Promise<Warning[]> {
  const found = gaps(await readBoard(db), day).map(warningOf);
  return [...found.filter(({ blocks }) => blocks), ...found.filter(({ blocks }) => !blocks)];
}
