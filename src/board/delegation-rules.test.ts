import { expect, test } from "vitest";
import { actor, appointment, board, delegation, person } from "../../test/support/boards.ts";
import { HAT_NAMES } from "../regulation/hats.ts";
import { type DelegationInput, delegateRefusals, revokeRefusals } from "./delegation-rules.ts";

const TODAY = "2026-11-24";
const chief = actor("minh", "CHIEF");
const centre = board({
  people: [person("minh"), person("thuy"), person("hung")],
  appointments: [
    appointment("minh", "CHIEF"),
    appointment("thuy", "STANDING_DEPUTY", { to: "2026-12-15" }),
    appointment("hung", "DEPUTY"),
  ],
  delegations: [delegation("minh", "thuy"), delegation("minh", "thuy", { id: "cu", revokedOn: "2026-11-20" })],
});

const paper = (more: Partial<DelegationInput> = {}): DelegationInput => ({
  to: "thuy",
  powers: ["takedown.decide"],
  from: TODAY,
  until: "2026-11-30",
  document: "15/GUQ",
  reason: "Trưởng ban đi công tác",
  ...more,
});
const codes = (more: Partial<DelegationInput> = {}, by = chief) =>
  delegateRefusals(centre, paper(more), by, TODAY).map(({ code }) => code);

test("Đ10.p3: the head of the board, or the Director, delegates to the standing deputy", () => {
  expect(codes()).toEqual([]);
  expect(codes({}, actor("minh", "DIRECTOR"))).toEqual([]);
});

test.each(HAT_NAMES.filter((hat) => !["CHIEF", "DIRECTOR", "STANDING_DEPUTY"].includes(hat)))(
  "Đ10.p3: %s delegates nothing",
  (hat) => {
    expect(delegateRefusals(centre, paper(), actor("x", hat), TODAY)).toEqual([
      { code: "notThisHat", clause: "Đ10.p3" },
    ]);
  },
);

test("REQ-059: the clocks delegate nothing", () => {
  expect(codes({}, actor("system", "SYSTEM"))).toEqual(["notThisHat"]);
});

test("REQ-059: whoever holds a delegation passes nothing on", () => {
  const standing = actor("thuy", "STANDING_DEPUTY", { delegations: [delegation("minh", "thuy")] });
  expect(codes({}, standing)).toEqual(["delegationChain", "selfDelegation"]);
  expect(codes({ to: "hung" }, standing)).toEqual(["delegationChain", "delegateNotStandingDeputy"]);
});

test("REQ-059: nobody delegates to himself, whatever he wears", () => {
  const both = { ...centre, appointments: [...centre.appointments, appointment("thuy", "CHIEF", { acting: true })] };
  expect(delegateRefusals(both, paper(), actor("thuy", "CHIEF"), TODAY)).toEqual([
    { code: "selfDelegation", clause: "Đ10.p3" },
  ]);
});

test("Đ10.p3: only whoever is standing deputy in that time", () => {
  expect(codes({ to: "hung" })).toEqual(["delegateNotStandingDeputy"]);
  expect(codes({ from: "2026-12-15", until: "2026-12-20" })).toEqual([]);
  expect(codes({ from: "2026-12-16", until: "2026-12-20" })).toEqual(["delegateNotStandingDeputy"]);
});

test.each([
  [{ powers: [] }, "powersMissing"],
  [{ powers: ["article.approve"] }, "powersMissing"],
  [{ from: "2026-11-30", until: "2026-11-25" }, "periodInverted"],
  [{ from: "2026-11-01", until: "2026-11-23" }, "delegationPast"],
  [{ until: "" }, "dayInvalid"],
  [{ document: "" }, "documentMissing"],
  [{ reason: "  bận  " }, "reasonTooShort"],
] as [Partial<DelegationInput>, string][])("REQ-059: a delegation with %j is refused", (more, code) => {
  expect(codes(more)).toEqual([code]);
});

test("one that ends today is still of use", () => expect(codes({ from: "2026-11-20", until: TODAY })).toEqual([]));

test("Đ10.p3: the office that signed revokes, or the Director, with a reason, once", () => {
  const revoke = (id: string, by = chief, reason = "Trưởng ban đã về cơ quan") =>
    revokeRefusals(centre, { delegation: id, reason }, by).map(({ code }) => code);
  expect(revoke("minh thuy")).toEqual([]);
  expect(revoke("minh thuy", actor("khac", "DIRECTOR"))).toEqual([]);
  expect(revoke("minh thuy", actor("thuy", "STANDING_DEPUTY"))).toEqual(["notYourDelegation"]);
  expect(revoke("minh thuy", actor("bao", "ADMIN"))).toEqual(["notYourDelegation"]);
  expect(revoke("minh thuy", chief, "thôi")).toEqual(["reasonTooShort"]);
  expect(revoke("cu")).toEqual(["delegationRevoked"]);
  expect(revoke("khac")).toEqual(["delegationUnknown"]);
});
