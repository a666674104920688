import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../kernel/clock.ts";
import type { Relation, RelationKind } from "./document.ts";
import { type Dated, isEnding, makesCircle, validityOn } from "./validity.ts";

const doc = (id: string, effectiveOn: string, effectiveTo: string | null = null): Dated => ({
  id,
  effectiveOn,
  effectiveTo,
});
const rel = (from: string, kind: RelationKind, to: string, on: string): Relation => ({
  id: `${from}-${kind}-${to}`,
  from,
  to,
  kind,
  on,
});
const stateOf = (documents: readonly Dated[], relations: readonly Relation[], id: string, day: string) =>
  validityOn(documents, relations, day).get(id)!.state;

describe("REQ-071: validity on any day is computed, never stored", () => {
  test("TT 36/2017 holds until the day before TT 09/2024 takes effect", () => {
    const documents = [doc("36", "2018-02-12"), doc("09", "2024-07-19")];
    const relations = [rel("09", "REPLACES", "36", "2024-07-19")];
    expect(stateOf(documents, relations, "36", "2018-02-11")).toBe("NOT_YET");
    expect(stateOf(documents, relations, "36", "2024-07-18")).toBe("IN_FORCE");
    expect(stateOf(documents, relations, "36", "2024-07-19")).toBe("EXPIRED");
    expect(stateOf(documents, relations, "09", "2024-07-18")).toBe("NOT_YET");
  });
  test("a document's own last day is a day in force", () => {
    expect(stateOf([doc("a", "2025-01-01", "2025-12-31")], [], "a", "2025-12-31")).toBe("IN_FORCE");
    expect(stateOf([doc("a", "2025-01-01", "2025-12-31")], [], "a", "2026-01-01")).toBe("EXPIRED");
  });
  test("what was abolished before it took effect replaces nothing", () => {
    const documents = [doc("old", "2020-01-01"), doc("new", "2026-01-01"), doc("stop", "2025-12-01")];
    const relations = [rel("new", "REPLACES", "old", "2026-01-01"), rel("stop", "ABOLISHES", "new", "2025-12-01")];
    expect(stateOf(documents, relations, "old", "2026-06-01")).toBe("IN_FORCE");
    expect(stateOf(documents, relations, "new", "2026-06-01")).toBe("EXPIRED");
  });
  test("a replacement that ends later brings nothing back", () => {
    const documents = [doc("a", "2020-01-01"), doc("b", "2022-01-01"), doc("c", "2024-01-01")];
    const relations = [rel("b", "REPLACES", "a", "2022-01-01"), rel("c", "ABOLISHES", "b", "2024-01-01")];
    expect(stateOf(documents, relations, "a", "2025-01-01")).toBe("EXPIRED");
  });
  test("an amended document is in force, and says so", () => {
    const documents = [doc("a", "2020-01-01"), doc("b", "2022-01-01")];
    const validity = validityOn(documents, [rel("b", "AMENDS", "a", "2022-01-01")], "2023-01-01").get("a");
    expect(validity).toMatchObject({ state: "AMENDED", since: "2022-01-01", by: { from: "b" } });
  });
  test("a circle in old data neither hangs nor fails", () => {
    const documents = [doc("a", "2020-01-01"), doc("b", "2020-01-01")];
    const relations = [rel("a", "REPLACES", "b", "2021-01-01"), rel("b", "REPLACES", "a", "2021-01-01")];
    expect(validityOn(documents, relations, "2022-01-01").size).toBe(2);
  });
});

const KINDS: readonly RelationKind[] = ["REPLACES", "AMENDS", "ABOLISHES", "GUIDES", "BASED_ON"];
const FIRST = 0;
const DAYS = 40;
const dayNumber = (n: number) => Temporal.PlainDate.from("2026-01-01").add({ days: n }).toString();

/** Random libraries whose ending relations go from later documents to earlier ones, as the rules keep them. */
const library = fc
  .array(
    fc.record({ from: fc.integer({ min: FIRST, max: DAYS }), length: fc.option(fc.integer({ min: 0, max: 20 })) }),
    {
      minLength: 2,
      maxLength: 8,
    },
  )
  .chain((shapes) => {
    const documents = shapes.map(({ from, length }, index) =>
      doc(`d${index}`, dayNumber(from), length === null ? null : dayNumber(from + length)),
    );
    const place = fc.integer({ min: 0, max: documents.length - 1 });
    return fc
      .array(
        fc.record({ from: place, to: place, kind: fc.constantFrom(...KINDS), delay: fc.integer({ min: 0, max: 9 }) }),
        {
          maxLength: 10,
        },
      )
      .map((drafts) => ({
        documents,
        relations: drafts
          .filter(({ from, to }) => from > to)
          .map(({ from, to, kind, delay }, index): Relation => {
            const on = Temporal.PlainDate.from(documents[from]!.effectiveOn).add({ days: delay }).toString();
            return { id: `r${index}`, from: `d${from}`, to: `d${to}`, kind, on };
          }),
      }));
  });

/** The same told day by day: each day, from the newest document down, what ends today ends. */
function simulated(documents: readonly Dated[], relations: readonly Relation[], day: string): Map<string, boolean> {
  const ended = new Set<string>();
  for (let today = "2025-12-30"; today <= day; today = addDays(today, 1)) {
    for (const document of documents.toReversed()) {
      const isOver = document.effectiveTo !== null && document.effectiveTo < today;
      const isEnded = relations.some(({ from, to, kind, on }) => {
        const source = documents.find(({ id }) => id === from)!;
        return to === document.id && isEnding(kind) && on === today && source.effectiveOn <= today && !ended.has(from);
      });
      if (isOver || isEnded) ended.add(document.id);
    }
  }
  return new Map(documents.map(({ id }) => [id, ended.has(id)]));
}

describe("for any library", () => {
  const days = fc.integer({ min: -2, max: 80 }).map(dayNumber);

  test("what has ended is what a day-by-day reckoning says has ended", () => {
    fc.assert(
      fc.property(library, days, ({ documents, relations }, day) => {
        const validity = validityOn(documents, relations, day);
        const told = new Map(documents.map(({ id }) => [id, validity.get(id)!.state === "EXPIRED"]));
        expect(told).toEqual(simulated(documents, relations, day));
      }),
      { numRuns: 200 },
    );
  });
  test("what has ended stays ended", () => {
    fc.assert(
      fc.property(library, days, ({ documents, relations }, day) => {
        const [before, after] = [
          validityOn(documents, relations, day),
          validityOn(documents, relations, addDays(day, 1)),
        ];
        for (const { id } of documents) {
          if (before.get(id)!.state === "EXPIRED") expect(after.get(id)).toEqual(before.get(id));
        }
      }),
    );
  });
  test("the order in which it was entered changes nothing", () => {
    fc.assert(
      fc.property(library, days, ({ documents, relations }, day) => {
        const turned = validityOn(documents.toReversed(), relations.toReversed(), day);
        expect(new Map([...turned].sort())).toEqual(new Map([...validityOn(documents, relations, day)].sort()));
      }),
    );
  });
  test("guidance, bases and amendments end nothing", () => {
    fc.assert(
      fc.property(library, days, ({ documents, relations }, day) => {
        const without = validityOn(
          documents,
          relations.filter(({ kind }) => isEnding(kind)),
          day,
        );
        for (const [id, { state }] of validityOn(documents, relations, day)) {
          expect(state === "AMENDED" ? "IN_FORCE" : state).toBe(without.get(id)!.state);
        }
      }),
    );
  });
  test("a relation that makes no circle leaves none; the one that closes it is seen", () => {
    fc.assert(
      fc.property(library, ({ relations }) => {
        for (const { from, to } of relations.filter(({ kind }) => isEnding(kind))) {
          expect(makesCircle(relations, to, from)).toBe(true);
        }
        expect(makesCircle(relations, "d7", "d0")).toBe(false);
      }),
    );
  });
});
