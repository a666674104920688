import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** One import as written: who, what, and whether only types are taken. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = globSync("src/**/*.{ts,tsx}").filter(
  (file) => !/(\.test\.tsx?|\.d\.ts)$|\/testing\/|\/try-|-samples\.ts$/.test(file),
);
const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(from, "utf8").matchAll(/^(?:import|export)\s(type\s)?([^;]*?)from\s+"([^"]+)";$/gms)].map(
    ([, type, names = "", target = ""]) => ({
      from,
      to: target.startsWith(".") ? normalize(join(dirname(from), target)) : target,
      typeOnly: type !== undefined || isAllTypes(names),
    }),
  ),
);

function isAllTypes(names: string): boolean {
  const inside = /^\s*\{([^}]*)\}\s*$/s.exec(names)?.[1];
  return inside?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")) ?? false;
}

/** Imports that `from` must not have, as `who → what`. */
function broken(from: RegExp, to: RegExp, { types = false, except = /^$/ } = {}): string[] {
  return imports
    .filter((one) => from.test(one.from) && to.test(one.to) && !except.test(one.to) && (types || !one.typeOnly))
    .map((one) => `${one.from} → ${one.to}`);
}

test("imports were read at all", () => {
  expect(files.length).toBeGreaterThan(150);
  expect(imports.length).toBeGreaterThan(600);
});

test("the kernel knows no business word: it imports nothing but itself", () => {
  expect(broken(/^src\/kernel\//, /^src\//, { types: true, except: /^src\/kernel\// })).toEqual([]);
});

test("the regulation is data: it imports nothing but itself and the kernel", () => {
  expect(broken(/^src\/regulation\//, /^src\//, { types: true, except: /^src\/(regulation|kernel)\// })).toEqual([]);
});

test("rules are judged without database, network, files or clock", () => {
  const pure =
    /^src\/(regulation\/|board\/(actor|rules|appointment-rules|delegation-rules|gaps)\.ts|newsroom\/(facts|guards|workflow|history|visibility|content-[a-z]+)\.tsx?)/;
  expect(
    broken(pure, /^(node:(fs|http|net|sqlite|child_process)|kysely|fastify|pg|src\/(storage|http|portal|act))/),
  ).toEqual([]);
});

test("views are given decided values: they import neither stores nor the database", () => {
  expect(broken(/\.view\.tsx$/, /^(kysely|src\/storage\/|.*\.queries\.ts$|.*\/store\.ts$|.*\/commands\/)/)).toEqual([]);
});

test("stores and queries know no page and no sentence", () => {
  expect(
    broken(/(\/store\.ts|\.queries\.ts)$/, /(\.view\.tsx$|^src\/(site|desk|http|words)\/|^(fastify|preact))/, {
      except: /^src\/site\/site\.queries\.ts$/,
    }),
  ).toEqual([]);
});

test("the public site reads the published projection and writes nothing", () => {
  expect(broken(/^src\/site\//, /\/(commands|store)(\/|\.ts)/)).toEqual([]);
});

test("islands run in the browser and bring nothing of the server along", () => {
  expect(
    broken(/^src\/ui\/islands\//, /^(node:|src\/(storage|evidence|access|board|settings|clocks|cli|http|desk|site)\/)/),
  ).toEqual([]);
});

test("no file imports itself by a detour", () => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly || !to.startsWith("src/")) continue;
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const circles: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
