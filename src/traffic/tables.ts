/** One day of the public site: how often readers came, and how many pages they opened. */
export interface TrafficDayTable {
  day: string;
  visits: number;
  views: number;
}

/** Pages opened on a day in one place of the portal: `section:<id>` for news, else the first part of the address. */
export interface TrafficPlaceTable {
  day: string;
  place: string;
  views: number;
}

/** How often a page was opened or readers came from a host on a day; `REST` for all beyond the number a day keeps. */
export interface TrafficDetailTable {
  day: string;
  kind: "page" | "referrer";
  name: string;
  count: number;
}

/** Makes the marks of one day comparable, and of two days not. Deleted with the day. */
export interface TrafficSaltTable {
  day: string;
  salt: string;
}

/** Who was here today, as a mark nobody can turn back into a person. Deleted with the day. */
export interface TrafficReaderTable {
  day: string;
  mark: string;
  seen_at: string;
}

export interface TrafficTables {
  traffic_day: TrafficDayTable;
  traffic_place: TrafficPlaceTable;
  traffic_detail: TrafficDetailTable;
  traffic_salt: TrafficSaltTable;
  traffic_reader: TrafficReaderTable;
}
