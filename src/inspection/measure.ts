import { readWorkCalendar } from "../calendar/calendar.queries.ts";
import type { Day, Instant } from "../kernel/clock.ts";
import { dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { readSettings } from "../settings/settings.queries.ts";
import type { Db } from "../storage/database.ts";
import { CRITERION_SOURCES } from "./criterion-sources.ts";
import { checkedOf, type Inspection, markOf } from "./inspections.queries.ts";
import { type CheckedArticle, type Criterion, reachedBy, type Score, type ScoreLine } from "./scores.ts";

export interface Measuring {
  readonly criteria: readonly Criterion[];
  readonly units: readonly Id[];
  readonly from: Day;
  readonly to: Day;
  readonly now: Instant;
  readonly checked: readonly CheckedArticle[];
}

/** Scores of every computed criterion, from what the portal knows now; criteria without a source are left out. */
export async function computedScores(db: Db, asked: Measuring): Promise<Score[]> {
  const { criteria, units, from, to, now, checked } = asked;
  const question = {
    ...{ db, units, from, to, now, checked },
    settings: await readSettings(db),
    calendar: await readWorkCalendar(db),
  };
  const scores: Score[] = [];
  for (const { key, weight, source } of criteria) {
    const found = CRITERION_SOURCES.find((one) => one.key === source);
    if (!found) continue;
    const lines = await found.lines(question);
    for (const unit of units) {
      const own = lines.get(unit) ?? [];
      scores.push({ unit, criterion: key, weight, reached: reachedBy(own), lines: own });
    }
  }
  return scores;
}

/** Scores of an inspection as they stand: computed ones, and the last mark of each criterion that inspectors mark. */
export async function scoresOf(db: Db, inspection: Inspection, now: Instant): Promise<Score[]> {
  const { set, units, from, to } = inspection;
  const ids = units.map(({ id }) => id);
  const computed = await computedScores(db, {
    ...{ criteria: set.criteria, units: ids, from, to, now },
    checked: checkedOf(inspection),
  });
  const manual = set.criteria
    .filter(({ source }) => source === "")
    .flatMap(({ key, weight }) =>
      ids.flatMap((unit): Score[] => {
        const mark = markOf(inspection, unit, key);
        if (!mark) return [];
        const line: ScoreLine = {
          what: `${mark.name} chấm ${mark.value}/100`,
          day: dayOf(mark.at),
          isMet: (mark.value ?? 0) >= 50,
          note: mark.note,
          href: "",
        };
        return [{ unit, criterion: key, weight, reached: mark.value ?? 0, lines: [line] }];
      }),
    );
  return [...computed, ...manual];
}

/** Marks that are still to be given: units and criteria that inspectors mark. */
export function missingMarks(inspection: Inspection): { readonly unit: string; readonly criterion: string }[] {
  return inspection.set.criteria
    .filter(({ source }) => source === "")
    .flatMap(({ key, name }) =>
      inspection.units
        .filter(({ id }) => !markOf(inspection, id, key))
        .map((unit) => ({ unit: unit.name, criterion: name })),
    );
}
