import type { Id } from "../kernel/ids.ts";

const DESK = "/ban-bien-tap/van-ban";

/** Addresses of the library, on the site and on the desk. */
export const LIBRARY_PATHS = {
  site: "/van-ban",
  csv: "/van-ban.csv",
  document: (slug: string) => `/van-ban/${slug}`,
  /** Keeps its address when the file is replaced. */
  file: (slug: string, slot: number) => `/van-ban/${slug}/tep/${slot}`,
  desk: DESK,
  deskCsv: `${DESK}.csv`,
  add: `${DESK}/moi`,
  import: `${DESK}/nhap-bang`,
  warnings: `${DESK}/canh-bao`,
  due: `${DESK}/ra-soat`,
  item: (id: Id) => `${DESK}/muc/${id}`,
  edit: (id: Id) => `${DESK}/muc/${id}/sua`,
  publish: (id: Id) => `${DESK}/muc/${id}/cong-bo`,
  confirm: (id: Id) => `${DESK}/muc/${id}/van-dung`,
  files: (id: Id) => `${DESK}/muc/${id}/tep`,
  relations: (id: Id) => `${DESK}/muc/${id}/quan-he`,
  withdraw: (id: Id) => `${DESK}/muc/${id}/rut-quan-he`,
  bases: "/ban-bien-tap/can-cu",
} as const;

/** Cached pages that speak of the library. */
export const LIBRARY_TAG = "library";
