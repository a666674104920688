import { describe, expect, test } from "vitest";
import { actor, appointment, board, person, unit } from "../../test/support/boards.ts";
import { HAT_NAMES } from "../regulation/hats.ts";
import type { Board } from "./board.ts";
import {
  addFieldRefusals,
  addPersonRefusals,
  addUnitRefusals,
  changeUnitRefusals,
  isDay,
  leaveRefusals,
  type PersonInput,
  type UnitInput,
  unitOfPerson,
} from "./rules.ts";

const TODAY = "2026-11-24";
const admin = actor("bao", "ADMIN");
const centre: Board = board({
  units: [unit("cntt", { isStanding: true }), unit("dao-tao"), unit("cu", { to: "2024-06-30" })],
  fields: [{ id: "chuyen-mon", code: "chuyen-mon", name: "Chuyên môn" }],
  people: [person("hoa"), person("cuu", { leftOn: "2026-01-31" })],
  appointments: [appointment("hoa", "MEMBER", { unit: "dao-tao" })],
});

const newUnit: UnitInput = {
  code: "tai-vu",
  name: "Phòng Tài vụ",
  kind: "department",
  duties: "",
  isStanding: false,
  from: TODAY,
};
const newPerson: PersonInput = { fullName: "Lê An", position: "", email: "", unit: "dao-tao", isExternal: false };

describe("Đ7.k1, law.md §11: who sets up the board", () => {
  test.each(HAT_NAMES.filter((hat) => hat !== "ADMIN" && hat !== "DIRECTOR"))("%s enters nothing", (hat) => {
    const by = actor("x", hat);
    const answers = [
      addUnitRefusals(centre, newUnit, by),
      changeUnitRefusals(centre, { unit: "dao-tao", name: "Phòng Đào tạo" }, by),
      addFieldRefusals(centre, { code: "tai-chinh", name: "Tài chính" }, by),
      addPersonRefusals(centre, newPerson, by, TODAY),
      leaveRefusals(centre, { person: "hoa", on: TODAY, paper: "3/QĐ" }, by),
    ];
    for (const answer of answers) expect(answer.map(({ code }) => code)).toEqual(["notThisHat"]);
  });
  test.each(["ADMIN", "DIRECTOR", "SYSTEM"] as const)("%s enters units, fields and people", (hat) => {
    const by = actor("x", hat);
    expect(addUnitRefusals(centre, newUnit, by)).toEqual([]);
    expect(addFieldRefusals(centre, { code: "tai-chinh", name: "Tài chính" }, by)).toEqual([]);
    expect(addPersonRefusals(centre, newPerson, by, TODAY)).toEqual([]);
  });
});

describe("units", () => {
  test("Đ4.k6: a second standing unit is refused, and the present one is named", () => {
    expect(addUnitRefusals(centre, { ...newUnit, isStanding: true }, admin)).toEqual([
      { code: "secondStandingUnit", clause: "Đ4.k6", detail: { unit: "Phòng cntt" } },
    ]);
  });
  test("Đ4.k6: the standing unit cannot stop being it, nor be closed", () => {
    const stop = changeUnitRefusals(centre, { unit: "cntt", isStanding: false }, admin);
    const close = changeUnitRefusals(centre, { unit: "cntt", to: TODAY }, admin);
    expect(stop).toEqual([{ code: "standingUnitNeeded", clause: "Đ4.k6" }]);
    expect(close).toEqual([{ code: "standingUnitNeeded", clause: "Đ4.k6" }]);
  });
  test("Đ4.k6: a closed unit does not become the standing one", () => {
    expect(changeUnitRefusals(centre, { unit: "cu", isStanding: true }, admin)).toMatchObject([{ code: "unitClosed" }]);
  });
  test("REQ-005: a unit whose head stays in office is not closed", () => {
    expect(changeUnitRefusals(centre, { unit: "dao-tao", to: TODAY }, admin)).toMatchObject([
      { code: "unitStillStaffed", clause: "QĐ-Đ3" },
    ]);
    const ended = { ...centre, appointments: [appointment("hoa", "MEMBER", { unit: "dao-tao", to: TODAY })] };
    expect(changeUnitRefusals(ended, { unit: "dao-tao", to: TODAY }, admin)).toEqual([]);
  });
  test.each([
    [{ code: "Đào tạo" }, "codeInvalid"],
    [{ code: "dao-tao" }, "codeTaken"],
    [{ name: "" }, "nameMissing"],
    [{ kind: "toString" }, "kindUnknown"],
    [{ from: "2026-02-31" }, "dayInvalid"],
  ])("a unit with %j is refused", (more, code) => {
    expect(addUnitRefusals(centre, { ...newUnit, ...more }, admin)).toMatchObject([{ code }]);
  });
});

describe("people", () => {
  test("REQ-011, Đ1.k2: a member of the staff without a unit is refused", () => {
    expect(addPersonRefusals(centre, { ...newPerson, unit: null }, admin, TODAY)).toEqual([
      { code: "unitOrClassMissing", clause: "Đ1.k2" },
    ]);
  });
  test("A-18: an external contributor without a unit is sponsored by the standing unit", () => {
    const external = { ...newPerson, unit: null, isExternal: true };
    expect(addPersonRefusals(centre, external, admin, TODAY)).toEqual([]);
    expect(unitOfPerson(centre, external)).toBe("cntt");
    expect(addPersonRefusals(board(), external, admin, TODAY)).toEqual([
      { code: "unitOrClassMissing", clause: "Đ15.k2.b1" },
    ]);
  });
  test.each([
    [{ unit: "cu" }, "unitClosed"],
    [{ unit: "khac" }, "unitUnknown"],
    [{ email: "a@b" }, "emailInvalid"],
    [{ fullName: "" }, "nameMissing"],
  ])("a person with %j is refused", (more, code) => {
    expect(addPersonRefusals(centre, { ...newPerson, ...more }, admin, TODAY)).toMatchObject([{ code }]);
  });
  test("whoever left does not leave again, and leaving needs a paper and a day", () => {
    expect(leaveRefusals(centre, { person: "cuu", on: TODAY, paper: "3/QĐ" }, admin)).toMatchObject([
      { code: "personLeft" },
    ]);
    const nothing = leaveRefusals(centre, { person: "hoa", on: "", paper: "" }, admin);
    expect(nothing.map(({ code }) => code)).toEqual(["dayInvalid", "decisionMissing"]);
  });
});

test.each(["2026-02-29", "2026-13-01", "26-01-01", "", "2026-1-1", "2026-11-24T00:00"])("%j is no day", (text) => {
  expect(isDay(text)).toBe(false);
});
test("29 February of a leap year is a day", () => expect(isDay("2028-02-29")).toBe(true));
