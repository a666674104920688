import { describe, expect, test } from "vitest";
import type { Hat } from "../regulation/hats.ts";
import { HAT_NAMES } from "../regulation/hats.ts";
import { CLAUSES } from "../regulation/quy-che-27.ts";
import { explain } from "../words/refusals.ts";
import {
  INSPECTION_MOVES,
  INSPECTION_STATES,
  INSPECTION_TYPES,
  type InspectionAct,
  type InspectionState,
  type InspectionType,
} from "./moves.ts";
import {
  type CriterionInput,
  criteriaRefusals,
  explanationRefusals,
  isInterested,
  markRefusals,
  type PlanFacts,
  type PlanInput,
  planRefusals,
  stepRefusals,
} from "./rules.ts";
import { drawSample } from "./sample.ts";
import { placesOf, pointsOf, reachedBy, totalOf } from "./scores.ts";
import { inspectionSentences } from "./words.ts";

/**
 * Who may do what, written by hand: act; states; hats that may by themselves; whether the team may; whether it is for
 * one's own unit, for any but one's own, or for no unit.
 */
const TABLE: readonly (readonly [InspectionAct, string, string, boolean, "own" | "other" | "none"])[] = [
  ["draw", "OPEN", "DIRECTOR CHIEF", true, "none"],
  ["mark", "OPEN", "", true, "other"],
  ["present", "OPEN", "DIRECTOR CHIEF", true, "none"],
  ["explain", "EXPLAINING", "MEMBER", false, "own"],
  ["rework", "EXPLAINING", "DIRECTOR CHIEF", true, "none"],
  ["conclude", "EXPLAINING", "DIRECTOR", false, "none"],
  ["draft", "CONCLUDED", "SECRETARY", false, "none"],
  ["correct", "CONCLUDED", "DIRECTOR", false, "none"],
  ["cancel", "OPEN EXPLAINING", "DIRECTOR CHIEF", false, "none"],
];
const INSPECTS = ["INSPECTOR", "SECRETARY", "DEPUTY", "STANDING_DEPUTY", "CHIEF"];
const states = Object.keys(INSPECTION_STATES) as InspectionState[];

describe("Đ22: the life of an inspection", () => {
  test("Đ22.k1, Đ22.k2: every type, hat, state, step, unit and membership is decided as the table says", () => {
    let cases = 0;
    const wrong: string[] = [];
    for (const type of Object.keys(INSPECTION_TYPES) as InspectionType[])
      for (const hat of HAT_NAMES)
        for (const state of states)
          for (const inTeam of [false, true])
            for (const ownUnit of [false, true])
              for (const [act, from, hats, team, unit] of TABLE) {
                cases += 1;
                const refusals = stepRefusals(
                  { state, team: inTeam ? ["me"] : ["somebody"], units: ["a", "b"] },
                  act,
                  { person: "me", hat, units: ownUnit ? ["a"] : ["b"] },
                  { unit: unit === "none" ? null : "a", interested: ownUnit, text: "Nêu rõ lý do tại đây" },
                );
                const may =
                  from.split(" ").includes(state) &&
                  (hats.split(" ").includes(hat) || (team && inTeam && INSPECTS.includes(hat))) &&
                  (unit === "none" || (unit === "own") === ownUnit);
                if (may !== (refusals.length === 0))
                  wrong.push(
                    `${type} ${hat} ${state} ${act} team:${inTeam} own:${ownUnit}: ${refusals.map(({ code }) => code)}`,
                  );
              }
    expect(wrong).toEqual([]);
    expect(cases).toBe(5 * 9 * 4 * 2 * 2 * 9);
  });

  test("the table speaks of every step but the order itself, and every step has its clause", () => {
    expect(new Set(TABLE.map(([act]) => act)).size).toBe(INSPECTION_MOVES.length - 1);
    const known = new Set(CLAUSES.map(({ id }) => id));
    for (const { clause } of INSPECTION_MOVES) expect(known.has(clause), clause).toBe(true);
  });

  test("every refusal has a sentence and says what to do", () => {
    for (const [code, { remedy }] of Object.entries(inspectionSentences)) {
      expect(explain({ code, clause: "Đ22.k1" }).text, code).not.toContain("không được phép (");
      expect(remedy, code).not.toBe("");
    }
  });

  test("what must be said is at least ten characters long", () => {
    const standing = { state: "EXPLAINING", team: [], units: ["a"] } as const;
    const director = { person: "me", hat: "DIRECTOR" as Hat, units: [] };
    expect(stepRefusals(standing, "conclude", director, { text: "Đạt" }).map(({ code }) => code)).toEqual([
      "inspectionSayWhy",
    ]);
  });

  test("Đ19.k2: nothing is concluded before every unit has explained or its time is over", () => {
    const due = "2026-12-10T16:59:59.000Z";
    const at = (now: string, explained: string[]) => explanationRefusals(["a", "b"], explained, due, now).length;
    expect([at(due, []), at(due, ["a"]), at(due, ["a", "b"]), at("2026-12-10T17:00:00.000Z", [])]).toEqual([
      1, 1, 0, 0,
    ]);
  });
});

describe("Đ22.k2: an order", () => {
  const facts: PlanFacts = {
    units: [
      { id: "a", name: "Phòng A" },
      { id: "b", name: "Phòng B" },
    ],
    inspectors: ["oanh", "ha"],
    belongings: [
      { person: "oanh", unit: "b", to: null },
      { person: "ha", unit: "a", to: "2025-12-31" },
    ],
    hasCriteria: true,
  };
  const good: PlanInput = {
    type: "yearly",
    title: "Đánh giá năm 2026",
    decision: "40/QĐ",
    from: "2026-01-01",
    to: "2026-11-30",
    units: ["a", "b"],
    team: ["oanh", "ha"],
    sampleSize: 5,
  };
  const codes = (change: Partial<PlanInput>, hat: Hat = "DIRECTOR") =>
    planRefusals({ ...good, ...change }, facts, { hat }).map(({ code }) => code);

  test("is lawful when it has a period, units, a team, and somebody disinterested for each unit", () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, "SECRETARY")).toEqual(["inspectionNotYours"]);
    expect(codes({ team: ["oanh"] })).toEqual(["inspectionUnitWithoutInspector"]);
    // Hà left unit A before the period began; while it ran it was his own.
    expect(codes({ team: ["ha"] })).toEqual([]);
    expect(codes({ team: ["ha"], from: "2025-12-01" })).toEqual(["inspectionUnitWithoutInspector"]);
  });

  test("refuses an inverted period, days that do not exist, and a yearly one longer than a year", () => {
    expect(codes({ from: "2026-12-01" })).toEqual(["inspectionPeriodInverted"]);
    expect(codes({ to: "2026-02-30" })).toEqual(["inspectionPeriodInverted"]);
    expect(codes({ from: "2025-11-29" })).toEqual(["inspectionYearlyTooLong"]);
    expect(codes({ from: "2025-11-29", type: "thematic" })).toEqual([]);
  });

  test("Đ22.k1: the yearly one leaves no unit out; others may", () => {
    expect(codes({ units: ["a"] })).toEqual(["inspectionYearlyAllUnits"]);
    expect(codes({ units: ["a"], type: "adhoc" })).toEqual([]);
    expect(codes({ units: [], type: "adhoc" })).toEqual(["inspectionNoUnit"]);
    expect(codes({ units: ["x"], type: "adhoc" })).toEqual(["inspectionUnitUnknown"]);
    expect(codes({ team: [], decision: "", title: "", type: "x" })).toEqual([
      "inspectionTypeUnknown",
      "inspectionTitleMissing",
      "inspectionDecisionMissing",
      "inspectionNoTeam",
    ]);
    expect(codes({ team: ["oanh", "mai"] })).toEqual(["inspectionMemberUnknown"]);
  });
});

test("Đ22.k2: a unit is one's own by the person's unit or by any paper that reached into the period", () => {
  const papers = [{ person: "lan", unit: "a", to: "2026-03-31" }];
  expect(isInterested(papers, "lan", "a", "2026-03-31")).toBe(true);
  expect(isInterested(papers, "lan", "a", "2026-04-01")).toBe(false);
  expect(isInterested(papers, "lan", "b", "2026-01-01")).toBe(false);
});

test("Đ22.k2: only criteria that are not computed are marked, from 0 to 100, with what speaks for it", () => {
  const facts = { manual: ["thai-do"], sample: [{ unit: "a", article: "x" }] };
  const codes = (input: object) =>
    markRefusals(
      { unit: "a", criterion: "", article: null, value: null, note: "Có sổ theo dõi đầy đủ", ...input },
      facts,
    ).map(({ code }) => code);
  expect(codes({ criterion: "thai-do", value: 80 })).toEqual([]);
  expect(codes({ criterion: "quota", value: 80 })).toEqual(["inspectionComputed"]);
  expect(codes({ criterion: "thai-do", value: 101 })).toEqual(["inspectionMarkOutOfRange"]);
  expect(codes({ criterion: "thai-do", value: 79.5 })).toEqual(["inspectionMarkOutOfRange"]);
  expect(codes({ criterion: "thai-do", value: 80, note: "tốt" })).toEqual(["inspectionMarkUnexplained"]);
  expect(codes({ article: "x", value: 100, note: "" })).toEqual([]);
  expect(codes({ article: "x", value: 0, note: "" })).toEqual(["inspectionMarkUnexplained"]);
  expect(codes({ article: "y", value: 100 })).toEqual(["inspectionArticleNotDrawn"]);
  expect(codes({ article: "x", unit: "b", value: 100 })).toEqual(["inspectionArticleNotDrawn"]);
  expect(codes({})).toEqual([]);
  expect(codes({ note: " " })).toEqual(["inspectionFindingMissing"]);
});

test("Đ22.k1, A-30: weights are whole numbers and 100 together", () => {
  const criterion = (name: string, weight: number, source = ""): CriterionInput => ({
    name,
    weight,
    source,
    guide: "",
  });
  const codes = (...criteria: CriterionInput[]) =>
    criteriaRefusals({ name: "Bộ", from: "2026-01-01", criteria }, ["quota"]).map(({ code }) => code);
  expect(codes(criterion("A", 40, "quota"), criterion("B", 60))).toEqual([]);
  expect(codes(criterion("A", 40), criterion("B", 50))).toEqual(["weightsNot100"]);
  expect(codes()).toEqual(["weightsNot100"]);
  expect(codes(criterion("A", 120), criterion("B", -20))).toEqual(["weightInvalid"]);
  expect(codes(criterion("A", 99.5), criterion("B", 0.5))).toEqual(["weightInvalid"]);
  expect(codes(criterion("A", 50), criterion("A", 50))).toEqual(["criterionTwice"]);
  expect(codes(criterion("", 50), criterion("B", 50, "x"))).toEqual(["criterionNameMissing", "criterionSourceUnknown"]);
});

test("Đ22.k2: the sample is the first of SHA-256(seed + id), the same for whoever counts again", () => {
  const articles = Array.from({ length: 9 }, (_, place) => ({ id: `bai-${place}` }));
  const drawn = drawSample("0123456789abcdef", articles, 3).map(({ article }) => article.id);
  // for n in 0 … 8: printf '%s' "0123456789abcdefbai-$n" | sha256sum; sorted, the first three.
  expect(drawn).toEqual(["bai-2", "bai-4", "bai-1"]);
  expect(drawn).toEqual(drawSample("0123456789abcdef", articles.toReversed(), 3).map(({ article }) => article.id));
  expect(drawSample("fedcba9876543210", articles, 9).map(({ article }) => article.id)).not.toEqual(
    drawSample("0123456789abcdef", articles, 9).map(({ article }) => article.id),
  );
  expect(drawSample("0123456789abcdef", articles, 50)).toHaveLength(9);
  expect(drawSample("s", [{ id: "x" }], 1)[0]!.hash).toBe(
    // printf sx | sha256sum
    "9740c9dcdb4487d8cd63d2a544d8e6573f082081c49aef08c7853ab0f99e019a",
  );
});

test("Đ19.k1: a point is nothing but its lines; equals share a place", () => {
  const line = (isMet: boolean) => ({ what: "", day: "", isMet, note: "", href: "" });
  expect([reachedBy([]), reachedBy([line(true), line(true), line(false)])]).toEqual([100, 67]);
  const score = (unit: string, weight: number, reached: number) => ({
    unit,
    criterion: "x",
    weight,
    reached,
    lines: [],
  });
  expect(pointsOf(score("a", 40, 67))).toBe(26.8);
  expect(totalOf([score("a", 40, 67), score("a", 60, 50), score("b", 40, 1)], "a")).toBe(56.8);
  expect([
    ...placesOf([
      ["a", 90],
      ["b", 90],
      ["c", 80],
    ]),
  ]).toEqual([
    ["a", 1],
    ["b", 1],
    ["c", 3],
  ]);
});
