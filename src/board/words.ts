import type { Sentence } from "../newsroom/move-words.ts";

/** Why an act on the board, its people or its papers is refused. */
export const boardSentences: Readonly<Record<string, Sentence>> = {};
