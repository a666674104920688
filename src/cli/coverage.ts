import { existsSync } from "node:fs";
import { join } from "node:path";
import { HOWS } from "../compliance/carrying.ts";
import { type Coverage, type CoveredClause, coverageOf } from "../compliance/coverage.ts";
import { builtTests, checkoutHere, citingTests } from "../compliance/read-tests.ts";
import { noOptions } from "./arguments.ts";

/**
 * `portal coverage`: every clause of the regulation, the files that carry it and the tests whose names cite it, then
 * one line of totals. Answers 1 when a clause that software can carry lacks either, or a test cites what is no clause.
 */
export async function coverageCommand(args: readonly string[]): Promise<number> {
  noOptions(args);
  const checkout = checkoutHere();
  const tests = checkout === null ? builtTests() : citingTests(checkout);
  if (tests === null) {
    throw new Error(
      "Bản cài này không có mã nguồn và không có danh sách kiểm thử. Hãy chạy lệnh trong thư mục mã nguồn của Cổng.",
    );
  }
  // A copy without sources cannot look for them; its build did.
  const coverage = coverageOf(tests, (file) => checkout === null || existsSync(join(checkout, "src", file)));
  if (checkout === null) process.stdout.write("Theo danh sách lập lúc dựng bản này.\n\n");
  process.stdout.write(`${coverageLines(coverage).join("\n")}\n`);
  return coverage.isWhole ? 0 : 1;
}

/** The whole print; its last line is the totals. */
export function coverageLines(coverage: Coverage): string[] {
  return [
    ...coverage.clauses.flatMap(clauseLines),
    ...coverage.slips.map(({ test, marks }) => `SAI: ${test.file}: “${test.name}” nêu ${marks.join(", ")}, không có`),
    totalsLine(coverage),
  ];
}

function clauseLines({ clause, how, files, lost, tests, wants }: CoveredClause): string[] {
  if (how === "words") return [`${clause.padEnd(16)}${HOWS[how]}`];
  return [
    `${clause.padEnd(16)}${HOWS[how]}${wants.map((want) => (want === "test" ? "  THIẾU KIỂM THỬ" : "  THIẾU MÃ NGUỒN")).join("")}`,
    ...files.map((file) => `    mã nguồn  src/${file}${lost.includes(file) ? "  KHÔNG CÓ" : ""}`),
    ...tests.map(({ file, name }) => `    kiểm thử  ${file}: ${name}`),
  ];
}

const totalsLine = ({ totals, slips, isWhole }: Coverage) =>
  [
    `Tổng: ${totals.clauses} điều khoản`,
    `phần mềm giữ được ${totals.software}`,
    `có mã nguồn ${totals.implemented}/${totals.software}`,
    `có kiểm thử ${totals.tested}/${totals.software}`,
    `${totals.tests} kiểm thử nêu điều khoản`,
    ...(slips.length > 0 ? [`${slips.length} kiểm thử nêu sai`] : []),
    isWhole ? "đủ" : "CHƯA ĐỦ",
  ].join("; ");
