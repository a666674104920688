import type { Day } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import type { Tab } from "../ui/navigation.tsx";

const HOME = "/ban-bien-tap/ban-bien-tap";

/** Addresses of the board's pages. */
export const BOARD_PATHS = {
  board: HOME,
  onDay: (day: Day) => `${HOME}?ngay=${day}`,
  appoint: `${HOME}/phan-cong`,
  appointPerson: (person: Id) => `${HOME}/phan-cong?nguoi=${person}`,
  endAppointment: (id: Id) => `${HOME}/phan-cong/${id}/ket-thuc`,
  units: `${HOME}/don-vi`,
  unit: (id: Id) => `${HOME}/don-vi/${id}`,
  fields: `${HOME}/linh-vuc`,
  people: `${HOME}/nguoi`,
  leave: (id: Id) => `${HOME}/nguoi/${id}/thoi-viec`,
  delegations: `${HOME}/uy-quyen`,
  revoke: (id: Id) => `${HOME}/uy-quyen/${id}/thu-hoi`,
  authority: "/ban-bien-tap/tham-quyen",
} as const;

const TABS = [
  { href: BOARD_PATHS.board, label: "Ban biên tập" },
  { href: BOARD_PATHS.units, label: "Đơn vị" },
  { href: BOARD_PATHS.fields, label: "Lĩnh vực" },
  { href: BOARD_PATHS.people, label: "Người" },
  { href: BOARD_PATHS.delegations, label: "Ủy quyền" },
  { href: BOARD_PATHS.authority, label: "Thẩm quyền" },
] as const;

export function boardTabs(current: string): Tab[] {
  return TABS.map((tab) => ({ ...tab, current: tab.href === current }));
}
