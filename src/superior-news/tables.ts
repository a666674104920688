/** How the last reading of the feed of Sở went; one row. */
export interface SuperiorPullTable {
  id: number;
  /** The address that was asked. */
  feed: string;
  tried_at: string;
  /** When the list that stands was read. */
  good_at: string | null;
  /** Why the last reading failed; null when it did not. */
  problem: string | null;
  /** What to ask with, so that an unchanged feed is not sent again. */
  etag: string | null;
  modified: string | null;
}

/** The last good list, in the order in which it is shown. */
export interface SuperiorItemTable {
  position: number;
  title: string;
  link: string;
  published_at: string | null;
}

export interface SuperiorNewsTables {
  superior_pull: SuperiorPullTable;
  superior_item: SuperiorItemTable;
}
