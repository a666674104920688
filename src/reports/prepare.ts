import { BY_SYSTEM } from "../act.ts";
import { beganAt } from "../checks/checks.queries.ts";
import { addDays, type Day, dayOf } from "../kernel/clock.ts";
import type { Id } from "../kernel/ids.ts";
import { type Refusal, type Result, refused } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";
import { QUY_CHE_27 } from "../regulation/quy-che-27.ts";
import { prepareReport } from "./commands/prepare-report.ts";
import { PERIODIC_KINDS } from "./kinds.ts";
import { periodsDue, type ReportPeriod } from "./periods.ts";

/**
 * Makes every draft whose time has come (REQ-063: before the 25th, without anybody asking). What is due is found by
 * looking at what is there, so a server that stood still makes up for it. Gives the reports that are new.
 */
export async function prepareDue(portal: Portal): Promise<Id[]> {
  const now = portal.clock.now();
  const began = await beganAt(portal.db);
  if (began === null) return [];
  const settings = await portal.settings();
  const first = [dayOf(began), QUY_CHE_27.effectiveOn as Day].sort().at(-1)!;
  const known = await portal.db.selectFrom("report").select(["kind", "period"]).execute();
  const made: Id[] = [];
  for (const kind of PERIODIC_KINDS) {
    const isNew = ({ key, opens }: ReportPeriod) =>
      opens <= now && !known.some((report) => report.kind === kind && report.period === key);
    const last = addDays(dayOf(now), settings["reports.prepareDays"]);
    for (const { key } of periodsDue(kind, first, last, settings).filter(isNew)) {
      const answer = await portal.act(BY_SYSTEM, prepareReport, { kind, period: key });
      if (answer.ok && answer.value.begun) made.push(answer.value.id);
    }
  }
  return made;
}

/**
 * The monthly report of a month, made now when there is none (`portal report monthly`). Refuses what is no month, lies
 * before the portal was in use, or has not begun.
 */
export async function prepareMonthly(portal: Portal, month: string): Promise<Result<Id, Refusal[]>> {
  const answer = await portal.act(BY_SYSTEM, prepareReport, { kind: "monthly", period: month });
  return answer.ok ? { ok: true, value: answer.value.id } : refused(answer.error);
}

/** The month whose report is next due, or was due today: what `portal report monthly` means without a month. */
export async function currentMonth(portal: Portal): Promise<string> {
  const settings = await portal.settings();
  const today = dayOf(portal.clock.now());
  return periodsDue("monthly", today, addDays(today, 31), settings)[0]!.key;
}
