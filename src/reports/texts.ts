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
