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

/** How alike two texts are, from 0 to 1: the share of words that both have. */
export function likeness(before: string, after: string): number {
  const [some, others] = [words(before), words(after)];
  if (some.length + others.length === 0) return before === after ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of some) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count > 0) both += 1;
    left.set(word, count - 1);
  }
  return (2 * both) / (some.length + others.length);
}

/** Changed stretches that only a blank parts are one change: "đỏ tươi" became "xanh thẫm", not word for word. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  let went = "";
  let came = "";
  const flush = () => {
    if (went !== "") out.push(removed(went));
    if (came !== "") out.push(added(came));
    went = "";
    came = "";
  };
  for (const [at, { change, text }] of stretches.entries()) {
    const inside = at > 0 && at < stretches.length - 1;
    if (change === "removed") went += text;
    else if (change === "added") came += text;
    else if (inside && went !== "" && came !== "" && /^\s+$/.test(text) && isReplaced(stretches, at + 1)) {
      went += text;
      came += text;
    } else {
      flush();
      out.push({ change, text });
    }
  }
  flush();
  return out.filter(({ text }) => text !== "");
}

/** True where words go and others come in their place. */
function isReplaced(stretches: readonly Stretch[], at: number): boolean {
  const [one, other] = [stretches[at]?.change, stretches[at + 1]?.change];
  return (one === "removed" && other === "added") || (one === "added" && other === "removed");
}

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
