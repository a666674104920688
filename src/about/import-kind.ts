import type { Cells, ImportKind } from "../imports/import-kind.ts";
import { nameKey } from "../imports/read-sheet.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { setContact } from "./commands/set-contact.ts";
import { ABOUT_PATHS } from "./paths.ts";
import type { ContactInput } from "./rules.ts";
import { contactsOf, NO_CONTACT, structureOn } from "./structure.queries.ts";

/** Contacts of units and of those in office, by their names as the directory has them; empty cells empty the value. */
export const CONTACT_IMPORT: ImportKind<ContactInput> = {
  name: "contact",
  what: "liên hệ",
  sheet: "Danh bạ",
  path: `${ABOUT_PATHS.contacts}/nhap`,
  list: { href: ABOUT_PATHS.contacts, label: "Danh bạ" },
  may: "contact.change",
  async columns(db, today) {
    const { units, leaders } = await structureOn(db, today);
    const heads = units.flatMap((unit) => unit.heads);
    const names = [...units, ...leaders, ...heads].map(({ name }) => name);
    return [
      {
        key: "ten",
        label: "Tên",
        needed: true,
        hint: "Tên đơn vị, hoặc họ tên lãnh đạo, trưởng đơn vị.",
        example: names[0] ?? "",
        allowed: [...new Set(names)],
      },
      { key: "dien-thoai", label: "Điện thoại", needed: true, hint: "Số công vụ.", example: "0225 3847 121" },
      {
        key: "thu",
        label: "Thư điện tử",
        needed: true,
        hint: "Địa chỉ công vụ.",
        example: "vanphong@gdtxhp.edu.vn",
      },
      { key: "noi-lam-viec", label: "Phòng làm việc", hint: "Để trống được.", example: "Phòng 201, nhà A" },
      { key: "nhiem-vu", label: "Nhiệm vụ", hint: "Chỉ của người. Để trống được.", example: "" },
      {
        key: "dong-y",
        label: "Hiện trên Cổng",
        hint: "Của người: chỉ ghi “Có” khi người ấy đồng ý.",
        example: "Có",
        allowed: ["Có", "Không"],
      },
    ];
  },
  async reader(tx, _, today) {
    const { units, leaders } = await structureOn(tx, today);
    const contacts = await contactsOf(tx);
    const people = [...leaders, ...units.flatMap((unit) => unit.heads)];
    return (cells: Cells) => {
      const cell = (name: string) => normalizeLine(cells[name] ?? "");
      const named = (one: { readonly name: string }) => nameKey(one.name) === nameKey(cell("ten"));
      const unit = units.find(named);
      const persons = new Set(people.filter(named).map(({ id }) => id));
      const subject = unit ? ("unit" as const) : ("person" as const);
      const id = unit?.id ?? [...persons][0] ?? "";
      const values = {
        phone: cell("dien-thoai"),
        email: cell("thu"),
        place: cell("noi-lam-viec"),
        task: unit ? "" : cell("nhiem-vu"),
        isShown: unit !== undefined || nameKey(cell("dong-y")) === "co",
      };
      const before = contacts.get(`${subject} ${id}`) ?? NO_CONTACT;
      const isSame = (Object.keys(values) as (keyof typeof values)[]).every((name) => values[name] === before[name]);
      const unknown = `Không có đơn vị hay người đang giữ chức vụ tên “${cell("ten")}”. Hãy ghi đúng tên ở Danh bạ.`;
      const several = `Có nhiều người tên “${cell("ten")}”. Hãy nhập liên hệ của từng người ở trang Danh bạ.`;
      const fault = id === "" ? unknown : !unit && persons.size > 1 ? several : null;
      return {
        input: { subject, id, ...values },
        key: `${subject} ${id || cell("ten")}`,
        name: cell("ten"),
        faults: fault === null ? {} : { ten: fault },
        ...(fault === null && isSame ? { present: "Không khác gì danh bạ hiện nay." } : {}),
      };
    };
  },
  command: setContact,
  columnOf: {
    contactUnknown: "ten",
    contactNotYours: "ten",
    contactPhoneInvalid: "dien-thoai",
    contactEmailInvalid: "thu",
  },
};
