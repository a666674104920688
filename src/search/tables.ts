import type { Generated } from "kysely";

/** One thing the public may find. A copy of what is published, made for searching; it can be made anew at any time. */
export interface SearchEntryTable {
  row_id: Generated<number>;
  /** What it is (`kinds.ts`), and its id in its own room. */
  kind: string;
  subject: string;
  path: string;
  title: string;
  summary: string;
  body: string;
  /** Of publication or issue. */
  day: string;
  year: string;
  /** Shown names, which are also what filters are named by; empty when there is none. */
  category: string;
  unit: string;
  number_symbol: string;
}

/** The words of an entry, as the engine looks them up. `row_id` goes by `rowid` on SQLite. */
interface SearchIndexTable {
  row_id: number;
}

/** How often something was looked for on a day: words only, never who. */
export interface SearchTermTable {
  day: string;
  term: string;
  searches: number;
  /** How many of them found nothing. */
  empty: number;
}

export interface SearchTables {
  search_entry: SearchEntryTable;
  search_index: SearchIndexTable;
  search_term: SearchTermTable;
}
