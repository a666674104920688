import { describe, expect, test } from "vitest";
import { actor, appointment, board, person, unit } from "../../test/support/boards.ts";
import { HAT_NAMES, type Hat } from "../regulation/hats.ts";
import { type AppointmentInput, appointRefusals, endAppointmentRefusals } from "./appointment-rules.ts";

const admin = actor("bao", "ADMIN");
const centre = board({
  units: [unit("cntt", { isStanding: true }), unit("dao-tao"), unit("cu", { to: "2024-06-30" })],
  fields: [{ id: "chuyen-mon", code: "chuyen-mon", name: "Chuyên môn" }],
  people: [person("hoa"), person("thuy"), person("minh"), person("ha"), person("cuu", { leftOn: "2026-01-31" })],
  appointments: [
    appointment("thuy", "STANDING_DEPUTY", { from: "2023-05-10", to: "2026-12-31" }),
    appointment("hoa", "MEMBER", { unit: "dao-tao" }),
    appointment("minh", "CHIEF"),
    appointment("minh", "DIRECTOR"),
  ],
});

const give = (hat: string, more: Partial<AppointmentInput> = {}): AppointmentInput => ({
  person: "ha",
  hat,
  unit: hat === "MEMBER" || hat === "CONTRIBUTOR" ? "cntt" : null,
  acting: false,
  from: "2026-11-24",
  to: null,
  decisionNumber: "30/QĐ",
  decisionDay: "2026-11-20",
  units: [],
  fields: [],
  ...more,
});
const codes = (input: AppointmentInput) => appointRefusals(centre, input, admin).map(({ code }) => code);

describe("Đ8.k1.g2: one standing deputy", () => {
  test("a second one at the same time is refused, naming the holder and his paper", () => {
    expect(appointRefusals(centre, give("STANDING_DEPUTY"), admin)).toEqual([
      {
        code: "secondStandingDeputy",
        clause: "Đ8.k1.g2",
        detail: { name: "thuy", from: "10/05/2023", decision: "28/QĐ" },
      },
    ]);
  });
  test("also on the last day of the first, and also as acting", () => {
    expect(codes(give("STANDING_DEPUTY", { from: "2026-12-31" }))).toEqual(["secondStandingDeputy"]);
    expect(codes(give("STANDING_DEPUTY", { acting: true }))).toEqual(["secondStandingDeputy"]);
  });
  test("from the day after he may follow", () => {
    expect(codes(give("STANDING_DEPUTY", { from: "2027-01-01" }))).toEqual([]);
  });
});

describe("REQ-005: exactly one head of a unit", () => {
  test("a second full head at the same time is refused", () => {
    expect(appointRefusals(centre, give("MEMBER", { unit: "dao-tao" }), admin)).toMatchObject([
      { code: "secondHead", clause: "QĐ-Đ3", detail: { name: "hoa" } },
    ]);
  });
  test("an acting head may stand beside him", () => {
    expect(codes(give("MEMBER", { unit: "dao-tao", acting: true }))).toEqual([]);
  });
  test("one person may head two units", () => {
    expect(codes(give("MEMBER", { person: "hoa", unit: "cntt" }))).toEqual([]);
  });
});

test.each(["CHIEF", "DIRECTOR"])("Đ8.k1.g1, Đ5.k2: a second %s is refused, an acting one is not", (hat) => {
  expect(codes(give(hat))).toEqual(["secondHolder"]);
  expect(codes(give(hat, { acting: true }))).toEqual([]);
});

test("Đ8.k1.g3: one person may wear several hats, each once", () => {
  expect(codes(give("SECRETARY", { person: "hoa" }))).toEqual([]);
  expect(codes(give("CHIEF", { person: "minh" }))).toEqual(["alreadyAppointed"]);
});

test.each(["MEMBER", "CONTRIBUTOR"])("Đ8.k1.g4, A-18: %s without a unit is refused", (hat) => {
  expect(codes(give(hat, { unit: null }))).toEqual(["unitMissing"]);
});

test.each(HAT_NAMES.filter((hat): hat is Hat => hat !== "MEMBER" && hat !== "CONTRIBUTOR"))(
  "Đ10: %s does not reach a unit through the wrong field of the form",
  (hat) => {
    expect(codes(give(hat, { unit: "dao-tao" }))).toContain("unitNotForHat");
  },
);

test("Đ10.p1: a deputy has units and fields in charge, no other hat has", () => {
  const charge = { units: ["dao-tao"], fields: ["chuyen-mon"] };
  expect(codes(give("DEPUTY", charge))).toEqual([]);
  expect(codes(give("SECRETARY", charge))).toEqual(["chargeNotForHat"]);
  expect(codes(give("DEPUTY", { units: ["cu"], fields: ["khac"] }))).toEqual(["unitClosed", "fieldUnknown"]);
});

test.each([
  [{ person: "cuu" }, "personLeft"],
  [{ person: "khong-co" }, "personUnknown"],
  [{ decisionNumber: "" }, "decisionMissing"],
  [{ decisionDay: "hôm qua" }, "decisionDayInvalid"],
  [{ to: "2026-11-23" }, "periodInverted"],
  [{ from: "2026-11-31" }, "dayInvalid"],
  [{ to: "" }, "dayInvalid"],
  [{ hat: "SYSTEM" }, "hatUnknown"],
  [{ hat: "toString" }, "hatUnknown"],
])("an appointment with %j is refused", (more, code) => {
  expect(codes(give("SECRETARY", more))).toEqual([code]);
});

test.each(HAT_NAMES.filter((hat) => hat !== "ADMIN" && hat !== "DIRECTOR"))("Đ7.k1: %s appoints nobody", (hat) => {
  expect(appointRefusals(centre, give("SECRETARY"), actor("x", hat))).toEqual([
    { code: "notThisHat", clause: "Đ7.k1" },
  ]);
});

describe("closing an appointment", () => {
  const end = (appointmentId: string, to: string, paper = "31/QĐ", by = admin) =>
    endAppointmentRefusals(centre, { appointment: appointmentId, to, paper }, by).map(({ code }) => code);

  test("an open one ends on any day from its first", () => {
    expect(end("CHIEF minh ", "2026-11-24")).toEqual([]);
    expect(end("CHIEF minh ", "2023-05-09")).toEqual(["endsBeforeBegin"]);
  });
  test("a closed one may end earlier, never later: that needs a new decision", () => {
    expect(end("STANDING_DEPUTY thuy ", "2026-11-30")).toEqual([]);
    expect(end("STANDING_DEPUTY thuy ", "2027-01-31")).toEqual(["alreadyEnded"]);
  });
  test("it needs a paper, a real day and a hat that may", () => {
    expect(end("CHIEF minh ", "2026-02-30", "")).toEqual(["decisionMissing", "dayInvalid"]);
    expect(end("khac", "2026-11-24")).toEqual(["appointmentUnknown"]);
    expect(end("CHIEF minh ", "2026-11-24", "31/QĐ", actor("lan", "SECRETARY"))).toEqual(["notThisHat"]);
  });
});
