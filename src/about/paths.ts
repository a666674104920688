import type { Id } from "../kernel/ids.ts";

const HOME = "/ban-bien-tap/trang";

/** Addresses of the desk pages of this room. */
export const ABOUT_PATHS = {
  pages: HOME,
  fixed: (slug: string) => `${HOME}/co-dinh/${slug}`,
  newAdmission: `${HOME}/tuyen-sinh-moi`,
  page: (id: Id) => `${HOME}/muc/${id}`,
  version: (id: Id, version: number | string) => `${HOME}/muc/${id}/ban/${version}`,
  move: (id: Id) => `${HOME}/muc/${id}/buoc`,
  confirm: (id: Id) => `${HOME}/muc/${id}/van-dung`,
  contacts: "/ban-bien-tap/danh-ba",
  checklist: "/ban-bien-tap/tt-37",
} as const;

export const STRUCTURE = "/co-cau-to-chuc";
export const unitHref = (code: string): string => `${STRUCTURE}/${code}`;
