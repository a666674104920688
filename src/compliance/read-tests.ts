import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { citationsIn } from "./citations.ts";
import { type NamedTest, testsIn } from "./test-names.ts";

/** The tests of a checkout whose names cite the regulation, file by file. */
export function citingTests(checkout: string): NamedTest[] {
  return globSync("{src,test}/**/*.test.{ts,tsx}", { cwd: checkout })
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .flatMap((file) => testsIn(file, readFileSync(join(checkout, file), "utf8")))
    .filter(({ name }) => {
      const { clauses, unknown } = citationsIn(name);
      return clauses.length + unknown.length > 0;
    });
}

/** The checkout this program runs from, built or not; null in a copy that was installed without sources. */
export function checkoutHere(): string | null {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")))
      return existsSync(join(folder, "src/regulation/quy-che-27.ts")) ? folder : null;
    if (dirname(folder) === folder) return null;
  }
}

/** Written by the build, so that the running portal can name its tests. */
export const BUILT_TESTS = "tests.json";

/** The list that the build of this copy wrote; null when there is none. */
export function builtTests(): readonly NamedTest[] | null {
  // `dist/server/compliance` → `dist`
  const file = fileURLToPath(new URL(`../../${BUILT_TESTS}`, import.meta.url));
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as NamedTest[]) : null;
}
