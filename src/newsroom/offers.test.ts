import { expect, test } from "vitest";
import type { Actor, Delegation } from "../board/actor.ts";
import { ARTICLE_MOVES } from "../regulation/article-moves.ts";
import type { Hat } from "../regulation/hats.ts";
import type { EditionFacts } from "./facts.ts";
import { foldHistory } from "./history.ts";
import { advancing, offersTo, othersWhoCan, paperFor } from "./offers.ts";
import { NOTHING_AROUND } from "./workflow.ts";

const AT = "2026-11-24T01:00:00.000Z";
const actor = (person: string, hat: Hat, over: Partial<Actor> = {}): Actor => ({
  person,
  hat,
  units: [],
  fields: [],
  delegations: [],
  ...over,
});
const lan = actor("lan", "CONTRIBUTOR", { units: ["dao-tao"] });
const hoa = actor("hoa", "MEMBER", { units: ["dao-tao"] });
const minh = actor("minh", "CHIEF");
const thuy = actor("thuy", "STANDING_DEPUTY");
const vu = actor("vu", "SECRETARY");

const facts = (over: Partial<EditionFacts> = {}): EditionFacts => ({
  ...foldHistory(
    { edition: "e", article: "a", number: 1, origin: "unit", unit: "dao-tao", author: "lan", articleAuthor: "lan" },
    [],
  ),
  ...over,
});
const acts = (offers: ReturnType<typeof offersTo>) => offers.map(({ rule }) => rule.act);

test("an act is offered once, by the row that stands best", () => {
  const returned = facts({ state: "RETURNED", returnedTo: "SECRETARY", appraisers: ["thuy"] });
  const offers = offersTo(vu, returned, NOTHING_AROUND, [vu, minh], AT);
  expect(acts(offers)).toEqual([...new Set(acts(offers))]);
  expect(offers.find(({ rule }) => rule.act === "edit")).toMatchObject({ rule: { id: "E4" }, refusals: [] });
});

test("what happens by itself is offered to nobody", () => {
  for (const state of ["PUBLISHED", "SCHEDULED"] as const) {
    expect(acts(offersTo(vu, facts({ state }), NOTHING_AROUND, [vu], AT))).not.toContain("supersede");
  }
});

test("A-08: an exception is offered only where nobody else could do it without one", () => {
  const appraised = facts({ state: "AWAITING_FINAL", appraisers: ["thuy"] });
  const approval = (actors: readonly Actor[]) =>
    offersTo(thuy, appraised, NOTHING_AROUND, actors, AT).find(({ rule }) => rule.act === "approve");
  expect(approval([thuy, minh])).toMatchObject({ byException: false, refusals: [{ code: "notAppraiser" }] });
  expect(approval([thuy])).toMatchObject({ byException: true, refusals: [] });
  const written = facts({ state: "AWAITING_FINAL", appraisers: ["thuy"], author: "minh", articleAuthor: "minh" });
  const chief = offersTo(minh, written, NOTHING_AROUND, [thuy, minh], AT).find(({ rule }) => rule.act === "approve");
  expect(chief).toMatchObject({ byException: true });
});

test("A-08: where more than four eyes is in the way, no exception helps", () => {
  const incomplete = { ...NOTHING_AROUND, contentProblems: [{ code: "leadMissing", clause: "Đ5.k4" }] };
  const appraised = facts({ state: "AWAITING_FINAL", appraisers: ["thuy"] });
  const offer = offersTo(thuy, appraised, incomplete, [thuy], AT).find(({ rule }) => rule.act === "approve");
  expect(offer).toMatchObject({ byException: false, refusals: [{ code: "notAppraiser" }, { code: "leadMissing" }] });
});

test("only what carries the article on, and can be done, makes it wait for somebody", () => {
  const waiting = facts({ state: "AWAITING_HEAD" });
  expect(acts(advancing(offersTo(hoa, waiting, NOTHING_AROUND, [hoa], AT)))).toEqual([
    "returnToAuthor",
    "approveInUnit",
  ]);
  expect(advancing(offersTo(lan, waiting, NOTHING_AROUND, [hoa], AT))).toEqual([]);
});

test("others are persons, each once, and never oneself", () => {
  const waiting = facts({ state: "AWAITING_FINAL" });
  const actors = [minh, thuy, vu, actor("minh", "STANDING_DEPUTY")];
  expect(othersWhoCan(waiting, NOTHING_AROUND, actors, "thuy", AT)).toEqual(["minh"]);
  expect(othersWhoCan(waiting, NOTHING_AROUND, actors, null, AT)).toEqual(["minh", "thuy"]);
});

test("Đ10.p3: the paper is named where the hat alone does not carry the act, and only there", () => {
  const rule = (id: string) => ARTICLE_MOVES.find((row) => row.id === id)!;
  const paper = { id: "gq1", powers: ["article.pull", "takedown.decide"] } as unknown as Delegation;
  const under = { ...thuy, delegations: [paper] };
  const claimed = facts({ state: "UNDER_REVIEW", claimedBy: "vu" });
  expect(paperFor(rule("R1"), claimed, under)).toBe(paper);
  expect(paperFor(rule("R1"), facts({ state: "UNDER_REVIEW", claimedBy: "thuy" }), under)).toBeNull();
  expect(paperFor(rule("T19"), facts({ state: "PUBLISHED" }), under)).toBe(paper);
  expect(paperFor(rule("T10"), facts({ state: "AWAITING_FINAL" }), under)).toBeNull();
  expect(paperFor(rule("R1"), claimed, minh)).toBeNull();
});
