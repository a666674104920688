import { expect, test } from "vitest";
import { appointment, delegation } from "../../test/support/boards.ts";
import { type Authority, authoritiesFor, STEP_ACTS } from "./authority.ts";

const DAY = "2026-11-24";
const roster = {
  appointments: [
    appointment("minh", "CHIEF"),
    appointment("thuy", "STANDING_DEPUTY", { units: ["cntt"], fields: ["truyen-thong"] }),
    appointment("hung", "DEPUTY", { fields: ["chuyen-mon"] }),
    appointment("lan", "SECRETARY"),
    appointment("lan", "MEMBER", { unit: "cntt" }),
    appointment("hoa", "MEMBER", { unit: "dao-tao", to: "2026-11-30" }),
    appointment("son", "MEMBER", { unit: "dao-tao", from: "2026-12-01", decision: "44/QĐ" }),
    appointment("bao", "ADMIN"),
    appointment("mai", "CONTRIBUTOR", { unit: "dao-tao" }),
  ],
  delegations: [delegation("minh", "thuy", { from: "2026-11-20", to: "2026-11-25", revokedOn: "2026-11-25" })],
};
const names = (found: readonly Authority[]) => found.map(({ appointment: { person } }) => person);
const article = { unit: "dao-tao", field: "chuyen-mon", author: "mai" };

test("Đ15.k2.b3: the head and the standing deputy approve, by their own decision", () => {
  const found = authoritiesFor(roster, DAY, "approve");
  expect(names(found)).toEqual(["minh", "thuy"]);
  expect(found.every(({ under, appointment: { decision } }) => under === null && decision === "28/QĐ")).toBe(true);
});

test("Đ15.k2.b4: the secretary alone posts", () => {
  expect(names(authoritiesFor(roster, DAY, "publish"))).toEqual(["lan"]);
});

test("Đ15.k3.g1, Đ10.p3: the standing deputy decides a take-down only on the days of his paper", () => {
  const [chief, deputy] = authoritiesFor(roster, DAY, "decideTakedown");
  expect(chief).toMatchObject({ appointment: { person: "minh" }, under: null });
  expect(deputy).toMatchObject({ appointment: { person: "thuy" }, under: { document: "12/GUQ" } });
  expect(names(authoritiesFor(roster, "2026-11-19", "decideTakedown"))).toEqual(["minh"]);
  expect(names(authoritiesFor(roster, "2026-11-25", "decideTakedown"))).toEqual(["minh"]);
});

test("REQ-046: who approves for a unit is who heads it on that day", () => {
  expect(names(authoritiesFor(roster, "2026-11-30", "approveInUnit", article))).toEqual(["hoa"]);
  const next = authoritiesFor(roster, "2026-12-01", "approveInUnit", article);
  expect(next).toMatchObject([{ appointment: { person: "son", decision: "44/QĐ" } }]);
});

test("Đ10.p1, Đ10.p2: a deputy reaches the articles of his field, not those of another", () => {
  expect(names(authoritiesFor(roster, DAY, "claim", article))).toEqual(["minh", "hung", "lan"]);
  expect(names(authoritiesFor(roster, DAY, "claim", { ...article, unit: "cntt", field: null }))).toEqual([
    "minh",
    "thuy",
    "lan",
  ]);
});

test("nobody could do anything before the board was set up", () => {
  for (const { act } of STEP_ACTS) expect(authoritiesFor(roster, "2023-05-09", act)).toEqual([]);
});

test("Đ7.k3: the administrator appears in no step", () => {
  for (const { act } of STEP_ACTS) expect(names(authoritiesFor(roster, DAY, act))).not.toContain("bao");
});
