import type { DoorSource } from "../site/doors.ts";

export const OPEN_DATA = "/du-lieu-mo";

/** The page about open data; the data itself is for machines and stands in no map. */
export const OPEN_DATA_DOORS: DoorSource = {
  tags: [],
  groups: async () => [{ title: "Về Cổng", doors: [{ href: OPEN_DATA, label: "Dữ liệu mở" }] }],
};
