import { diffArrays } from "diff";

/** A stretch of text that stayed, came or went. */
export interface Stretch {
  readonly change: "kept" | "added" | "removed";
  readonly text: string;
}

/** Words, runs of blanks, and single signs. */
const TOKEN = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Beyond so many changed words a comparison says no more than both texts side by side. */
const MOST_EDITS = 1500;

/**
 * Two texts compared word by word, in reading order; what went stands before what came in its place.
 * Kept and added stretches together are the text after, kept and removed ones the text before, to the letter.
 */
export function diffText(before: string, after: string): readonly Stretch[] {
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return joined([removed(before), added(after)]);
  return joined(
    changes.map(({ added: came, removed: went, value }) => ({
      change: came ? "added" : went ? "removed" : "kept",
      text: value.join(""),
    })),
  );
}

export const removed = (text: string): Stretch => ({ change: "removed", text });
export const added = (text: string): Stretch => ({ change: "added", text });
export const kept = (text: string): Stretch => ({ change: "kept", text });

/** The words of a text and how often each stands in it. */
export type WordCount = ReadonlyMap<string, number>;

export function countWords(text: string): WordCount {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How alike two texts are, from 0 to 1: the share of words that both have. Two texts without words are not. */
export function likeness(before: WordCount, after: WordCount): number {
  const all = total(before) + total(after);
  if (all === 0) return 0;
  let both = 0;
  for (const [word, count] of before) both += Math.min(count, after.get(word) ?? 0);
  return (2 * both) / all;
}

function total(counts: WordCount): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** Changed stretches that only a blank parts are one change: "đỏ tươi" became "xanh thẫm", not word for word. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  let went = "";
  let came = "";
  const flush = () => {
    const start = sharedBlanks(went, came, /^\s*/);
    const end = sharedBlanks(went.slice(start.length), came.slice(start.length), /\s*$/);
    const inner = (text: string) => text.slice(start.length, text.length - end.length);
    out.push(kept(start), removed(inner(went)), added(inner(came)), kept(end));
    went = "";
    came = "";
  };
  for (const [at, { change, text }] of stretches.entries()) {
    if (change === "removed") went += text;
    else if (change === "added") came += text;
    else if (went + came !== "" && /^\s+$/.test(text) && (stretches[at + 1]?.change ?? "kept") !== "kept") {
      went += text;
      came += text;
    } else {
      flush();
      out.push(kept(text));
    }
  }
  flush();
  return merged(out);
}

/** The blanks that both texts have at this end, when they have the same ones. */
function sharedBlanks(went: string, came: string, end: RegExp): string {
  const [one, other] = [end.exec(went)?.[0] ?? "", end.exec(came)?.[0] ?? ""];
  return one === other ? one : "";
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const { change, text } of stretches) {
    const last = out.at(-1);
    if (text === "") continue;
    if (last?.change === change) out[out.length - 1] = { change, text: last.text + text };
    else out.push({ change, text });
  }
  return out;
}

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}
