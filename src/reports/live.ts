import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import { beganAt } from "../checks/checks.queries.ts";
import type { Instant } from "../kernel/clock.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Settings } from "../settings/settings.ts";
import type { Db } from "../storage/database.ts";
import type { ReportContent, ReportFigure } from "./content.ts";
import { FIGURE_SOURCES } from "./figure-sources.ts";
import { askFigures, counted, type Told, together } from "./figures.ts";
import { kindOf } from "./kinds.ts";
import { type Coverage, coverageOf, periodOf } from "./periods.ts";
import { acceptedBefore, neighbours, type Report, reportFor, sealAt, submittedContent } from "./reports.queries.ts";

/**
 * What a report would say if it were submitted at this instant. Pass the transaction of an act and the figures are
 * those on which it is judged.
 */
export async function liveContent(db: Db, report: Report, now: Instant): Promise<ReportContent> {
  const settings = await readSettings(db);
  const earlier = await acceptedBefore(db, report);
  const before = earlier && (await submittedContent(db, earlier));
  const { told, coverage, openMonths } = kindOf(report.kind).fromMonths
    ? await fromMonths(db, report, settings, now)
    : await fromNow(db, report, settings, now);
  return {
    kind: report.kind,
    period: report.period,
    topic: report.topic,
    from: report.from,
    to: report.to,
    coverage,
    author: null,
    receiver: report.receiverHat,
    compared: earlier && { report: earlier.id, period: earlier.period, from: earlier.from, to: earlier.to },
    openMonths,
    figures: counted(told, before?.figures ?? []),
    texts: report.texts,
    seal: await sealAt(db, coverage.until),
    at: now,
  };
}

interface Facts {
  readonly told: readonly Told[];
  readonly coverage: Coverage;
  readonly openMonths: readonly string[];
}

async function fromNow(db: Db, report: Report, settings: Settings, now: Instant): Promise<Facts> {
  // What somebody asked for covers the days he named, whatever other reports do.
  const { before, after } = kindOf(report.kind).every ? await neighbours(db, report) : { before: null, after: null };
  const coverage = coverageOf(report, now, before, after);
  const question = { db, settings, calendar: await readWorkCalendar(db), now, ...coverage };
  return { told: await askFigures(FIGURE_SOURCES, question, kindOf(report.kind).chapters), coverage, openMonths: [] };
}

/** Accepted months as they were frozen. A month that is not accepted yet is counted as it stands, and named. */
async function fromMonths(db: Db, report: Report, settings: Settings, now: Instant): Promise<Facts> {
  const months = await monthsOwed(db, report, settings);
  const parts: (readonly Told[])[] = [];
  const openMonths: string[] = [];
  const spans: Coverage[] = [];
  for (const month of months) {
    const monthly = await reportFor(db, "monthly", month);
    const frozen = monthly?.state === "ACCEPTED" ? await submittedContent(db, monthly) : null;
    if (!frozen) openMonths.push(month);
    if (frozen) {
      parts.push(frozen.figures.map(asTold));
      spans.push(frozen.coverage);
      continue;
    }
    const { from, to } = monthly ?? periodOf("monthly", month, settings)!;
    const stand = { ...report, ...monthly, kind: "monthly" as const, from, to };
    if (coverageOf(stand, now).since > now) continue;
    const live = await fromNow(db, stand, settings, now);
    parts.push(live.told);
    spans.push(live.coverage);
  }
  const whole = coverageOf(report, now);
  const [first, last] = [spans[0] ?? whole, spans.at(-1) ?? whole];
  const coverage = { since: first.since, from: first.from, until: last.until, to: last.to };
  return { told: together(parts), coverage, openMonths };
}

/** Months of a quarter or year that somebody owed a report for: none before the portal was in use. */
async function monthsOwed(db: Db, { kind, period }: Report, settings: Settings): Promise<readonly string[]> {
  const began = (await beganAt(db)) ?? "";
  return (periodOf(kind, period, settings)?.months ?? []).filter((month) => {
    const due = periodOf("monthly", month, settings)!.due;
    return due >= began && due >= QUY_CHE_27.effectiveOn;
  });
}

function asTold({ chapter, number: _n, before: _b, groups: _g, ...figure }: ReportFigure): Told {
  return { chapter, figure };
}
