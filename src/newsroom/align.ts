import { diffArrays } from "diff";
import { countWords, likeness } from "./word-diff.ts";

/** What stands opposite to what; null where one side has nothing. */
export type Pair<T> = readonly [before: T, after: T] | readonly [before: T, after: null] | readonly [null, T];

export interface Likeness<T> {
  /** Equal keys are the same thing: they are found first. */
  readonly key: (item: T) => string;
  /** What is left between them is paired by the words it has in common; an item without words is like no other. */
  readonly words: (item: T) => string;
  /** Whether a lone thing may stand opposite to a lone thing that is quite unlike it. */
  readonly pairLone?: boolean;
}

/** From this share of common words on, a text counts as the same one, changed. */
const ALIKE = 0.4;
/** Above so many comparisons only equal things are paired: a person would not see more in it either. */
const MOST_COMPARISONS = 10_000;

/** Two sequences put side by side in reading order: every item of both is in exactly one pair, orders are kept. */
export function align<T>(before: readonly T[], after: readonly T[], by: Likeness<T>): readonly Pair<T>[] {
  return alignEqual(before, after, by.key, (some, others) => alignAlike(some, others, by));
}

/** Pairs items of equal key (longest common subsequence); what is left between them goes to `gap`. */
export function alignEqual<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T, side: "before" | "after") => string,
  gap: (before: readonly T[], after: readonly T[]) => readonly Pair<T>[],
): readonly Pair<T>[] {
  const changes = diffArrays(
    before.map((item) => key(item, "before")),
    after.map((item) => key(item, "after")),
    { maxEditLength: 4000 },
  );
  if (changes === undefined) return gap(before, after);
  const pairs: Pair<T>[] = [];
  let [left, right, leftDone, rightDone] = [0, 0, 0, 0];
  const close = () => {
    pairs.push(...gap(before.slice(leftDone, left), after.slice(rightDone, right)));
    [leftDone, rightDone] = [left, right];
  };
  for (const { added, removed, count } of changes) {
    if (added) right += count;
    else if (removed) left += count;
    else {
      close();
      for (let step = 0; step < count; step += 1) pairs.push([before[left++]!, after[right++]!]);
      [leftDone, rightDone] = [left, right];
    }
  }
  close();
  return pairs;
}

/** The order-keeping pairing with the greatest sum of likeness. */
function alignAlike<T>(before: readonly T[], after: readonly T[], by: Likeness<T>): readonly Pair<T>[] {
  if (by.pairLone && before.length === 1 && after.length === 1) return [[before[0]!, after[0]!]];
  if (before.length * after.length > MOST_COMPARISONS) return apart(before, after);
  const [some, others] = [before, after].map((items) => items.map((item) => countWords(by.words(item))));
  const alike = some!.map((one) => others!.map((other) => likeness(one, other)));
  // best[i][j]: the greatest sum for before[i…] and after[j…].
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const paired = alike[i]![j]! >= ALIKE ? alike[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (alike[i]![j]! >= ALIKE && best[i]![j] === alike[i]![j]! + best[i + 1]![j + 1]!) {
      pairs.push([before[i++]!, after[j++]!]);
    } else if (best[i]![j] === best[i + 1]![j]) {
      pairs.push([before[i++]!, null]);
    } else {
      pairs.push([null, after[j++]!]);
    }
  }
  return [...pairs, ...apart(before.slice(i), after.slice(j))];
}

function apart<T>(before: readonly T[], after: readonly T[]): readonly Pair<T>[] {
  return [...before.map((item): Pair<T> => [item, null]), ...after.map((item): Pair<T> => [null, item])];
}
