import type { Sentence } from "../newsroom/move-words.ts";

/** Why an act on accounts is refused. */
export const accessSentences: Readonly<Record<string, Sentence>> = {};
