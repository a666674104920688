/** A link that stands on a public page. Made anew each time the page is read. */
export interface LinkUseTable {
  page: string;
  href: string;
  /** Words of the link. */
  words: string;
}

/** When a public page was last read for its links. */
export interface LinkPageTable {
  page: string;
  read_at: string;
}

/** Where a link leads, and how it was found there the last time. */
export interface LinkTargetTable {
  href: string;
  /** Null before the first look. */
  checked_at: string | null;
  /** Last time it led somewhere. */
  good_at: string | null;
  /** Key of the fault, "" when it leads somewhere. */
  fault: string;
  /** Looks in a row that found a fault. */
  failures: number;
}

export interface LinkTables {
  link_use: LinkUseTable;
  link_page: LinkPageTable;
  link_target: LinkTargetTable;
}
