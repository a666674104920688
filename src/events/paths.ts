import type { Id } from "../kernel/ids.ts";

const SITE = "/su-kien";
const DESK = "/ban-bien-tap/su-kien";

/** Addresses of this room, on the site and on the desk. */
export const EVENT_PATHS = {
  site: SITE,
  /** `YYYY-MM` */
  month: (month: string) => `${SITE}/thang/${month}`,
  one: (slug: string) => `${SITE}/${slug}`,
  feed: `${SITE}.ics`,
  ics: (slug: string) => `${SITE}/${slug}/lich.ics`,
  desk: DESK,
  add: `${DESK}/moi`,
  event: (id: Id) => `${DESK}/${id}`,
  cancel: (id: Id) => `${DESK}/${id}/huy`,
  write: (id: Id) => `${DESK}/${id}/viet-bai`,
  link: (id: Id) => `${DESK}/${id}/lien-ket`,
  unlink: (id: Id) => `${DESK}/${id}/bo-lien-ket`,
} as const;

/** Cached pages that speak of events. */
export const EVENT_TAG = "events";
