import { expect, test } from "vitest";
import type { Actor } from "../board/actor.ts";
import { ARTICLE_MOVES } from "../regulation/article-moves.ts";
import { HAT_NAMES, type Hat } from "../regulation/hats.ts";
import { STATE_NAMES } from "../regulation/states.ts";
import type { EditionFacts } from "./facts.ts";
import { canSee, type VisibleFacts } from "./visibility.ts";
import { choices, NOTHING_AROUND } from "./workflow.ts";

const ME = "toi";
const facts: VisibleFacts = {
  unit: "dao-tao",
  field: "chuyen-mon",
  author: "lan",
  articleAuthor: "lan",
  submittedTo: null,
  claimedBy: null,
};
const actor = (hat: Hat, over: Partial<Actor> = {}): Actor => ({
  person: ME,
  hat,
  units: [],
  fields: [],
  delegations: [],
  ...over,
});

/** How a person stands to an article, in the order of the table's columns. */
const RELATIONS = {
  stranger: [{}, {}],
  author: [{ author: ME }, {}],
  firstAuthor: [{ articleAuthor: ME }, {}],
  ofHisUnit: [{}, { units: ["dao-tao"] }],
  ofHisField: [{}, { fields: ["chuyen-mon"] }],
  addressee: [{ submittedTo: ME }, {}],
  appraiser: [{ claimedBy: ME }, {}],
  noField: [{ field: null }, { fields: ["chuyen-mon"] }],
} as const satisfies Record<string, readonly [Partial<VisibleFacts>, Partial<Actor>]>;

/** Who reads what: Y every article in that relation, – none (law.md §11). */
// biome-ignore format: a table
const TABLE: Readonly<Record<Hat, string>> = {
  //               stranger author first unit field addressee appraiser noField
  CONTRIBUTOR:     "–        Y      Y     –    –     –         –         –",
  MEMBER:          "–        Y      Y     Y    –     –         –         –",
  DEPUTY:          "–        Y      Y     Y    Y     Y         Y         –",
  STANDING_DEPUTY: "Y        Y      Y     Y    Y     Y         Y         Y",
  CHIEF:           "Y        Y      Y     Y    Y     Y         Y         Y",
  SECRETARY:       "Y        Y      Y     Y    Y     Y         Y         Y",
  ADMIN:           "Y        Y      Y     Y    Y     Y         Y         Y",
  DIRECTOR:        "Y        Y      Y     Y    Y     Y         Y         Y",
  INSPECTOR:       "Y        Y      Y     Y    Y     Y         Y         Y",
};

test.each(HAT_NAMES)("Đ5.k2, Đ9.k1: %s reads exactly what the table says", (hat) => {
  const expected = TABLE[hat].split(/\s+/);
  const found = Object.values(RELATIONS).map(([about, by]) =>
    canSee({ ...facts, ...about }, actor(hat, by)) ? "Y" : "–",
  );
  expect(found).toEqual(expected);
});

const UNTOUCHED = { origin: "unit", writers: [], editors: [], appraisers: [], approval: null, schedule: null };

test("whoever may act on an article may read it: no row of the moves reaches further than the eye", () => {
  let reached = 0;
  for (const hat of HAT_NAMES) {
    for (const state of STATE_NAMES) {
      for (const [about, by] of Object.values(RELATIONS)) {
        const edition = { ...facts, ...about, ...UNTOUCHED, state };
        const who = actor(hat, by);
        const offered = choices(edition as unknown as EditionFacts, NOTHING_AROUND, who, "2026-11-24T01:00:00.000Z");
        if (offered.length === 0) continue;
        reached += 1;
        expect([hat, state, about, canSee({ ...facts, ...about }, who)]).toEqual([hat, state, about, true]);
      }
    }
  }
  expect(reached).toBeGreaterThan(ARTICLE_MOVES.length);
});
