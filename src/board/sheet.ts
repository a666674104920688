import type { SheetColumn } from "../lists/sheet.ts";
import type { PersonRow } from "./people.view.tsx";
import type { RosterRow, UnitRow } from "./roster-rows.ts";

export const PEOPLE_SHEET: readonly SheetColumn<PersonRow>[] = [
  { label: "Họ và tên", value: ({ name }) => name },
  { label: "Chức danh", value: ({ position }) => position },
  { label: "Đơn vị", value: ({ unit }) => unit },
  { label: "Vai trò hôm nay", value: ({ hats }) => hats.join("\n") },
  { label: "Thôi việc", value: ({ left }) => left },
];

export const ROSTER_SHEET: readonly SheetColumn<RosterRow>[] = [
  { label: "Họ và tên", value: ({ name }) => name },
  { label: "Chức danh", value: ({ position }) => position },
  { label: "Vai trò", value: ({ hat }) => hat },
  { label: "Phụ trách", value: ({ charge }) => charge.join("\n") },
  { label: "Thời gian", value: ({ period }) => period },
  { label: "Căn cứ", value: ({ paper }) => paper },
];

export const UNIT_SHEET: readonly SheetColumn<UnitRow>[] = [
  { label: "Mã", value: ({ code }) => code },
  { label: "Tên đơn vị", value: ({ name }) => name },
  { label: "Loại", value: ({ kind }) => kind },
  { label: "Chức năng, nhiệm vụ", value: ({ duties }) => duties },
  { label: "Bộ phận thường trực", value: ({ isStanding }) => (isStanding ? "Có" : "") },
  { label: "Trưởng đơn vị", value: ({ heads, actingHeads }) => [...heads, ...actingHeads].join("\n") },
  { label: "Thời gian", value: ({ ended }) => ended },
];
