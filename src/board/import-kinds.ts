import type { Cells, ImportKind } from "../imports/import-kind.ts";
import { chosen, nameKey } from "../imports/read-sheet.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { readBoard } from "./board.queries.ts";
import { UNIT_KINDS } from "./board.ts";
import { addPerson } from "./commands/add-person.ts";
import { addUnit } from "./commands/add-unit.ts";
import { BOARD_PATHS } from "./paths.ts";
import type { PersonInput, UnitInput } from "./rules.ts";

const CLASSES = [
  [false, "Nhân sự của Trung tâm"],
  [true, "Cộng tác viên ngoài"],
] as const;

/**
 * People of the centre. An account is not opened by a table: its one-time password is handed to the person himself
 * (Đ7.k3), on the page of accounts where whoever was entered here can be chosen.
 */
export const PEOPLE_IMPORT: ImportKind<PersonInput> = {
  name: "person",
  what: "người",
  sheet: "Người",
  path: `${BOARD_PATHS.people}/nhap`,
  list: { href: BOARD_PATHS.people, label: "Người" },
  may: "board.change",
  async columns(db) {
    const { units } = await readBoard(db);
    const names = units.map(({ name }) => name);
    return [
      { key: "ho-ten", label: "Họ và tên", needed: true, hint: "Đầy đủ, có dấu.", example: "Nguyễn Thị Lan" },
      { key: "chuc-danh", label: "Chức danh", hint: "Để trống được.", example: "Giáo viên Ngữ văn" },
      { key: "thu-dien-tu", label: "Thư điện tử", hint: "Để trống được.", example: "lan.nt@gdtxhp.edu.vn" },
      {
        key: "don-vi",
        label: "Đơn vị",
        needed: true,
        hint: "Với cộng tác viên ngoài: đơn vị bảo trợ.",
        example: names[0] ?? "",
        allowed: names,
      },
      {
        key: "thuoc",
        label: "Thuộc",
        hint: "Để trống là nhân sự của Trung tâm.",
        example: CLASSES[0][1],
        allowed: CLASSES.map(([, word]) => word),
      },
    ];
  },
  async reader(tx) {
    const { people, units } = await readBoard(tx);
    return (cells: Cells) => {
      const cell = (name: string) => normalizeLine(cells[name] ?? "");
      const unit = chosen(
        units.map(({ id, name }) => [id, name] as const),
        cell("don-vi"),
      );
      const isExternal = cell("thuoc") === "" ? false : chosen(CLASSES, cell("thuoc"));
      const faults: Record<string, string> = {};
      if (unit === null && cell("don-vi") !== "") {
        faults["don-vi"] = `Không có đơn vị “${cell("don-vi")}”. Hãy chọn tên ở bảng mẫu.`;
      }
      if (isExternal === null) faults.thuoc = `“${cell("thuoc")}” không có trong danh sách ở bảng mẫu.`;
      const input = {
        fullName: cell("ho-ten"),
        position: cell("chuc-danh"),
        email: cell("thu-dien-tu"),
        unit,
        isExternal: isExternal ?? false,
      };
      const isPresent = people.some(
        (person) =>
          person.fullName === input.fullName &&
          person.unit === unit &&
          person.isExternal === input.isExternal &&
          nameKey(person.position) === nameKey(input.position),
      );
      return {
        input,
        faults,
        key: [nameKey(input.fullName), unit, nameKey(input.position), input.email].join("|"),
        name: input.fullName,
        ...(isPresent ? { present: "Đã có người này với cùng đơn vị và chức danh; giữ nguyên." } : {}),
      };
    };
  },
  command: addPerson,
  columnOf: {
    nameMissing: "ho-ten",
    emailInvalid: "thu-dien-tu",
    unitOrClassMissing: "don-vi",
    unitUnknown: "don-vi",
    unitClosed: "don-vi",
  },
};

const KINDS = Object.entries(UNIT_KINDS);

/** Units of the centre. Which of them is the standing one is decided on the page, never by a table (Đ4.k6). */
export const UNIT_IMPORT: ImportKind<UnitInput> = {
  name: "unit",
  what: "đơn vị",
  sheet: "Đơn vị",
  path: `${BOARD_PATHS.units}/nhap`,
  list: { href: BOARD_PATHS.units, label: "Đơn vị" },
  may: "board.change",
  async columns() {
    return [
      {
        key: "ma",
        label: "Mã",
        needed: true,
        hint: "Chữ thường không dấu, số và gạch nối.",
        example: "dao-tao",
      },
      { key: "ten", label: "Tên đơn vị", needed: true, hint: "Đầy đủ.", example: "Phòng Đào tạo" },
      {
        key: "loai",
        label: "Loại",
        hint: "Để trống là phòng.",
        example: UNIT_KINDS.department,
        allowed: Object.values(UNIT_KINDS),
      },
      { key: "chuc-nang", label: "Chức năng, nhiệm vụ", hint: "Để trống được.", example: "" },
      {
        key: "tu-ngay",
        label: "Thành lập từ ngày",
        kind: "day",
        hint: "Để trống là từ hôm nay.",
        example: "01/07/2023",
      },
    ];
  },
  async reader(tx, _, today) {
    const { units } = await readBoard(tx);
    return (cells: Cells) => {
      const cell = (name: string) => cells[name] ?? "";
      const kind = cell("loai") === "" ? "department" : chosen(KINDS, cell("loai"));
      const code = cell("ma").toLowerCase();
      return {
        input: {
          code,
          name: cell("ten"),
          kind: kind ?? "",
          duties: cell("chuc-nang"),
          isStanding: false,
          from: cell("tu-ngay") || today,
        },
        faults: {},
        key: code,
        name: cell("ten"),
        ...(units.some((unit) => unit.code === code) ? { present: `Đã có đơn vị mã ${code}; giữ nguyên.` } : {}),
      };
    };
  },
  command: addUnit,
  columnOf: { codeInvalid: "ma", codeTaken: "ma", nameMissing: "ten", kindUnknown: "loai", dayInvalid: "tu-ngay" },
};
