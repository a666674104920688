import { testsByClause } from "./coverage.ts";
import { builtTests, checkoutHere, citingTests } from "./read-tests.ts";
import type { NamedTest } from "./test-names.ts";

let held: ReadonlyMap<string, readonly NamedTest[]> | null | undefined;

/**
 * The tests that hold each clause, as this copy was built; read once, for they do not change under a running portal.
 * Null where neither the build nor a checkout tells of any.
 */
export function heldClauses(): ReadonlyMap<string, readonly NamedTest[]> | null {
  if (held === undefined) {
    const checkout = checkoutHere();
    const tests = builtTests() ?? (checkout === null ? null : citingTests(checkout));
    held = tests === null ? null : testsByClause(tests);
  }
  return held;
}
