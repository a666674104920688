import { describe, expect, test } from "vitest";
import {
  actorIn,
  factsOf,
  goodForm,
  NOW,
  type Relation,
  surroundingsOf,
  type World,
} from "../../test/matrix/situations.ts";
import { type Act, type GuardName, INPUT_GUARDS } from "../regulation/article-moves.ts";
import { APPRAISAL_POINTS, APPROVAL_POINTS } from "../regulation/checklists.ts";
import type { ActingHat } from "../regulation/hats.ts";
import type { State } from "../regulation/states.ts";
import type { EditionFacts, MoveInput, Surroundings } from "./facts.ts";
import { GUARDS } from "./guards.ts";
import { choices, decide } from "./workflow.ts";

/** A step that is allowed, and one thing that is then not as it must be. */
interface Case {
  readonly rule: string;
  readonly act: Act;
  readonly state: State;
  readonly hat: ActingHat;
  readonly relation?: readonly Relation[];
  readonly world?: Partial<World>;
  readonly facts?: Partial<EditionFacts>;
  readonly around?: Partial<Surroundings>;
  readonly input?: Partial<Record<keyof MoveInput, unknown>>;
  /** Codes of the refusal; none: it stays allowed. */
  readonly refused: readonly string[];
}

function answer(one: Case, isSpoilt: boolean) {
  const world: World = {
    state: one.state,
    origin: "unit",
    returnedTo: null,
    isAppraised: true,
    isTakedownDecided: false,
    ...one.world,
  };
  const relation = one.relation ?? [];
  return decide({
    facts: { ...factsOf(world, relation), ...(isSpoilt ? one.facts : {}) },
    around: { ...surroundingsOf(world), ...(isSpoilt ? one.around : {}) },
    input: { ...goodForm(one.act), ...(isSpoilt ? one.input : {}) } as MoveInput,
    by: actorIn(one.hat, relation),
    at: NOW,
  });
}

const approve = { act: "approve", state: "AWAITING_FINAL", hat: "CHIEF" } as const;
const forward = { act: "forward", state: "UNDER_REVIEW", hat: "SECRETARY", relation: ["claimant"] } as const;
const inUnit = { act: "approveInUnit", state: "AWAITING_HEAD", hat: "MEMBER", relation: ["head"] } as const;
const claim = { act: "claim", state: "SUBMITTED", hat: "SECRETARY" } as const;
const publish = { act: "publish", state: "APPROVED", hat: "SECRETARY" } as const;
const clock = { act: "publishScheduled", state: "SCHEDULED", hat: "SYSTEM" } as const;
const correct = { act: "proposeCorrection", state: "PUBLISHED", hat: "SECRETARY" } as const;
const without = (points: readonly { id: string }[], left: string) =>
  points.map(({ id }) => id).filter((id) => id !== left);

const CASES: readonly Case[] = [
  // Form
  {
    ...approve,
    rule: "Đ15.k2.b3, REQ-104: a text that has changed since it was read is not approved",
    input: { hash: "cũ" },
    refused: ["sameText"],
  },
  {
    ...approve,
    rule: "Đ15.k2.b3: nor one whose hash the form does not say",
    input: { hash: undefined },
    refused: ["sameText"],
  },
  {
    ...publish,
    rule: "Đ15.k2.b4.g1: a text that has changed is not posted",
    input: { hash: "cũ" },
    refused: ["sameText"],
  },
  ...APPROVAL_POINTS.map(
    ({ id, clause }): Case => ({
      ...approve,
      rule: `${clause}: an approval with the point “${id}” not ticked`,
      input: { checked: without(APPROVAL_POINTS, id) },
      refused: ["approvalChecked"],
    }),
  ),
  ...APPRAISAL_POINTS.map(
    ({ id, clause }): Case => ({
      ...forward,
      rule: `${clause}: an appraisal with the point “${id}” not ticked`,
      input: { checked: without(APPRAISAL_POINTS, id) },
      refused: ["appraisalChecked"],
    }),
  ),
  {
    ...forward,
    rule: "Đ15.k2.b3: nothing ticked at all",
    input: { checked: undefined },
    refused: ["appraisalChecked"],
  },
  {
    act: "sendBack",
    state: "UNDER_REVIEW",
    hat: "SECRETARY",
    relation: ["claimant"],
    rule: "REQ-103: sending back without a reason",
    input: { reason: undefined },
    refused: ["reasonGiven"],
  },
  {
    act: "returnToAuthor",
    state: "AWAITING_HEAD",
    hat: "MEMBER",
    relation: ["head"],
    rule: "Đ16.k4.g2: returning with nine characters",
    input: { reason: "123456789" },
    refused: ["reasonGiven"],
  },
  {
    act: "returnToAuthor",
    state: "AWAITING_HEAD",
    hat: "MEMBER",
    relation: ["head"],
    rule: "Đ16.k4.g2: ten are enough",
    input: { reason: "1234567890" },
    refused: [],
  },
  {
    act: "returnToAuthor",
    state: "AWAITING_HEAD",
    hat: "MEMBER",
    relation: ["head"],
    rule: "Đ16.k4.g2: spaces are no reason",
    input: { reason: "  12345  \n   " },
    refused: ["reasonGiven"],
  },
  {
    ...approve,
    act: "cancel",
    rule: "REQ-106: cancelling without a reason",
    input: { reason: "" },
    refused: ["reasonGiven"],
  },
  {
    ...approve,
    act: "returnUnapproved",
    rule: "REQ-107: returning without saying to whom",
    input: { addressee: undefined },
    refused: ["addresseeGiven"],
  },
  {
    ...approve,
    act: "returnUnapproved",
    rule: "REQ-107: returning to somebody who is neither",
    input: { addressee: "CHIEF" },
    refused: ["addresseeGiven"],
  },
  {
    ...approve,
    act: "returnUnapproved",
    rule: "REQ-107: nothing filled in: every reason at once",
    input: { addressee: undefined, reason: "", hash: "cũ" },
    refused: ["sameText", "reasonGiven", "addresseeGiven"],
  },
  {
    ...inUnit,
    rule: "REQ-102: sending to a deputy who is not in charge",
    input: { addressee: "hà" },
    refused: ["addresseeInCharge"],
  },
  {
    ...inUnit,
    rule: "REQ-102: sending to one who is",
    input: { addressee: "hưng" },
    around: { deputiesInCharge: ["hưng"] },
    refused: [],
  },
  { ...inUnit, rule: "REQ-102: sending to nobody", input: { addressee: undefined }, refused: ["addresseeInCharge"] },
  {
    ...publish,
    act: "schedule",
    rule: "Đ15.k2.b4.g1: an hour that has passed",
    input: { publishAt: "2026-11-24T00:59:59.999Z" },
    refused: ["timeInFuture"],
  },
  {
    ...publish,
    act: "schedule",
    rule: "Đ15.k2.b4.g1: this very moment",
    input: { publishAt: NOW },
    refused: ["timeInFuture"],
  },
  {
    ...publish,
    act: "schedule",
    rule: "Đ15.k2.b4.g1: no hour",
    input: { publishAt: undefined },
    refused: ["timeInFuture"],
  },
  {
    ...correct,
    rule: "Đ15.k2, REQ-020: a correction without its note",
    input: { note: "sửa" },
    refused: ["noteGiven"],
  },
  {
    act: "resubmit",
    state: "RETURNED",
    hat: "SECRETARY",
    world: { returnedTo: "SECRETARY" },
    rule: "REQ-108: sending on again without saying what was changed",
    input: { note: "" },
    refused: ["noteGiven"],
  },
  // Text
  {
    ...inUnit,
    rule: "REQ-036: a text without its source is not sent",
    around: { contentProblems: [{ code: "sourceMissing", clause: "REQ-036" }] },
    refused: ["sourceMissing"],
  },
  {
    ...approve,
    rule: "REQ-036: nor approved",
    around: { contentProblems: [{ code: "sourceMissing", clause: "REQ-036" }] },
    refused: ["sourceMissing"],
  },
  // Origin
  {
    ...inUnit,
    rule: "A-31: a head approves no article of the board",
    facts: { origin: "board" },
    refused: ["unitOrigin"],
  },
  {
    act: "submitAsBoard",
    state: "DRAFT",
    hat: "SECRETARY",
    relation: ["author"],
    world: { origin: "board" },
    rule: "REQ-122: an article of a unit does not pass as one of the board",
    facts: { origin: "unit" },
    refused: ["boardOrigin"],
  },
  {
    act: "submitAsBoard",
    state: "DRAFT",
    hat: "SECRETARY",
    relation: ["author"],
    world: { origin: "board" },
    rule: "T5: nor where the category takes none",
    around: { categoryAllowsBoard: false },
    refused: ["categoryAllowsBoard"],
  },
  {
    act: "approveInUnit",
    state: "DRAFT",
    hat: "MEMBER",
    relation: ["author", "head"],
    rule: "Đ16.k4.g2: a head sends no draft of another before it is given to him",
    facts: { author: "mai" },
    refused: ["authorIsActor"],
  },
  // Four eyes
  { ...claim, rule: "A-08: the author does not appraise", facts: { author: "tôi" }, refused: ["notAuthor"] },
  {
    ...claim,
    rule: "A-08: nor does the author of the article in a correction",
    facts: { articleAuthor: "tôi" },
    refused: ["notAuthor"],
  },
  {
    ...claim,
    rule: "A-08: nor who wrote in it before it was sent",
    facts: { writers: ["mai", "tôi"] },
    refused: ["notWriter"],
  },
  {
    ...claim,
    rule: "A-08: nor the head who approved it, in his hat of secretary",
    facts: { unitApprover: "tôi" },
    refused: ["notUnitApprover"],
  },
  {
    ...claim,
    rule: "A-08: one who is all of these hears all of it",
    facts: { author: "tôi", writers: ["tôi"], unitApprover: "tôi" },
    refused: ["notAuthor", "notWriter", "notUnitApprover"],
  },
  {
    ...forward,
    rule: "A-08: the author does not send it to step 3 himself",
    facts: { author: "tôi" },
    refused: ["notAuthor"],
  },
  { ...approve, rule: "A-08: the author does not approve", facts: { author: "tôi" }, refused: ["notAuthor"] },
  {
    ...approve,
    rule: "A-08: nor who edited since the last approval",
    facts: { editors: ["tôi"] },
    refused: ["notEditor"],
  },
  {
    ...approve,
    rule: "A-08: nor who sent it on, though he edited nothing",
    facts: { appraisers: ["lan", "tôi"] },
    refused: ["notAppraiser"],
  },
  {
    ...approve,
    hat: "STANDING_DEPUTY",
    rule: "A-08: nor the standing deputy who appraised",
    facts: { appraisers: ["tôi"] },
    refused: ["notAppraiser"],
  },
  {
    ...publish,
    rule: "Đ8, A-08: who approved does not post",
    facts: { approval: { by: "tôi", hash: "mã", at: NOW } },
    refused: ["notApprover"],
  },
  // Steps
  {
    ...forward,
    rule: "A-05: where the setting says so, the deputy in charge must have approved this text",
    around: { deputiesInCharge: ["hưng"] },
    refused: ["fieldApproved"],
  },
  {
    ...forward,
    rule: "A-05: for another text does not count",
    around: { deputiesInCharge: ["hưng"] },
    facts: { fieldApprovedHash: "mã cũ" },
    refused: ["fieldApproved"],
  },
  {
    ...forward,
    rule: "A-05: for this text does",
    around: { deputiesInCharge: ["hưng"] },
    facts: { fieldApprovedHash: "mã" },
    refused: [],
  },
  {
    ...forward,
    rule: "A-05: without the setting nothing is asked",
    around: { deputiesInCharge: ["hưng"], fieldApprovalRequired: false },
    refused: [],
  },
  {
    ...forward,
    hat: "DEPUTY",
    relation: ["claimant", "chargeByUnit"],
    rule: "A-05: the deputy in charge himself needs none",
    around: { deputiesInCharge: ["tôi"] },
    refused: [],
  },
  {
    act: "resubmit",
    state: "RETURNED",
    hat: "SECRETARY",
    world: { returnedTo: "SECRETARY" },
    rule: "A-22: what went back to the unit is not sent on by the secretary",
    facts: { returnedTo: "MEMBER" },
    refused: ["returnedToSecretary"],
  },
  {
    act: "rework",
    state: "RETURNED",
    hat: "MEMBER",
    relation: ["head"],
    world: { returnedTo: "MEMBER" },
    rule: "A-22: nor the other way round",
    facts: { returnedTo: "SECRETARY" },
    refused: ["returnedToMember"],
  },
  {
    act: "forward",
    state: "SUBMITTED",
    hat: "SECRETARY",
    rule: "A-22: what nobody has appraised yet does not skip step 2",
    facts: { appraisers: [] },
    refused: ["appraisedBefore"],
  },
  { ...publish, rule: "REQ-105: without an approval", facts: { approval: null }, refused: ["approvedText"] },
  {
    ...publish,
    rule: "REQ-105: on the approval of another text",
    facts: { approval: { by: "minh", hash: "mã cũ", at: NOW } },
    refused: ["approvedText"],
  },
  {
    ...clock,
    rule: "Đ15.k2.b4.g1: the clock posts nothing early",
    facts: { schedule: { by: "lan", at: "2026-11-24T01:00:00.001Z" } },
    refused: ["timeReached"],
  },
  {
    ...clock,
    rule: "Đ15.k2.b4.g1: nor for one who is no longer secretary",
    around: { schedulerIsSecretary: false },
    refused: ["schedulerStillSecretary"],
  },
  { ...clock, rule: "Đ15.k2.b4.g1: nor without an hour", facts: { schedule: null }, refused: ["timeReached"] },
  { ...clock, rule: "REQ-105: nor what is not approved", facts: { approval: null }, refused: ["approvedText"] },
  {
    ...correct,
    rule: "Đ15.k2: one correction at a time",
    around: { hasOpenEdition: true },
    refused: ["noOpenEdition"],
  },
  { ...correct, rule: "Đ15.k2: only of what is live", around: { isLive: false }, refused: ["isLive"] },
  {
    act: "supersede",
    state: "PUBLISHED",
    hat: "SECRETARY",
    rule: "Đ15.k3: nothing leaves the public without its successor",
    around: { hasSuccessor: false },
    refused: ["hasSuccessor"],
  },
  {
    act: "executeTakedown",
    state: "PUBLISHED",
    hat: "SECRETARY",
    world: { isTakedownDecided: true },
    rule: "Đ15.k3.g1: nothing is taken down before the head has decided",
    facts: { takedownDecided: false },
    refused: ["takedownDecided"],
  },
  {
    act: "restore",
    state: "TAKEN_DOWN",
    hat: "SECRETARY",
    rule: "Đ15.k3: posting again while another edition is on its way",
    around: { hasOpenEdition: true },
    refused: ["noOpenEdition"],
  },
  {
    ...publish,
    rule: "Đ15.k3.g1: what is to be taken down is not replaced instead",
    around: { isToBeTakenDown: true },
    refused: ["noTakedownPending"],
  },
  { ...clock, rule: "Đ15.k3.g1: nor by the clock", around: { isToBeTakenDown: true }, refused: ["noTakedownPending"] },
  {
    act: "restore",
    state: "TAKEN_DOWN",
    hat: "SECRETARY",
    rule: "Đ15.k3: what is public again is not posted again from an old text",
    around: { isTakenDown: false },
    refused: ["isTakenDown"],
  },
];

describe("the conditions of each step", () => {
  test.each(CASES.map((one) => [one.rule, one] as const))("%s", (_, one) => {
    const before = answer(one, false);
    if (!before.ok) expect(before.error).toEqual([]);
    const after = answer(one, true);
    expect(after.ok ? [] : after.error.map(({ code }) => code)).toEqual([...one.refused]);
  });

  test("every condition is tried above", () => {
    const tried = new Set(CASES.flatMap(({ refused }) => refused));
    const names = Object.keys(GUARDS) as GuardName[];
    expect(names.filter((name) => !tried.has(name) && name !== "contentComplete")).toEqual([]);
  });

  test("Đ10.p3: without a delegation the standing deputy hears that he needs one, and not that it is not his", () => {
    const refused = answer({ ...correct, act: "decideTakedown", hat: "STANDING_DEPUTY", rule: "", refused: [] }, false);
    expect(refused).toMatchObject({ ok: false, error: [{ code: "noDelegation", clause: "Đ15.k3.g1" }] });
  });

  test("what only a form can supply does not take a button away", () => {
    const world: World = {
      state: "AWAITING_FINAL",
      origin: "unit",
      returnedTo: null,
      isAppraised: true,
      isTakedownDecided: false,
    };
    const offered = choices(factsOf(world, []), surroundingsOf(world), actorIn("CHIEF", []), NOW);
    expect(offered.map(({ rule }) => rule.act)).toEqual(["approve", "returnUnapproved", "cancel"]);
    expect(offered.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(INPUT_GUARDS).toContain("approvalChecked");
  });
});

describe("Đ5.k1, Đ5.k4, Đ6.k1, Đ6.k3, Đ17.k1.a–g: what is right of a text is for people to say", () => {
  test("all of these clauses are asked of whoever appraises or approves", () => {
    const asked = new Set([...APPRAISAL_POINTS, ...APPROVAL_POINTS].map(({ clause }) => clause));
    const named = ["Đ5.k1", "Đ5.k4", "Đ6.k1", "Đ6.k3", ..."abcdđeg".split("").map((letter) => `Đ17.k1.${letter}`)];
    expect(named.filter((clause) => !asked.has(clause))).toEqual([]);
  });

  test.each(APPRAISAL_POINTS.map(({ id }) => id))("each point left unticked stops the appraisal: %s", (left) => {
    const input = { checked: without(APPRAISAL_POINTS, left) };
    const refused = answer({ ...forward, input, rule: "", refused: [] }, true);
    expect(refused).toMatchObject({ ok: false, error: [{ code: "appraisalChecked" }] });
  });

  test.each(APPROVAL_POINTS.map(({ id }) => id))("each point left unticked stops the approval: %s", (left) => {
    const input = { checked: without(APPROVAL_POINTS, left) };
    const refused = answer({ ...approve, input, rule: "", refused: [] }, true);
    expect(refused).toMatchObject({ ok: false, error: [{ code: "approvalChecked" }] });
  });
});

describe("A-08: an exception with a reason", () => {
  const alone = { somebodyElse: false };
  const exception = "Phó Trưởng ban thường trực nghỉ ốm";
  const own = { ...approve, facts: { author: "tôi", editors: ["tôi"] }, rule: "", refused: [] } as const;

  test("is allowed where nobody else can, and kept with the step", () => {
    const done = answer({ ...own, around: alone, input: { exception: `  ${exception} ` } }, true);
    expect(done).toMatchObject({ ok: true, value: { exception } });
  });

  test("needs the reason", () => {
    for (const words of [undefined, "", "ốm", "          "]) {
      const refused = answer({ ...own, around: alone, input: { exception: words } }, true);
      expect(refused).toMatchObject({ ok: false, error: [{ code: "notAuthor" }, { code: "notEditor" }] });
    }
  });

  test("is refused while somebody else can", () => {
    const refused = answer({ ...own, input: { exception } }, true);
    expect(refused).toMatchObject({
      ok: false,
      error: [{ code: "notAuthor" }, { code: "notEditor" }, { code: "exceptionNotNeeded", clause: "A-08" }],
    });
  });

  test("lifts four eyes and nothing else", () => {
    const refused = answer({ ...own, around: alone, input: { exception, hash: "cũ", checked: [] } }, true);
    expect(refused).toMatchObject({ ok: false, error: [{ code: "sameText" }, { code: "approvalChecked" }] });
    const wrongHat = answer({ ...own, hat: "SECRETARY", around: alone, input: { exception } }, true);
    expect(wrongHat).toMatchObject({ ok: false, error: [{ code: "notThisHat" }] });
  });

  test("is not noted on a step that needed none", () => {
    const done = answer({ ...approve, rule: "", refused: [], around: alone, input: { exception } }, true);
    expect(done).toMatchObject({ ok: true, value: { exception: null } });
  });
});
