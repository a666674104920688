import type { Id } from "../kernel/ids.ts";
import type { EntryKind } from "./fields.ts";

/** Addresses of the catalogue's desk pages. */
export const DESK_HOME: Readonly<Record<EntryKind, string>> = {
  procedure: "/ban-bien-tap/thu-tuc",
  service: "/ban-bien-tap/dich-vu",
};

export const deskPaths = (kind: EntryKind) => {
  const home = DESK_HOME[kind];
  return {
    list: home,
    create: `${home}/moi`,
    csv: `${home}.csv`,
    import: `${home}/nhap`,
    edit: (id: Id) => `${home}/muc/${id}`,
    confirm: (id: Id) => `${home}/muc/${id}/van-dung`,
    expire: (id: Id) => `${home}/muc/${id}/het-hieu-luc`,
  };
};

/** Addresses of the public pages. */
export const PROCEDURES = "/thu-tuc-hanh-chinh";
export const SERVICES = "/dich-vu-cong";
export const procedureHref = (slug: string): string => `${PROCEDURES}/${slug}`;
