import { type Sheet, type SheetColumn, sheetOf } from "../lists/sheet.ts";
import type { Contact, Structure } from "./structure.queries.ts";

/** One line of the directory, of a unit or of a person. */
export interface ContactLine {
  readonly name: string;
  /** "Đơn vị", or the position of a person. */
  readonly hint: string;
  readonly contact: Contact;
}

export const CONTACT_COLUMNS: readonly SheetColumn<ContactLine>[] = [
  { label: "Tên", value: ({ name }) => name },
  { label: "Là", value: ({ hint }) => hint },
  { label: "Điện thoại", value: ({ contact }) => contact.phone },
  { label: "Thư điện tử", value: ({ contact }) => contact.email },
  { label: "Phòng làm việc", value: ({ contact }) => contact.place },
  { label: "Nhiệm vụ", value: ({ contact }) => contact.task },
];

/** The desk's list also tells whether the person agreed to be shown. */
export function directorySheet(lines: readonly ContactLine[]): Sheet {
  const agreed = { label: "Hiện trên Cổng", value: ({ contact }: ContactLine) => (contact.isShown ? "Có" : "Không") };
  return sheetOf("danh-ba", "Danh bạ", [...CONTACT_COLUMNS, agreed], lines);
}

/** The table of the page of contacts: units that can be reached. */
export const unitsWithContact = ({ units }: Structure): Structure["units"] =>
  units.filter(({ contact }) => contact.phone || contact.email || contact.place);

export function unitContactsSheet(structure: Structure): Sheet {
  const lines = unitsWithContact(structure).map(({ name, contact }) => ({ name, hint: "Đơn vị", contact }));
  return sheetOf("lien-he", "Liên hệ", CONTACT_COLUMNS, lines);
}

/** Leaders, units and their heads, with only what may be shown. */
export function structureSheet({ leaders, units }: Structure): Sheet {
  const person = ({ name, position, contact }: Structure["leaders"][number]) => ({ name, hint: position, contact });
  const lines = [
    ...leaders.map(person),
    ...units.flatMap(({ name, contact, heads }) => [{ name, hint: "Đơn vị", contact }, ...heads.map(person)]),
  ];
  return sheetOf("co-cau-to-chuc", "Cơ cấu tổ chức", CONTACT_COLUMNS, lines);
}
