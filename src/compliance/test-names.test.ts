import { expect, test } from "vitest";
import { testsIn } from "./test-names.ts";

// The lines are put together so that this file's own tests are not read from its text.
const file = (...lines: readonly string[]) => testsIn("a.test.ts", lines.join("\n")).map(({ name }) => name);
const T = "test";

test("a test carries the names of the blocks around it, and of no block that has ended", () => {
  expect(
    file(
      'describe("Đ1", () => {',
      `  ${T}("first", () => {});`,
      `  eachEngine("Đ2", (engine) => {`,
      `    ${T}(\`second (\${engine})\`, () => {});`,
      "  });",
      "});",
      `${T}("alone", () => {});`,
    ),
  ).toEqual(["Đ1 › first", `Đ1 › Đ2 › second (${"$"}{engine})`, "alone"]);
});

test("of a test with cases the name comes after them, wherever the formatter put it", () => {
  expect(
    file(
      `${T}.each(["a) \\"b", 'c', \`d(\`])("one %s", () => {});`,
      `  ${T}.each<[string]>([["x"]])("kept", () => {});`,
      `${T}.each(Object.entries(CASES))(`,
      '  "two %s",',
      "  () => {},",
      ");",
      `${T}.skipIf(windows)("three", () => {});`,
    ),
  ).toEqual(["one %s", "kept", "two %s", "three"]);
});

test("what is skipped, to be written or only spoken of holds nothing", () => {
  expect(
    file(
      `${T}.skip("Đ5.k1: not run", () => {});`,
      `${T}.todo("Đ5.k2: not written");`,
      `// ${T}("Đ5.k3: a remark", () => {});`,
      'describe.skip("Đ6", () => {',
      `  ${T}("inside", () => {});`,
      "});",
      `const ${T}er = ${T}(1);`,
    ),
  ).toEqual([]);
});
