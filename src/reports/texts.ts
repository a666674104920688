import { canonicalJson, sha256 } from "../kernel/ids.ts";
import { normalizeText } from "../kernel/vietnamese.ts";
import type { ReportTexts } from "./content.ts";

const LONGEST = 20_000;

const clean = (text: string): string => normalizeText(text).trim().slice(0, LONGEST);

/** What was typed, as it is kept. */
export const cleanTexts = ({ assessment, difficulties, proposals }: ReportTexts): ReportTexts => ({
  assessment: clean(assessment),
  difficulties: clean(difficulties),
  proposals: clean(proposals),
});

/** Names the texts of a report as somebody had them before him: another's words since then are not written over. */
export const textsMark = (texts: ReportTexts): string =>
  sha256(canonicalJson([texts.assessment, texts.difficulties, texts.proposals])).slice(0, 16);

/** Whether these words would be written over others that came since the page was opened. `seen`: mark of what stood on it. */
export const isOverwriting = (kept: ReportTexts, texts: ReportTexts, seen: string | undefined): boolean =>
  seen !== undefined && seen !== textsMark(kept) && textsMark(texts) !== textsMark(kept);
