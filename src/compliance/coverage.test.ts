import { existsSync, globSync } from "node:fs";
import { expect, test } from "vitest";
import { coverageLines } from "../cli/coverage.ts";
import { PLACES } from "../desk/places.ts";
import { DUTY_SOURCES } from "../duties/sources.ts";
import { CLAUSES } from "../regulation/quy-che-27.ts";
import { articleOf, CARRIED, REGULATION_CHAPTERS } from "./carried.ts";
import { isSoftware } from "./carrying.ts";
import { coverageOf } from "./coverage.ts";
import { PUBLIC_PLACES } from "./public-clauses.ts";
import { checkoutHere, citingTests } from "./read-tests.ts";

const checkout = checkoutHere()!;
const exists = (file: string) => existsSync(`${checkout}/src/${file}`) && file.includes(".");

test("every clause of the regulation stands in the table once, in its order, and nothing else does", () => {
  expect(CARRIED.map(({ clause }) => clause)).toEqual(CLAUSES.map(({ id }) => id));
});

test("every clause says in one sentence what is done; what is more than a heading says where and by which files", () => {
  for (const { clause, how, does, at, files } of CARRIED) {
    expect(does, clause).toMatch(/^\p{Lu}.{15,}[.]$/u);
    expect(does.length, clause).toBeLessThan(160);
    if (how !== "words") expect([at.length > 0, files.length > 0], clause).toEqual([true, true]);
  }
});

test("a heading is carried by what stands under it: it has clauses below, or says what is meant", () => {
  for (const { clause, how, does } of CARRIED)
    if (how === "words" && does.startsWith("Đề mục"))
      expect(CLAUSES.some(({ id }) => id.startsWith(`${clause}.`)) || clause.endsWith(".p1"), clause).toBe(true);
});

test("the chapters hold every article once", () => {
  const held = REGULATION_CHAPTERS.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  expect(held).toEqual([...new Set(CLAUSES.map(({ id }) => articleOf(id)))]);
});

test("every clause that software can carry has files that are there and a test that names it, and no test cites what is no clause", () => {
  const tests = citingTests(checkout);
  const coverage = coverageOf(tests, exists);
  const wanting = coverage.clauses.filter(({ wants }) => wants.length > 0);
  expect(wanting.map(({ clause, wants, lost }) => [clause, ...wants, ...lost].join(" "))).toEqual([]);
  expect(coverage.slips).toEqual([]);
  expect(coverage.isWhole).toBe(true);
});

test("a clause without file or without test is told, and so is a test that cites what is not there", () => {
  const [kept, people] = [CARRIED.find(isSoftware)!, CARRIED.find(({ how }) => how === "people")!];
  const named = { file: "a.test.ts", name: `${kept.clause}: holds` };
  const whole = coverageOf([named], () => true, [kept, people]);
  expect([whole.isWhole, whole.totals]).toEqual([
    true,
    { clauses: 2, software: 1, implemented: 1, tested: 1, tests: 1 },
  ]);
  expect(coverageOf([], () => true, [kept]).clauses[0]!.wants).toEqual(["test"]);
  expect(coverageOf([named], () => false, [kept]).clauses[0]!.wants).toEqual(["implementation"]);
  expect(coverageOf([], () => false, [people]).isWhole).toBe(false);
  const slip = coverageOf([named, { file: "b.test.ts", name: "Đ13.k1.đ: no such point" }], () => true, [kept]);
  expect([slip.isWhole, slip.slips[0]!.marks]).toEqual([false, ["Đ13.k1.đ"]]);
  const last = coverageLines(slip).at(-1)!;
  expect(last).toMatch(/^Tổng: 1 điều khoản; .*CHƯA ĐỦ$/);
});

test("the test files of the checkout were read at all", () => {
  const files = globSync("{src,test}/**/*.test.{ts,tsx}", { cwd: checkout });
  expect(files.length).toBeGreaterThan(100);
  expect(citingTests(checkout).length).toBeGreaterThan(100);
});

test("the state of a clause that is a duty is told by some duty, and no duty names what is no clause", () => {
  const named = new Set(DUTY_SOURCES.flatMap(({ duties }) => duties.map(({ clause }) => clause)));
  const clauses = new Set(CARRIED.map(({ clause }) => clause));
  expect([...named].filter((clause) => !clauses.has(clause))).toEqual([]);
  const silent = CARRIED.filter(
    ({ how, clause, withDutiesOf = [] }) => how === "duty" && ![clause, ...withDutiesOf].some((one) => named.has(one)),
  );
  expect(silent.map(({ clause }) => clause)).toEqual([]);
  expect(CARRIED.flatMap(({ withDutiesOf = [] }) => withDutiesOf).filter((one) => !named.has(one))).toEqual([]);
});

test("where a clause is seen at work is a page of the desk's menu or a public page with a name", () => {
  const menu = PLACES.flatMap(({ places }) => places.map(({ href }) => href));
  const known = new Set([...menu, ...Object.keys(PUBLIC_PLACES)]);
  expect([...new Set(CARRIED.flatMap(({ at }) => at))].filter((href) => !known.has(href))).toEqual([]);
});
