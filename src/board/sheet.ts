import type { SheetColumn } from "../lists/sheet.ts";
import type { PersonRow } from "./people.view.tsx";
import type { RosterRow } from "./roster-rows.ts";

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
