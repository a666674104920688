import type { Id } from "../kernel/ids.ts";
import type { SchoolYear } from "./due.ts";

/** Public addresses. They never change: `ban-3` of an item is that version for ever (REQ-074). */
export const PUBLIC_PATHS = {
  home: "/cong-khai",
  proof: "/cong-khai/hien-thi",
  year: (year: SchoolYear) => `/cong-khai/${year}`,
  item: (year: SchoolYear, code: string) => `/cong-khai/${year}/${code}`,
  version: (year: SchoolYear, code: string, version: number) => `/cong-khai/${year}/${code}/ban-${version}`,
  table: (year: SchoolYear, code: string, table: number) => `/cong-khai/${year}/${code}/bang-${table}.csv`,
  versionTable: (year: SchoolYear, code: string, version: number, table: number) =>
    `/cong-khai/${year}/${code}/ban-${version}/bang-${table}.csv`,
} as const;

const DESK = "/ban-bien-tap/cong-khai";

export const DESK_PATHS = {
  home: DESK,
  year: (year: SchoolYear) => `${DESK}?nam=${year}`,
  prepare: `${DESK}/soan`,
  entry: (id: Id) => `${DESK}/ban/${id}`,
  save: (id: Id) => `${DESK}/ban/${id}/noi-dung`,
  step: (id: Id) => `${DESK}/ban/${id}/buoc`,
  redact: (id: Id) => `${DESK}/ban/${id}/che`,
  order: (id: Id, act: string) => `${DESK}/che/${id}/${act}`,
  items: `${DESK}/danh-muc`,
  newItem: `${DESK}/danh-muc/them`,
  item: (id: Id) => `${DESK}/danh-muc/${id}`,
  newRegime: `${DESK}/quy-dinh/them`,
  regime: (id: Id) => `${DESK}/quy-dinh/${id}`,
  notices: `${DESK}/bao-so`,
  sheet: `${DESK}/bao-so/bang-lien-ket`,
} as const;
