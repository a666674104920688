import { describe, expect, test } from "vitest";
import { actor } from "../../test/support/boards.ts";
import type { Delegation } from "../board/actor.ts";
import type { Power } from "../regulation/hats.ts";
import { HAT_NAMES } from "../regulation/hats.ts";
import { confirmRefusals, executeRefusals, isConfirmed, type RedactionFacts } from "./redaction-rules.ts";
import { decideStep, ENTRY_ACTS, ENTRY_STATES, type EntryFacts, offeredActs } from "./rules.ts";

const facts = (more: Partial<EntryFacts> = {}): EntryFacts => ({
  state: "DRAFT",
  unit: "dao-tao",
  preparedBy: "mai",
  hash: "a",
  approvedHash: null,
  version: 1,
  isFilled: true,
  hasTitle: true,
  hasChangeNote: true,
  ...more,
});

/** The lawyer's table: hat × act, in the state where the act belongs; own unit / another unit. law.md §11. */
const TABLE: Readonly<Record<string, string>> = {
  //             save     send     head     return   approve  publish
  CONTRIBUTOR: "own      own      –        –        –        –",
  MEMBER: "own      own      own      own      –        –",
  DEPUTY: "own      own      –        own      own      –",
  STANDING_DEPUTY: "own      own      –        all      all      –",
  CHIEF: "–        –        –        all      all      –",
  SECRETARY: "all      all      –        all      –        all",
  ADMIN: "–        –        –        –        –        –",
  DIRECTOR: "–        –        –        –        –        –",
  INSPECTOR: "–        –        –        –        –        –",
  SYSTEM: "–        –        –        –        –        –",
};
const ORDER = ["save", "sendToHead", "approveInUnit", "return", "approve", "publish"] as const;
const HOME = {
  save: "DRAFT",
  sendToHead: "DRAFT",
  approveInUnit: "AWAITING_HEAD",
  return: "AWAITING_FINAL",
  approve: "AWAITING_FINAL",
  publish: "AWAITING_FINAL",
} as const;

describe("law.md §11: who does what with a disclosure entry", () => {
  const rows = Object.entries(TABLE).flatMap(([hat, cells]) =>
    cells.split(/\s+/).map((cell, index) => [hat, ORDER[index]!, cell] as const),
  );

  test("the table names every hat and every act", () => {
    expect(Object.keys(TABLE).sort()).toEqual([...HAT_NAMES, "SYSTEM"].sort());
    expect([...ORDER]).toEqual([...ENTRY_ACTS]);
  });

  test.each(rows)("%s, %s: %s", (hat, act, cell) => {
    const may = (unit: string) => {
      const at = facts({ state: HOME[act], unit, approvedHash: act === "publish" ? "a" : null });
      const by = actor("x", hat as "MEMBER", { units: ["dao-tao"] });
      return decideStep(at, { act, reason: "Số liệu chưa đúng" }, by).ok;
    };
    expect([may("dao-tao"), may("hanh-chinh")]).toEqual([cell !== "–", cell === "all"]);
  });
});

describe("Đ13.k1.c.g3: nothing leads out of what is published", () => {
  const all = ENTRY_STATES.flatMap((state) =>
    ENTRY_ACTS.flatMap((act) => [...HAT_NAMES, "SYSTEM" as const].map((hat) => [state, act, hat] as const)),
  );

  test("no hat, by no act, in PUBLISHED or SUPERSEDED", () => {
    const open = all.filter(([state, act, hat]) => {
      if (state !== "PUBLISHED" && state !== "SUPERSEDED") return false;
      const by = actor("x", hat, { units: ["dao-tao"] });
      return decideStep(facts({ state, approvedHash: "a" }), { act, reason: "Số liệu chưa đúng" }, by).ok;
    });
    expect(open).toEqual([]);
  });

  test("each act is possible in its own states only", () => {
    const open = new Set(
      all
        .filter(([state, act, hat]) => {
          const by = actor("x", hat, { units: ["dao-tao"] });
          return decideStep(facts({ state, approvedHash: "a" }), { act, reason: "Số liệu chưa đúng" }, by).ok;
        })
        .map(([state, act]) => `${state} ${act}`),
    );
    expect([...open].sort()).toEqual([
      "AWAITING_FINAL approve",
      "AWAITING_FINAL publish",
      "AWAITING_FINAL return",
      "AWAITING_HEAD approveInUnit",
      "AWAITING_HEAD return",
      "DRAFT save",
      "DRAFT sendToHead",
    ]);
  });
});

describe("the conditions of a step", () => {
  const secretary = actor("lan", "SECRETARY");
  const codes = (answer: ReturnType<typeof decideStep>) => (answer.ok ? [] : answer.error.map(({ code }) => code));

  test("Đ13.k1.c.g3: an empty entry is never sent on or published", () => {
    expect(codes(decideStep(facts({ isFilled: false }), { act: "sendToHead" }, secretary))).toEqual([
      "disclosureEmpty",
    ]);
  });
  test("a text that changed since it was read is not sent on", () => {
    expect(codes(decideStep(facts(), { act: "sendToHead", hash: "b" }, secretary))).toEqual(["disclosureTextChanged"]);
  });
  test("a second version says what differs", () => {
    const second = facts({ version: 2, hasChangeNote: false });
    expect(codes(decideStep(second, { act: "sendToHead" }, secretary))).toEqual(["disclosureChangeNoteMissing"]);
  });
  test("Đ15.k2.b3: nobody approves what he prepared", () => {
    const own = facts({ state: "AWAITING_FINAL", preparedBy: "minh" });
    expect(codes(decideStep(own, { act: "approve" }, actor("minh", "CHIEF")))).toEqual(["disclosureOwnApproval"]);
  });
  test("only the approved text is published", () => {
    const changed = facts({ state: "AWAITING_FINAL", approvedHash: "b" });
    expect(codes(decideStep(changed, { act: "publish" }, secretary))).toEqual(["disclosureNotApproved"]);
  });
  test("a return says why", () => {
    const waiting = facts({ state: "AWAITING_FINAL" });
    expect(codes(decideStep(waiting, { act: "return", reason: "Sai" }, secretary))).toEqual(["disclosureReasonShort"]);
  });
  test("buttons come from the same answer: a published entry offers none", () => {
    expect(offeredActs(facts({ state: "PUBLISHED", approvedHash: "a" }), secretary)).toEqual([]);
    expect(offeredActs(facts(), secretary)).toEqual(["save", "sendToHead"]);
  });
});

describe("A-07: redaction by legal order", () => {
  const order = (more: Partial<RedactionFacts> = {}): RedactionFacts => ({
    confirmations: [],
    isExecuted: false,
    chiefIsDirector: false,
    ...more,
  });
  const minhChief = { person: "minh", hat: "CHIEF" } as const;

  test("the head of the board and the Director confirm, two persons", () => {
    expect(confirmRefusals(actor("minh", "CHIEF"), order())).toEqual([]);
    expect(isConfirmed(order({ confirmations: [minhChief] }))).toBe(false);
    expect(isConfirmed(order({ confirmations: [minhChief, { person: "an", hat: "DIRECTOR" }] }))).toBe(true);
  });
  test("one person in both offices does not count twice; the standing deputy is the second, under a delegation naming it", () => {
    const both = order({ confirmations: [minhChief], chiefIsDirector: true });
    expect(confirmRefusals(actor("minh", "DIRECTOR"), both).map(({ code }) => code)).toEqual([
      "disclosureSecondPerson",
    ]);
    const deputy = actor("thuy", "STANDING_DEPUTY");
    const under = (...powers: Power[]) => ({ ...deputy, delegations: [{ powers } as unknown as Delegation] });
    expect(confirmRefusals(under("disclosure.redact"), both)).toEqual([]);
    for (const without of [deputy, under("takedown.decide"), under("article.pull")]) {
      expect(confirmRefusals(without, both)).toMatchObject([{ code: "disclosureNotDelegated", clause: "Đ10.p3" }]);
    }
  });
  test("the standing deputy is not asked while two persons hold the offices", () => {
    expect(confirmRefusals(actor("thuy", "STANDING_DEPUTY"), order()).map(({ code }) => code)).toEqual(["notThisHat"]);
  });
  test("only the secretary carries it out, and only when two confirmed", () => {
    const two = order({ confirmations: [minhChief, { person: "an", hat: "DIRECTOR" }] });
    expect(executeRefusals(actor("lan", "SECRETARY"), two)).toEqual([]);
    expect(executeRefusals(actor("bao", "ADMIN"), two).map(({ code }) => code)).toEqual(["notThisHat"]);
    expect(executeRefusals(actor("lan", "SECRETARY"), order()).map(({ code }) => code)).toEqual([
      "disclosureTwoNeeded",
    ]);
  });
});
