import type { Instant } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";

/** A spreadsheet that was sent and is looked at, or was entered. */
export interface ImportBatchTable {
  id: Id;
  kind: string;
  file_name: string;
  person_id: Id;
  hat: string;
  created_at: Instant;
  /** Letters of the columns in the file, JSON by key: for the address of a cell. */
  places: string;
  /** Null until the person said that it is to be entered. */
  job_id: Id | null;
}

export interface ImportRowTable {
  batch_id: Id;
  /** As the spreadsheet counts. */
  line: number;
  /** JSON: text by column key. */
  cells: string;
  /** `entered`, `present` (it was there already) or `refused`; null while it waits. Set once. */
  outcome: string | null;
  /** JSON: why it was refused, sentences. */
  reasons: string;
}

export interface ImportTables {
  import_batch: ImportBatchTable;
  import_row: ImportRowTable;
}
