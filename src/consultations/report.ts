import { normalizeText } from "../kernel/vietnamese.ts";
import type { Question } from "./call.ts";

export const OUTCOMES = {
  accepted: "Tiếp thu",
  partly: "Tiếp thu một phần",
  explained: "Giải trình",
} as const;

export type Outcome = keyof typeof OUTCOMES;

/** Opinions that say the same, and what became of them. */
export interface ReportGroup {
  readonly topic: string;
  /** How many opinions were taken into it; counted, never typed. */
  readonly count: number;
  readonly gist: string;
  readonly outcome: Outcome | "";
  readonly reply: string;
}

export interface Tally {
  readonly question: string;
  readonly choices: readonly { readonly text: string; readonly count: number }[];
}

/** What is counted of the opinions when the report is written. */
export interface Counts {
  readonly received: number;
  readonly aside: number;
  readonly topics: readonly { readonly topic: string; readonly count: number }[];
  readonly tallies: readonly Tally[];
}

/** Tiếp thu, giải trình: what came in, in groups, and what became of each. */
export interface Report {
  readonly lead: string;
  readonly received: number;
  readonly aside: number;
  readonly groups: readonly ReportGroup[];
  readonly tallies: readonly Tally[];
}

/** One opinion as far as it is counted. */
export interface Counted {
  readonly choices: readonly (number | null)[];
  /** Null when nobody has judged it. */
  readonly verdict: "taken" | "aside" | null;
  readonly topic: string;
}

/** Counts all that was received; choices of what was set aside do not count. */
export function countOpinions(opinions: readonly Counted[], questions: readonly Question[]): Counts {
  const kept = opinions.filter(({ verdict }) => verdict !== "aside");
  const topics = [...new Set(kept.filter(({ verdict }) => verdict === "taken").map(({ topic }) => topic))].sort();
  return {
    received: opinions.length,
    aside: opinions.length - kept.length,
    topics: topics.map((topic) => ({ topic, count: kept.filter((one) => one.topic === topic).length })),
    tallies: questions.flatMap(({ text, choices }, place) =>
      choices.length === 0
        ? []
        : [
            {
              question: text,
              choices: choices.map((choice, index) => ({
                text: choice,
                count: kept.filter((one) => one.choices[place] === index).length,
              })),
            },
          ],
    ),
  };
}

/** What was typed of one group. */
export interface TypedGroup {
  readonly topic: string;
  readonly gist: string;
  readonly outcome: string;
  readonly reply: string;
}

/** A report from what was typed and what is counted now: every group of the opinions, in their order. */
export function reportFrom(lead: string, typed: readonly TypedGroup[], counts: Counts): Report {
  return {
    lead: normalizeText(lead).trim(),
    received: counts.received,
    aside: counts.aside,
    groups: counts.topics.map(({ topic, count }) => {
      const { gist = "", outcome = "", reply = "" } = typed.find((one) => one.topic === topic) ?? {};
      return {
        topic,
        count,
        gist: normalizeText(gist).trim(),
        outcome: Object.hasOwn(OUTCOMES, outcome) ? (outcome as Outcome) : "",
        reply: normalizeText(reply).trim(),
      };
    }),
    tallies: counts.tallies,
  };
}

/** Whether a report still says what is counted now. */
export const isCurrent = (report: Report, counts: Counts): boolean =>
  JSON.stringify(reportFrom(report.lead, report.groups, counts)) === JSON.stringify(report);
