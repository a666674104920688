import { CARRIED } from "./carried.ts";
import { type Carried, isSoftware } from "./carrying.ts";
import { citationsIn } from "./citations.ts";
import type { NamedTest } from "./test-names.ts";

export interface CoveredClause extends Carried {
  /** Files named that are not there. */
  readonly lost: readonly string[];
  readonly tests: readonly NamedTest[];
  /** What a clause that software can carry must have and has not; empty when nothing is wanting. */
  readonly wants: readonly ("implementation" | "test")[];
}

export interface Coverage {
  readonly clauses: readonly CoveredClause[];
  /** Tests that cite something that is no clause. */
  readonly slips: readonly { readonly test: NamedTest; readonly marks: readonly string[] }[];
  readonly totals: {
    readonly clauses: number;
    readonly software: number;
    readonly implemented: number;
    readonly tested: number;
    readonly tests: number;
  };
  /** Every clause that software can carry has both, and no test cites what is not there. */
  readonly isWhole: boolean;
}

/** Which tests hold which clause. A test holds the clauses its name cites, no others. */
export function testsByClause(tests: readonly NamedTest[]): ReadonlyMap<string, readonly NamedTest[]> {
  const byClause = new Map<string, NamedTest[]>();
  for (const test of tests)
    for (const clause of citationsIn(test.name).clauses) {
      const held = byClause.get(clause) ?? [];
      held.push(test);
      byClause.set(clause, held);
    }
  return byClause;
}

/** What carries each clause and what proves it. `exists` tells of a file below `src`. */
export function coverageOf(
  tests: readonly NamedTest[],
  exists: (file: string) => boolean,
  carried: readonly Carried[] = CARRIED,
): Coverage {
  const byClause = testsByClause(tests);
  const clauses = carried.map((one): CoveredClause => {
    const held = byClause.get(one.clause) ?? [];
    const lost = one.files.filter((file) => !exists(file));
    const wants: CoveredClause["wants"] = [
      ...(one.files.length === 0 || lost.length > 0 ? (["implementation"] as const) : []),
      ...(held.length === 0 ? (["test"] as const) : []),
    ];
    // What only people do needs no proof, but what is named for it must be there.
    const asked = isSoftware(one) ? wants : lost.length > 0 ? (["implementation"] as const) : [];
    return { ...one, lost, tests: held, wants: asked };
  });
  const slips = tests.flatMap((test) => {
    const marks = citationsIn(test.name).unknown;
    return marks.length > 0 ? [{ test, marks }] : [];
  });
  const software = clauses.filter(isSoftware);
  return {
    clauses,
    slips,
    totals: {
      clauses: clauses.length,
      software: software.length,
      implemented: software.filter(({ wants }) => !wants.includes("implementation")).length,
      tested: software.filter(({ wants }) => !wants.includes("test")).length,
      tests: tests.length,
    },
    isWhole: slips.length === 0 && clauses.every(({ wants }) => wants.length === 0),
  };
}
