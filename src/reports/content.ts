import type { Day, Instant } from "../kernel/clock.ts";
import { canonicalJson, type Id, sha256 } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";
import type { Chapter, Figure } from "./figure.ts";
import type { KindKey } from "./kinds.ts";
import type { Coverage } from "./periods.ts";

/** One value of a column with its own number. */
export interface GroupLine {
  readonly value: string;
  readonly number: number | null;
  readonly before: number | null;
}

export interface FigureGroup {
  readonly column: number;
  /** Head of the column: "Đơn vị". */
  readonly label: string;
  readonly lines: readonly GroupLine[];
}

/** A figure as it stands in a report: its list, the number that comes out of it, and the one of the report before. */
export interface ReportFigure extends Figure {
  readonly chapter: Chapter;
  readonly number: number | null;
  readonly before: number | null;
  readonly groups: readonly FigureGroup[];
}

export interface ReportTexts {
  readonly assessment: string;
  readonly difficulties: string;
  readonly proposals: string;
}

/** Last row of the evidence log before the figures end: whoever changes anything before it breaks the chain up to here. */
export interface Seal {
  readonly seq: number;
  readonly hash: string;
}

/** Everything a report says. What is submitted is this, word by word; the hash of it is what is accepted. */
export interface ReportContent {
  readonly kind: KindKey;
  readonly period: string;
  readonly topic: string;
  readonly from: Day;
  readonly to: Day;
  readonly coverage: Coverage;
  /** Whoever submits it, and in which hat; null for a draft. */
  readonly author: { readonly person: Id; readonly name: string; readonly hat: Hat } | null;
  readonly receiver: Hat;
  /** The report of the same kind that the numbers are compared with. */
  readonly compared: { readonly report: Id; readonly period: string; readonly from: Day; readonly to: Day } | null;
  /** Months that are counted as they stand now, because their own report is not accepted yet. */
  readonly openMonths: readonly string[];
  readonly figures: readonly ReportFigure[];
  readonly texts: ReportTexts;
  readonly seal: Seal | null;
  readonly at: Instant;
}

export interface Written {
  readonly content: string;
  readonly hash: string;
}

/** The text that is kept and its hash. */
export function written(content: ReportContent): Written {
  const text = canonicalJson(content);
  return { content: text, hash: sha256(text) };
}

export const readWritten = (text: string): ReportContent => JSON.parse(text) as ReportContent;
