import { readFileSync } from "node:fs";
import type { Act } from "../../src/regulation/article-moves.ts";
import type { ActingHat } from "../../src/regulation/hats.ts";
import { STATE_NAMES, STATES, type State } from "../../src/regulation/states.ts";

/** One line of `tham-quyen.md`. */
export interface Line {
  readonly act: Act;
  /** Null: there is no article yet. */
  readonly states: readonly (State | null)[];
  readonly hats: readonly ActingHat[];
  /** All of these. */
  readonly ties: readonly Tie[];
  /** None of these. */
  readonly not: readonly Bar[];
  readonly conditions: readonly Condition[];
  /** Null: the state stays. */
  readonly to: State | null;
  readonly clause: string;
}

const HAT_WORDS: Readonly<Record<string, ActingHat>> = {
  "Cộng tác viên": "CONTRIBUTOR",
  "Ủy viên": "MEMBER",
  "Phó Trưởng ban": "DEPUTY",
  "Phó Trưởng ban thường trực": "STANDING_DEPUTY",
  "Trưởng ban": "CHIEF",
  "Thư ký": "SECRETARY",
  "Quản trị": "ADMIN",
  "Giám đốc": "DIRECTOR",
  "Người kiểm tra": "INSPECTOR",
  "Hệ thống": "SYSTEM",
};

export const TIES = [
  "viết cho đơn vị mình",
  "trưởng đơn vị của bài",
  "người viết",
  "người giữ bài",
  "phụ trách",
  "ủy quyền rút bài",
  "ủy quyền gỡ bỏ",
] as const;
export type Tie = (typeof TIES)[number];

export const BARS = [
  "người viết",
  "người sửa ở khâu viết",
  "người duyệt của đơn vị",
  "người sửa",
  "người đã trình",
  "người phê duyệt",
] as const;
export type Bar = (typeof BARS)[number];

export const CONDITIONS = [
  "bài của đơn vị",
  "bài của Ban",
  "trả cho Thư ký",
  "trả cho đơn vị",
  "đã qua thẩm định",
  "có quyết định gỡ bỏ",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Reads the table that a lawyer reads. A word it does not know is an error, so that none is passed over. */
export function readTable(): Line[] {
  const lines: Line[] = [];
  let act: Act | null = null;
  for (const text of readFileSync(new URL("tham-quyen.md", import.meta.url), "utf8").split("\n")) {
    const heading = /^## (\w+) — /.exec(text);
    if (heading) act = heading[1] as Act;
    if (!text.startsWith("| ") || text.startsWith("| Trạng thái")) continue;
    const [states, hats, ties, not, conditions, to, clause] = text.split("|").slice(1, -1).map(words);
    lines.push({
      act: act!,
      states: states!.map((word) => (word === "chưa có" ? null : stateOf(word))),
      hats: hats!.map((word) => HAT_WORDS[word] ?? unknown(word)),
      ties: ties!.filter((word) => word !== "bất kỳ").map((word) => known(TIES, word)),
      not: not!.map((word) => known(BARS, word)),
      conditions: conditions!.map((word) => known(CONDITIONS, word)),
      to: to![0] === "giữ nguyên" ? null : stateOf(to![0]!),
      clause: clause![0]!,
    });
  }
  return lines;
}

const words = (cell: string): string[] =>
  cell
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "–" && word !== "");

const stateOf = (word: string): State => STATE_NAMES.find((state) => STATES[state] === word) ?? unknown(word);
const known = <T extends string>(list: readonly T[], word: string): T =>
  list.find((one) => one === word) ?? unknown(word);

function unknown(word: string): never {
  throw new Error(`tham-quyen.md: “${word}”`);
}

/** What is true of a person and an article in one case. */
export interface Truth {
  readonly state: State | null;
  readonly hat: ActingHat;
  readonly ties: ReadonlySet<Tie>;
  readonly bars: ReadonlySet<Bar>;
  readonly conditions: ReadonlySet<Condition>;
}

/** The lines that allow an act; none: it is refused. */
export function allowing(lines: readonly Line[], act: Act, truth: Truth): Line[] {
  return lines.filter(
    (line) =>
      line.act === act &&
      line.states.includes(truth.state) &&
      line.hats.includes(truth.hat) &&
      line.ties.every((tie) => truth.ties.has(tie)) &&
      !line.not.some((bar) => truth.bars.has(bar)) &&
      line.conditions.every((condition) => truth.conditions.has(condition)),
  );
}
