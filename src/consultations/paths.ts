import type { Id } from "../kernel/ids.ts";

const SITE = "/lay-y-kien";
const DESK = "/ban-bien-tap/lay-y-kien";

/** Addresses of this room, on the site and on the desk. */
export const CONSULTATION_PATHS = {
  site: SITE,
  one: (slug: string) => `${SITE}/${slug}`,
  receipt: (code: string) => `${SITE}/phieu/${code}`,
  desk: DESK,
  add: `${DESK}/moi`,
  call: (id: Id) => `${DESK}/muc/${id}`,
  report: (id: Id) => `${DESK}/muc/${id}/tong-hop`,
  move: (id: Id) => `${DESK}/muc/${id}/buoc`,
  opinions: (id: Id) => `${DESK}/muc/${id}/y-kien`,
  judge: (id: Id, opinion: Id) => `${DESK}/muc/${id}/y-kien/${opinion}`,
} as const;

/** Cached pages that speak of consultations. */
export const CONSULTATION_TAG = "consultations";
