import { expect, test } from "vitest";
import { appointment, board, person, unit } from "../../test/support/boards.ts";
import type { Appointment } from "./actor.ts";
import type { Board } from "./board.ts";
import { warningOf } from "./gap-words.ts";
import { gaps } from "./gaps.ts";

const DAY = "2026-11-24";
const whole: Board = board({
  units: [unit("bgd", { kind: "leadership" }), unit("cntt", { isStanding: true }), unit("dao-tao")],
  fields: [{ id: "chuyen-mon", code: "chuyen-mon", name: "Chuyên môn" }],
  people: [person("hung", { fullName: "Trần Quốc Hưng" })],
  appointments: [
    appointment("minh", "CHIEF"),
    appointment("thuy", "STANDING_DEPUTY", { units: ["cntt"], fields: ["chuyen-mon"] }),
    appointment("lan", "SECRETARY"),
    appointment("lan", "ADMIN"),
    appointment("lan", "MEMBER", { unit: "cntt" }),
    appointment("hoa", "MEMBER", { unit: "dao-tao" }),
  ],
});
const without = (gone: (item: Appointment) => boolean): Board => ({
  ...whole,
  appointments: whole.appointments.filter((item) => !gone(item)),
});
const found = (one: Board, day = DAY) => gaps(one, day).map(({ code, blocks }) => (blocks ? `${code}!` : code));

test("a whole board has no gap, and the leadership needs no head of department", () => {
  expect(found(whole)).toEqual([]);
});

test("REQ-040, Đ7.k1, Đ8.k1.g1–g3: a board without head, standing deputy, secretary or administrator", () => {
  expect(found(without(({ hat }) => hat === "ADMIN"))).toEqual(["noAdmin"]);
  expect(found(without(({ hat }) => hat === "SECRETARY"))).toContain("noSecretary!");
  expect(found(without(({ hat }) => hat === "CHIEF"))).toContain("noChief");
  const nobody = found(without(({ hat }) => hat === "CHIEF" || hat === "STANDING_DEPUTY"));
  expect(nobody).toContain("nobodyApproves!");
  expect(nobody).not.toContain("noChief");
});

test("REQ-005, QĐ-Đ3: a unit without a head, also from the day after his last", () => {
  expect(found(without(({ unit: headed }) => headed === "dao-tao"))).toEqual(["unitWithoutHead!"]);
  const closing = {
    ...whole,
    appointments: whole.appointments.map((item) => (item.unit === "dao-tao" ? { ...item, to: DAY } : item)),
  };
  expect(found(closing)).toEqual([]);
  expect(found(closing, "2026-11-25")).toEqual(["unitWithoutHead!"]);
});

test("REQ-005: an acting head is a head, and a closed unit needs none", () => {
  const gone = without(({ unit: headed }) => headed === "dao-tao");
  const acting = appointment("mai", "MEMBER", { unit: "dao-tao", acting: true });
  expect(found({ ...gone, appointments: [...gone.appointments, acting] })).toEqual([]);
  const closed = gone.units.map((item) => (item.id === "dao-tao" ? { ...item, to: "2026-10-31" } : item));
  expect(found({ ...gone, units: closed })).toEqual([]);
});

test("Đ4.k6: no standing unit", () => {
  expect(found({ ...whole, units: whole.units.map((item) => ({ ...item, isStanding: false })) })).toEqual([
    "noStandingUnit",
  ]);
});

test("A-08: the secretary's own unit needs somebody else to appraise, and a second to approve", () => {
  const noCharge = whole.appointments.map((item) => (item.hat === "STANDING_DEPUTY" ? { ...item, units: [] } : item));
  // The head of the board may appraise, the standing deputy then approves.
  expect(found({ ...whole, appointments: noCharge })).toEqual([]);
  // Without the head nobody appraises what she wrote: the standing deputy is not in charge of her unit.
  expect(found({ ...whole, appointments: noCharge.filter(({ hat }) => hat !== "CHIEF") })).toEqual([
    "noChief",
    "unitRoadBlocked!",
  ]);
});

test("A-08: one person who approves and posts cannot do both", () => {
  const alone = [
    appointment("minh", "CHIEF"),
    appointment("minh", "SECRETARY"),
    appointment("minh", "ADMIN"),
    appointment("hoa", "MEMBER", { unit: "dao-tao" }),
  ];
  const small = board({ units: [unit("dao-tao", { isStanding: true })], appointments: alone });
  expect(found(small)).toEqual(["noStandingDeputy", "unitRoadBlocked!"]);
});

test("REQ-056, REQ-044, Đ9.k2, Đ10.p1: a field without a deputy, a deputy without a field", () => {
  const added = {
    ...whole,
    fields: [...whole.fields, { id: "tai-chinh", code: "tai-chinh", name: "Tài chính" }],
    appointments: [...whole.appointments, appointment("hung", "DEPUTY", { units: ["dao-tao"] })],
  };
  expect(found(added)).toEqual(["fieldWithoutDeputy", "deputyWithoutCharge"]);
  expect(gaps(added, DAY).map((one) => warningOf(one).text)).toEqual([
    "Lĩnh vực “Tài chính” chưa có Phó Trưởng ban phụ trách.",
    "Trần Quốc Hưng là Phó Trưởng ban nhưng chưa được phân công lĩnh vực.",
  ]);
});

test("an empty board is told office by office", () => {
  expect(found(board())).toEqual(["nobodyApproves!", "noSecretary!", "noAdmin", "noStandingUnit"]);
});
