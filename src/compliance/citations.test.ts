import { expect, test } from "vitest";
import { citationsIn } from "./citations.ts";

const cited = (text: string) => citationsIn(text).clauses;

test.each<[string, string[]]>([
  ["Đ15.k2.b3: the head approves", ["Đ15.k2.b3"]],
  ["REQ-135, Đ17.k1.e: another's name", ["Đ17.k1.e"]],
  ["says which address is official (Đ2, Đ6.k3, Đ14.k4)", ["Đ2", "Đ6.k3", "Đ14.k4"]],
  ["Đ15.k2.b3, b4: Lan cannot approve", ["Đ15.k2.b3", "Đ15.k2.b4"]],
  ["Đ10, Đ15.k2.b2: his field", ["Đ10", "Đ15.k2.b2"]],
  ["Đ9.k1–k2: the chief", ["Đ9.k1", "Đ9.k2"]],
  ["Đ7–Đ10: the board", ["Đ7", "Đ8", "Đ9", "Đ10"]],
  ["Đ17.k1.c–đ: three of the acts", ["Đ17.k1.c", "Đ17.k1.d", "Đ17.k1.đ"]],
  ["QĐ-Đ3: heads", ["QĐ-Đ3"]],
  ["Đ12.k2.s1: a ticket", ["Đ12.k2"]],
  ["Đ13.k1.a, a head and b4 of the street", ["Đ13.k1.a"]],
  ["nothing of the kind, ĐÃ 15 nor TT 37/2020", []],
])("“%s” names what it names and nothing else", (text, clauses) => {
  expect(citationsIn(text)).toEqual({ clauses, unknown: [] });
});

test("a clause is never the beginning of another, nor the other way round", () => {
  expect(cited("Đ15: all of it")).toEqual(["Đ15"]);
  expect(cited("Đ15: all of it")).not.toContain("Đ1");
  expect(cited("Đ15.k2.b4.g1: posted")).toEqual(["Đ15.k2.b4.g1"]);
  expect(cited("xĐ15.k2 and 3.Đ15")).toEqual([]);
});

test("what looks like a clause and is none is told, not dropped", () => {
  expect(citationsIn("Đ13.k1.đ, Đ23, Đ15.k2.b9: slips").unknown).toEqual(["Đ13.k1.đ", "Đ23", "Đ15.k2.b9"]);
  expect(citationsIn("Đ9.k1–k7: too far").unknown).toEqual(["Đ9.k7"]);
});
