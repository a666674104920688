import type { AccessTables } from "../access/tables.ts";
import type { BoardTables } from "../board/tables.ts";
import type { EvidenceTables } from "../evidence/tables.ts";
import type { MediaTables } from "../media/tables.ts";
import type { NewsroomTables } from "../newsroom/tables.ts";

/** Every table, each described by the room that owns it. Times are UTC ISO text, days `YYYY-MM-DD`, flags 0 or 1. */
export interface Schema extends EvidenceTables, BoardTables, NewsroomTables, AccessTables, MediaTables {}
