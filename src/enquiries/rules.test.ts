import { describe, expect, test } from "vitest";
import { actor } from "../../test/support/boards.ts";
import { keptUntil } from "../intake/slips.ts";
import { ENQUIRY_MOVES, ENQUIRY_STATE_NAMES, type EnquiryState } from "../regulation/enquiry-moves.ts";
import type { ActingHat } from "../regulation/hats.ts";
import { HAT_NAMES } from "../regulation/hats.ts";
import { decideEnquiry, draftHash, type EnquiryFacts, type EnquiryInput, enquiryRefusals } from "./rules.ts";

const AT = "2026-11-24T01:00:00.000Z";
const AROUND = { unitHasHead: true, somebodyElse: true, articleLive: true };
const draft = { question: "Lớp tối học ngày nào?", answer: "Lớp tối học thứ Ba, thứ Năm.", isPublic: true };
const facts = (state: EnquiryState, more: Partial<EnquiryFacts> = {}): EnquiryFacts => ({
  state,
  unit: "dao-tao",
  sender: { name: "Vũ Thị Hạnh", email: "hanh@example.com", phone: "" },
  draft,
  drafters: ["somebody"],
  erased: false,
  keepUntil: AT,
  ...more,
});
/** A form that lacks nothing. */
const full = (act: EnquiryInput["act"]): EnquiryInput => ({
  act,
  unit: "dao-tao",
  reason: "Một lý do đủ dài",
  draft,
  hash: draftHash(draft),
});

const LINKERS = { SECRETARY: "y", CHIEF: "y", STANDING_DEPUTY: "y" } as const;
/** Who may do what where, written by hand: `u` only for his own unit, `y` for all. Everything else is refused. */
const ALLOWED: Readonly<Record<string, Partial<Record<ActingHat, "u" | "y">>>> = {
  "assign RECEIVED": { SECRETARY: "y" },
  "assign ASSIGNED": { SECRETARY: "y" },
  "handBack ASSIGNED": { MEMBER: "u" },
  "draft ASSIGNED": { MEMBER: "u", DEPUTY: "u", STANDING_DEPUTY: "y", CHIEF: "y", SECRETARY: "y" },
  "draft DRAFTED": { MEMBER: "u", DEPUTY: "u", STANDING_DEPUTY: "y", CHIEF: "y", SECRETARY: "y" },
  "sendBack DRAFTED": { DEPUTY: "u", STANDING_DEPUTY: "y", CHIEF: "y", SECRETARY: "y" },
  "release DRAFTED": { DEPUTY: "u", STANDING_DEPUTY: "y", CHIEF: "y", SECRETARY: "y" },
  "decline RECEIVED": { SECRETARY: "y", CHIEF: "y", STANDING_DEPUTY: "y" },
  "decline ASSIGNED": { SECRETARY: "y", CHIEF: "y", STANDING_DEPUTY: "y" },
  "decline DRAFTED": { SECRETARY: "y", CHIEF: "y", STANDING_DEPUTY: "y" },
  "link RECEIVED": LINKERS,
  "link ASSIGNED": LINKERS,
  "link DRAFTED": LINKERS,
  "link RELEASED": LINKERS,
  "link DECLINED": LINKERS,
  "erase RELEASED": { SYSTEM: "y" },
  "erase DECLINED": { SYSTEM: "y" },
};
const ACTS = [...new Set(ENQUIRY_MOVES.map(({ act }) => act))].filter(
  (act): act is EnquiryInput["act"] => act !== "receive" && act !== "receiveForUnit",
);
const HATS: readonly ActingHat[] = [...HAT_NAMES, "SYSTEM"];
const cases = ACTS.flatMap((act) =>
  ENQUIRY_STATE_NAMES.flatMap((state) =>
    HATS.flatMap((hat) => [true, false].map((own) => [act, state, hat, own] as const)),
  ),
);

test("Đ16.k2: every act in every state by every hat, within its unit and outside, is as the table by hand says", () => {
  const wrong = cases.filter(([act, state, hat, own]) => {
    const by = actor("ai-do", hat, { units: own ? ["dao-tao"] : ["khac"] });
    const reach = ALLOWED[`${act} ${state}`]?.[hat];
    const expected = reach === "y" || (reach === "u" && own);
    return decideEnquiry(facts(state), full(act), by, AT, AROUND).ok !== expected;
  });
  expect(wrong).toEqual([]);
  expect(cases).toHaveLength(8 * 5 * 10 * 2);
});

describe("what each step needs", () => {
  const by = actor("ai-do", "SECRETARY");
  const codes = (state: EnquiryState, input: EnquiryInput, more: Partial<EnquiryFacts> = {}, hasHead = true) => {
    const answer = decideEnquiry(facts(state, more), input, by, AT, { ...AROUND, unitHasHead: hasHead });
    return answer.ok ? [] : answer.error.map(({ code }) => code);
  };
  test.each<[string, EnquiryState, EnquiryInput, Partial<EnquiryFacts>]>([
    ["answerGiven", "ASSIGNED", { act: "draft", draft: { ...draft, answer: "ngắn" } }, {}],
    ["answerGiven", "ASSIGNED", { act: "draft", draft: { ...draft, question: "" } }, {}],
    ["answerGiven", "ASSIGNED", { act: "draft", draft: { ...draft, answer: "dài ".repeat(6_000) } }, {}],
    ["sameDraft", "DRAFTED", { ...full("release"), hash: "khác" }, {}],
    ["notDrafter", "DRAFTED", full("release"), { drafters: ["a", "ai-do"] }],
    ["reasonGiven", "DRAFTED", { act: "sendBack", reason: "ngắn" }, {}],
    ["reasonGiven", "RECEIVED", { act: "decline", reason: "  " }, {}],
  ])("%s in %s", (code, state, input, more) => {
    expect(codes(state, input, more)).toEqual([code]);
  });
  test("A-08: its drafter releases it with a reason where nobody else may, and nowhere else", () => {
    const decided = (exception: string, somebodyElse: boolean) => {
      const mine = facts("DRAFTED", { drafters: ["ai-do"] });
      const answer = decideEnquiry(mine, { ...full("release"), exception }, by, AT, { ...AROUND, somebodyElse });
      return answer.ok ? answer.value.exception : answer.error.map(({ code }) => code);
    };
    expect(decided("Cả Ban biên tập nghỉ phép", false)).toBe("Cả Ban biên tập nghỉ phép");
    expect(decided("bận", false)).toEqual(["notDrafter"]);
    expect(decided("Cả Ban biên tập nghỉ phép", true)).toEqual(["notDrafter", "exceptionNotNeeded"]);
    const other = facts("DRAFTED", { drafters: ["khac"] });
    const plain = decideEnquiry(other, { ...full("release"), exception: "Không cần đến đâu" }, by, AT, AROUND);
    expect(plain.ok && plain.value.exception).toBeNull();
  });
  test("a unit without a head is assigned nothing", () => {
    expect(codes("RECEIVED", full("assign"), {}, false)).toEqual(["unitHasHead"]);
  });
  test("an answer only for the asker may name him; one for everybody may not", () => {
    const named = { ...draft, answer: "Kính gửi bà Vũ Thị Hạnh, lớp học thứ Ba." };
    const release = { ...full("release"), hash: draftHash(named) };
    expect(codes("DRAFTED", release, { draft: named })).toEqual(["publicClean"]);
    const own = { ...named, isPublic: false };
    expect(codes("DRAFTED", { ...release, hash: draftHash(own) }, { draft: own })).toEqual([]);
  });
  test("law.md §7: nothing is erased early, and nothing twice", () => {
    const system = actor("system", "SYSTEM");
    const erase = (more: Partial<EnquiryFacts>) =>
      decideEnquiry(facts("RELEASED", more), { act: "erase" }, system, AT, AROUND).ok;
    expect(erase({ keepUntil: "2026-11-24T01:00:00.001Z" })).toBe(false);
    expect(erase({ keepUntil: AT })).toBe(true);
    expect(erase({ erased: true })).toBe(false);
    expect(keptUntil("2026-02-28T23:00:00.000Z", 12)).toBe("2027-02-28T23:00:00.000Z");
  });
});

test("REQ-016: everything wrong with a question is told at once", () => {
  const typed = {
    kind: "x",
    unit: null,
    topic: "t".repeat(151),
    name: "",
    email: "a@b",
    phone: "12",
    content: "ngắn",
    consent: false,
  };
  expect(enquiryRefusals(typed, false).map(({ code }) => code)).toEqual([
    "enquiryKindUnknown",
    "senderNameMissing",
    "contactEmailInvalid",
    "contactPhoneInvalid",
    "askedUnitUnknown",
    "topicTooLong",
    "contentTooShort",
    "consentMissing",
  ]);
});
