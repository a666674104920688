/** One test as its file names it, with the names of the blocks around it. */
export interface NamedTest {
  /** `src/checks/checks.test.ts` */
  readonly file: string;
  /** "Đ12.k2: the check › is recorded in its hours" */
  readonly name: string;
}

interface Call {
  readonly kind: "test" | "block";
  readonly indent: number;
  readonly name: string;
  readonly skipped: boolean;
}

const CALL = /^( *)(test|it|describe|eachEngine)((?:\.\w+)*)(?:<[^\n(]*>)?\(/gm;
const BLOCKS: ReadonlySet<string> = new Set(["describe", "eachEngine"]);
/** These take their cases first and the name in the next brackets. */
const TWICE = /\.(each|for|skipIf|runIf)$/;

/**
 * The tests of a file, read from its text: a test that is skipped is none. Blocks are known by their indentation,
 * which the formatter keeps.
 */
export function testsIn(file: string, source: string): NamedTest[] {
  const found: NamedTest[] = [];
  let around: readonly Call[] = [];
  for (const match of source.matchAll(CALL)) {
    const [text, { length: indent }, word, chain] = match as unknown as [string, string, string, string];
    around = around.filter((block) => block.indent < indent);
    const name = nameAt(source, match.index + text.length, TWICE.test(chain));
    if (name === null) continue;
    const skipped = /\.(skip|todo)\b/.test(chain);
    const call: Call = { kind: BLOCKS.has(word) ? "block" : "test", indent, name, skipped };
    if (call.kind === "block") around = [...around, call];
    else if (![...around, call].some((one) => one.skipped))
      found.push({ file, name: [...around, call].map((one) => one.name).join(" › ") });
  }
  return found;
}

/** The text that the brackets opened at `start` begin with; of the brackets after them when the cases come first. */
function nameAt(source: string, start: number, casesFirst: boolean): string | null {
  let at = start;
  if (casesFirst) {
    const end = endOfBrackets(source, start);
    if (source[end] !== "(") return null;
    at = end + 1;
  }
  while (/\s/.test(source[at] ?? "")) at += 1;
  const quote = source[at];
  if (quote !== '"' && quote !== "'" && quote !== "`") return null;
  const text = source.slice(at + 1, endOfText(source, at) - 1);
  return text.replace(/\\(["'`\\])/g, "$1");
}

/** Just behind the bracket that closes the one before `at`. */
function endOfBrackets(source: string, start: number): number {
  let depth = 1;
  for (let at = start; at < source.length; at += 1) {
    const char = source[at]!;
    if (char === '"' || char === "'" || char === "`") at = endOfText(source, at) - 1;
    else if (source.startsWith("//", at)) at = source.indexOf("\n", at);
    else if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return source.length;
}

/** Just behind the quote that closes the text beginning at `at`. */
function endOfText(source: string, start: number): number {
  const quote = source[start];
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === quote) return at + 1;
  }
  return source.length;
}
